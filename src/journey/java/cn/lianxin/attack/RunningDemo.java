package cn.lianxin.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product with its demo enterprise, as {@code ./lianxin run} shows it, on data of its own. */
final class RunningDemo implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(10);

    private final Path directory;
    private final URI home;
    private final Process process;

    RunningDemo(Path directory) throws IOException, InterruptedException {
        this.directory = directory;
        var port = freePort();
        home = URI.create("https://127.0.0.1:" + port);
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "cn.lianxin.Lianxin",
                        "--server.port=" + port,
                        "--lianxin.https=true",
                        "--lianxin.redirect-port=none",
                        "--lianxin.data=" + directory.resolve("data"))
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        awaitStories();
    }

    URI home() {
        return home;
    }

    /** One that trusts the demo's own authority alone. */
    HttpClient client() throws IOException, GeneralSecurityException {
        return Trust.in(directory.resolve("data/certificates/authority.pem"));
    }

    /** What the product said while it was attacked. */
    Path log() {
        return directory.resolve("demo.log");
    }

    /** One of each role, as the demo hands them out; administrators last, for they can shut the others out. */
    List<DemoAccount> accounts() throws IOException {
        return DemoAccount.read(Files.readAllLines(directory.resolve("data/demo-accounts.txt")));
    }

    /** It answers before its stories are told. */
    private void awaitStories() throws IOException, InterruptedException {
        var until = System.nanoTime() + LONGEST_START.toNanos();
        while (!Files.readString(log()).contains("Ctrl-C")) {
            assertThat(process.isAlive()).as("lives; see %s", log()).isTrue();
            assertThat(System.nanoTime()).as("starts in time").isLessThan(until);
            Thread.sleep(500);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
    }
}
