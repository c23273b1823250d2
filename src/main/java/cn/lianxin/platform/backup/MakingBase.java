package cn.lianxin.platform.backup;

import cn.lianxin.platform.database.InstalledDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Copies the files of the embedded server while it writes on; what changed meanwhile is put right by the segments of that time. */
final class MakingBase {

    static final String FILES = "files/";
    static final String CLUSTER = "cluster.tar.gz";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern FIRST = Pattern.compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");
    private static final int BUFFER = 1 << 16;

    private record Stopped(String label, String last, Instant until) {}

    private final Connection connection;
    private final Installation installation;
    private final Clock clock;
    private final List<Contents.Part> parts = new ArrayList<>();

    MakingBase(Connection connection, Installation installation, Clock clock) {
        this.connection = connection;
        this.installation = installation;
        this.clock = clock;
    }

    /** @param segments where the server archives to */
    BaseContents into(Path base, Path segments) throws SQLException, IOException {
        var data = installation.data();
        // Before the copy: what was signed must never go further than the rows that come with it.
        for (var file : installation.files().entrySet()) {
            copy(file.getValue(), base, FILES + file.getKey());
        }
        // It opens nothing but this server, and the copied one knows no other.
        copy(data.resolve("postgres.password"), base, FILES + "postgres.password");
        var at = clock.instant();
        var stopped = files(InstalledDatabase.filesIn(data), base);
        await(segments.resolve(stopped.last() + Segments.PACKED), segments);
        var first = FIRST.matcher(stopped.label());
        if (!first.find()) {
            throw new IllegalStateException("a label without its beginning: " + stopped.label());
        }
        var contents = new BaseContents(
                new Catalogue(connection).one("select system_identifier from pg_control_system()"),
                at,
                stopped.until(),
                first.group(1),
                stopped.last(),
                installation.publicLogKeys(),
                List.copyOf(parts));
        try (var part = NewPart.in(base, BaseContents.FILE)) {
            part.write(contents.text().getBytes(StandardCharsets.ISO_8859_1));
        }
        return contents;
    }

    private void copy(Path from, Path base, String name) throws IOException {
        var part = NewPart.in(base, name);
        try (part) {
            Files.copy(from, part);
        }
        parts.add(part.part());
    }

    private Stopped files(Path cluster, Path base) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            // At the latest checkpoint that can be had, and let go of with this very session.
            statement.execute("select pg_backup_start('lianxin', true)");
        }
        var part = NewPart.in(base, CLUSTER);
        Stopped stopped;
        try (part;
                var packed = new PackedFiles(new GZIPOutputStream(part, BUFFER))) {
            packed.all(cluster);
            stopped = stop();
            packed.text("backup_label", stopped.label());
        }
        parts.add(part.part());
        return stopped;
    }

    private Stopped stop() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select labelfile, pg_walfile_name(lsn) as last, clock_timestamp() as until
                        from pg_backup_stop(false)""")) {
            row.next();
            return new Stopped(
                    row.getString("labelfile"),
                    row.getString("last"),
                    row.getObject("until", OffsetDateTime.class).toInstant());
        }
    }

    /** Without its last segment a base is nothing. */
    private static void await(Path segment, Path segments) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(segment)) {
            if (System.nanoTime() > end || !Files.isDirectory(segments)) {
                throw new Refused(
                        "数据库的日志存不进 " + segments + "：看盘满没满、目录还在不在、写不写得进。",
                        "The database's log does not arrive in " + segments
                                + ": see whether the disk is full, the directory there, and can be written.");
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a segment is archived", e);
            }
        }
    }
}
