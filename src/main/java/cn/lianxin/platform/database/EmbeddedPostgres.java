package cn.lianxin.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A real PostgreSQL out of the build's own dependencies, with its data in one directory and fsync on. It listens on
 * loopback only, asks for a random password, and recovers by itself after a crash of either process.
 */
public final class EmbeddedPostgres implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int START_TRIES = 20;

    /** Of the server's own file, the line that says how far it is. */
    private static final int STATUS_LINE = 7;

    private final PostgresPrograms programs;
    private final Path cluster;
    private final String password;
    private final int port;
    private final FileChannel lockFile;
    private final @Nullable FileLock lock;

    /**
     * Starts the server, making its data directory on first use.
     *
     * @param data directory of this installation; one process at a time may use it
     */
    public EmbeddedPostgres(Path data) {
        this(data, null, null);
    }

    /** @param archive where its log is archived from now on; blank for where it was, {@code none} for nowhere */
    public EmbeddedPostgres(Path data, String archive) {
        this(data, archive, null);
    }

    /** Out of a copy of its files, which lies there already. */
    static EmbeddedPostgres recovered(Path data, Recovery recovery) {
        return new EmbeddedPostgres(data, null, recovery);
    }

    private EmbeddedPostgres(Path data, @Nullable String archive, @Nullable Recovery recovery) {
        try {
            Files.createDirectories(data);
            this.lockFile =
                    FileChannel.open(data.resolve("lianxin.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            this.lock = lockFile.tryLock();
            if (lock == null) {
                throw new DirectoryInUse(data);
            }
            refuseMoved(data);
            this.programs = PostgresPrograms.unpackedIn(data);
            this.cluster = clusterIn(data);
            this.password = passwordIn(data.resolve("postgres.password"));
            if (!Files.exists(cluster)) {
                initialize(data);
            }
            stopOrphan();
            if (archive != null) {
                WalArchive.settle(data, archive);
            }
            this.port = freePort();
            if (recovery == null) {
                start(data);
            } else {
                recover(recovery);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseMoved(Path data) throws IOException {
        try {
            DatabaseMoved.refuseIn(data);
        } catch (DatabaseMoved moved) {
            lockFile.close();
            throw moved;
        }
    }

    /** Whether an earlier start has made its data there. */
    static boolean standsIn(Path data) {
        return Files.exists(clusterIn(data));
    }

    static Path clusterIn(Path data) {
        return data.resolve("postgres");
    }

    private void initialize(Path data) throws IOException {
        var unfinished = data.resolve("postgres.unfinished");
        programs.delete(unfinished);
        var result = programs.run(
                "initdb",
                List.of(
                        "--pgdata=" + unfinished,
                        "--username=lianxin",
                        "--auth=scram-sha-256",
                        "--pwfile=" + data.resolve("postgres.password"),
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--locale=C.UTF-8"));
        if (result.exitCode() != 0) {
            throw new IllegalStateException("initdb failed: " + result.output());
        }
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String passwordIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(bytes));
        }
        return Files.readString(file).strip();
    }

    /** A server whose Java process was killed lives on; it is stopped cleanly before a new one starts. */
    private void stopOrphan() {
        if (Files.exists(cluster.resolve("postmaster.pid"))) {
            programs.run("pg_ctl", List.of("-D", cluster.toString(), "-m", "fast", "-w", "stop"));
        }
    }

    private void start(Path data) throws IOException {
        var archive = WalArchive.of(data);
        Map<String, String> environment = Map.of();
        if (archive.isPresent()) {
            environment = archive.get().environment(data);
            try {
                archive.get().make(data);
            } catch (IOException e) {
                // It starts all the same, keeps what it could not archive, and tries again every minute.
                LOG.warn("nothing can be archived in {}: {}", archive.get().directory(), e.toString());
            }
        }
        var arguments = arguments(archive.map(WalArchive::options).orElse(""));
        for (int attempt = 1; ; attempt++) {
            var result = programs.run("pg_ctl", arguments, environment);
            if (result.exitCode() == 0) {
                LOG.debug("PostgreSQL listens on 127.0.0.1:{}", port);
                return;
            }
            if (attempt == START_TRIES) {
                throw new IllegalStateException("PostgreSQL did not start: " + result.output() + "; see " + log());
            }
            pause();
        }
    }

    /** Once: a second try would be another recovery. */
    private void recover(Recovery recovery) throws IOException {
        var result = programs.run("pg_ctl", arguments(recovery.options()), recovery.environment());
        var status = cluster.resolve("postmaster.pid");
        // pg_ctl does not wait for the end of a recovery that lets nobody in.
        while (!isReady(status)) {
            if (!Files.exists(status)) {
                lockFile.close();
                throw new Recovery.Failed(Files.exists(log()) ? Files.readString(log()) : result.output());
            }
            pause();
        }
    }

    /** As the server itself writes it down; where it ends, the file goes. */
    private static boolean isReady(Path status) throws IOException {
        try {
            var lines = Files.readAllLines(status);
            return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
        } catch (NoSuchFileException ended) {
            return false;
        }
    }

    private Path log() {
        return cluster.resolveSibling("postgres.log");
    }

    private List<String> arguments(String more) {
        var options = "-p " + port
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=60"
                + " -c dynamic_shared_memory_type=posix -c timezone=Asia/Shanghai -c jit=off" + more;
        return List.of("-D", cluster.toString(), "-w", "-l", log().toString(), "-o", options, "start");
    }

    /** After a kill the old process id stays visible for a moment, and PostgreSQL respects it. */
    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL starts", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public String getUsername() {
        return "lianxin";
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getJdbcUrl() {
        return jdbcUrl("postgres");
    }

    /** The address of another database in the same server; tests give each context its own. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() {
        programs.run("pg_ctl", List.of("-D", cluster.toString(), "-m", "fast", "-w", "stop"));
        try {
            if (lock != null) {
                lock.release();
            }
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
