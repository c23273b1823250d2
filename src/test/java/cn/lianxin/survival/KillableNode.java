package cn.lianxin.survival;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The product as a process of its own, always at the same port. */
final class KillableNode implements Door, AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final Database database;
    private final Path data;
    private final Path log;
    private final int port;
    private final List<String> settings;
    private @Nullable Process process;

    /** @param data its data directory, which several nodes may share */
    KillableNode(Database database, Path data, String name, String... settings) {
        this.database = database;
        this.data = data;
        this.log = data.resolveSibling(name + ".log").toAbsolutePath();
        this.port = Ports.free();
        this.settings = List.of(settings);
    }

    void start() {
        process = launch(port, List.of());
    }

    private Process launch(int at, List<String> more) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                productAlone(),
                "cn.lianxin.Lianxin",
                "--server.port=" + at,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--lianxin.data=" + data.toAbsolutePath(),
                "--lianxin.demo=false",
                "--lianxin.fairness.scale=1000000",
                "--lianxin.second-factor.mandatory=none"));
        command.addAll(settings);
        command.addAll(more);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What belongs to the tests is no part of it. */
    private static String productAlone() {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Until a page that asks the database is there. */
    void awaitPage() {
        var visitor = new Phone(this);
        var answered = Waiting.until(LONGEST_START, () -> visitor.reaches("/questions") || visitor.reaches("/"), it -> {
            var running = process;
            if (!it && running != null && !running.isAlive()) {
                throw new IllegalStateException("the product ended, see " + log);
            }
            return it;
        });
        if (!answered) {
            throw new IllegalStateException("the product does not answer, see " + log);
        }
    }

    /** One of its tasks that end by themselves, such as a check of the public log; what it printed stands in its log. */
    int runs(String... task) {
        try {
            return launch(0, List.of(task)).waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    void kill() {
        var running = process;
        if (running != null) {
            try {
                running.destroyForcibly().waitFor();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            process = null;
        }
    }

    Path log() {
        return log;
    }

    int port() {
        return port;
    }

    @Override
    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        kill();
    }
}
