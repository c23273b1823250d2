package cn.lianxin.survival;

import cn.lianxin.platform.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The database of an installation as a process of its own, always at the same port, so that a product that lives on finds it
 * again. It can be killed with everything that belongs to it.
 */
final class KillableDatabase implements Database, AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final Path directory;
    private final String password;
    private final int port;
    private final List<String> settings;
    private @Nullable Process postmaster;

    private KillableDatabase(Path directory, int port, List<String> settings) throws IOException {
        this.directory = directory;
        this.password = Files.readString(directory.resolve("postgres.password")).strip();
        this.port = port;
        this.settings = settings;
    }

    /** @param settings beside those of the product, such as {@code synchronous_commit=off} */
    static KillableDatabase found(Path directory, List<String> settings) throws IOException {
        new EmbeddedPostgres(directory).close();
        var database = new KillableDatabase(directory, Ports.free(), settings);
        database.start();
        return database;
    }

    /** Comes back when it answers, which after a kill is when it has recovered. */
    void start() {
        var until = System.nanoTime() + LONGEST_START.toNanos();
        postmaster = launch();
        while (System.nanoTime() < until) {
            if (!postmaster.isAlive()) {
                // Something of the killed one still holds its memory.
                postmaster = launch();
            }
            try (var connection = connection()) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException notYet) {
                Waiting.pause(Duration.ofMillis(100));
            }
        }
        throw new IllegalStateException("the database does not start, see " + log());
    }

    private Process launch() {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user", "--"));
        }
        command.add(programs().resolve("postgres").toString());
        command.addAll(List.of("-D", directory.resolve("postgres").toString(), "-p", String.valueOf(port)));
        var all = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=60",
                "dynamic_shared_memory_type=posix",
                "timezone=Asia/Shanghai",
                "jit=off"));
        all.addAll(settings);
        all.forEach(setting -> command.addAll(List.of("-c", setting)));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path programs() {
        try (var found = Files.newDirectoryStream(directory, "postgres-*")) {
            return found.iterator().next().resolve("bin").toAbsolutePath();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path log() {
        return directory.resolve("killed-postgres.log");
    }

    /** The postmaster first, then all that it had begun: each by the signal that nobody can catch. */
    void kill() {
        var running = postmaster;
        if (running == null) {
            return;
        }
        var children = running.descendants().toList();
        running.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        try {
            running.waitFor();
            for (var child : children) {
                child.onExit().get(30, TimeUnit.SECONDS);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        postmaster = null;
    }

    @Override
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public String user() {
        return "lianxin";
    }

    @Override
    public String password() {
        return password;
    }

    @Override
    public void close() {
        kill();
    }
}
