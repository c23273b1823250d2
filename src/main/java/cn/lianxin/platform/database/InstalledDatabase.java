package cn.lianxin.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database of an installation, as a program beside it reaches it: one's own, or the embedded one whether or not it runs. */
public final class InstalledDatabase implements AutoCloseable {

    /** The line of PostgreSQL's own file that says where it listens. */
    private static final int PORT_LINE = 3;

    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;
    private final @Nullable EmbeddedPostgres started;

    /** Whoever is interrupted leaves no server behind. */
    private final Thread interrupted = new Thread(this::stop);

    private boolean stopped;

    private InstalledDatabase(
            String url, @Nullable String user, @Nullable String password, @Nullable EmbeddedPostgres started) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.started = started;
        if (started != null) {
            Runtime.getRuntime().addShutdownHook(interrupted);
        }
    }

    /** One's own, as {@code spring.datasource} names it. */
    public static InstalledDatabase own(String url, @Nullable String user, @Nullable String password) {
        return new InstalledDatabase(url, user, password, null);
    }

    /** The embedded one: of a running Lianxin the same server, else one that runs until this is closed. */
    public static InstalledDatabase embedded(Path data) throws IOException {
        var directory = data.toAbsolutePath();
        return isRunning(directory) ? running(directory) : alone(directory);
    }

    /** The embedded one, made where there is none. Refuses {@link DirectoryInUse} while Lianxin runs there. */
    public static InstalledDatabase alone(Path data) throws IOException {
        var directory = data.toAbsolutePath();
        if (isRunning(directory)) {
            throw new DirectoryInUse(directory);
        }
        var server = new EmbeddedPostgres(directory);
        return new InstalledDatabase(server.getJdbcUrl(), server.getUsername(), server.getPassword(), server);
    }

    /** Out of a copy of its files in that directory and what was archived since; throws {@link Recovery.Failed}. */
    public static InstalledDatabase recovered(Path data, Recovery recovery) {
        var server = EmbeddedPostgres.recovered(data.toAbsolutePath(), recovery);
        return new InstalledDatabase(server.getJdbcUrl(), server.getUsername(), server.getPassword(), server);
    }

    /** Where the embedded server keeps its files. */
    public static Path filesIn(Path data) {
        return EmbeddedPostgres.clusterIn(data);
    }

    private static InstalledDatabase running(Path data) throws IOException {
        var said = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
        return new InstalledDatabase(
                "jdbc:postgresql://127.0.0.1:" + said.get(PORT_LINE).strip() + "/postgres",
                "lianxin",
                Files.readString(data.resolve("postgres.password")).strip(),
                null);
    }

    /** Whether an embedded database was ever made there. */
    public static boolean standsIn(Path data) {
        return EmbeddedPostgres.standsIn(data);
    }

    /** Whether a process works with this data directory. */
    public static boolean isRunning(Path data) throws IOException {
        var file = data.resolve("lianxin.lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException ourselves) {
            return true;
        }
    }

    public Connection connect() throws SQLException {
        return user == null ? DriverManager.getConnection(url) : DriverManager.getConnection(url, user, password);
    }

    public String url() {
        return url;
    }

    public @Nullable String user() {
        return user;
    }

    public @Nullable String password() {
        return password;
    }

    @Override
    public void close() {
        stop();
        if (started != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(interrupted);
            } catch (IllegalStateException endsAlready) {
                // It finds nothing left to stop.
            }
        }
    }

    private synchronized void stop() {
        if (started != null && !stopped) {
            stopped = true;
            started.close();
        }
    }
}
