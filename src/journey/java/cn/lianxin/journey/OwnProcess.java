package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.core.env.Environment;

/** The product as a process of its own on the database of the journeys, so that it can be killed in the middle of something. */
final class OwnProcess implements AutoCloseable {

    static final Path DATA = Path.of("target", "own-process");

    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final Environment environment;
    private final int port;
    private Process process;
    private int starts;

    OwnProcess(Environment environment) {
        this.environment = environment;
        this.port = freePort();
        this.process = start();
        awaitFirstPage();
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** How often it was killed and came back. */
    int restarts() {
        return starts - 1;
    }

    /** At once and without a word to anybody, as when the power fails; it comes back at the same address. */
    void killAndStart() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        process = start();
        awaitFirstPage();
    }

    private Process start() {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "cn.lianxin.Lianxin",
                "--server.port=" + port,
                "--lianxin.data=" + DATA.toAbsolutePath(),
                "--lianxin.demo=false",
                "--lianxin.clockwork=false",
                "--lianxin.fairness.scale=1000000",
                "--lianxin.second-factor.mandatory=none");
        builder.environment().put("SPRING_DATASOURCE_URL", environment.getRequiredProperty("spring.datasource.url"));
        for (var setting : List.of("username", "password")) {
            var value = environment.getProperty("spring.datasource." + setting);
            if (value != null) {
                builder.environment().put("SPRING_DATASOURCE_" + setting.toUpperCase(Locale.ROOT), value);
            }
        }
        for (var file : List.of("lianxin.vault.key-file", "lianxin.audit.heads")) {
            builder.command()
                    .add("--" + file + "="
                            + Path.of(environment.getRequiredProperty(file)).toAbsolutePath());
        }
        builder.environment().put("LIANXIN_SECRET_KEYS", environment.getRequiredProperty("lianxin.secret-keys"));
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target", "own-process.log")));
        try {
            starts++;
            Files.createDirectories(DATA);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitFirstPage() {
        var page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
                .timeout(Duration.ofSeconds(30))
                .build();
        var until = System.nanoTime() + LONGEST_START.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (!answers(client, page)) {
                assertThat(process.isAlive())
                        .as("lives; see target/own-process.log")
                        .isTrue();
                assertThat(System.nanoTime()).as("starts in time").isLessThan(until);
                Thread.sleep(100);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean answers(HttpClient client, HttpRequest page) throws InterruptedException {
        try {
            return client.send(page, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
