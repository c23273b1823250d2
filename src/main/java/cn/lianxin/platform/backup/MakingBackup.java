package cn.lianxin.platform.backup;

import cn.lianxin.platform.transparency.StoredLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Writes everything of an installation into an empty directory, as it was at one moment, while others go on writing. */
final class MakingBackup {

    private static final int BUFFER = 1 << 16;

    private final Connection connection;
    private final Installation installation;
    private final Clock clock;
    private final List<Contents.Part> parts = new ArrayList<>();

    MakingBackup(Connection connection, Installation installation, Clock clock) {
        this.connection = connection;
        this.installation = installation;
        this.clock = clock;
    }

    /** @param withKeys lets the keys lie beside what they open */
    Contents into(Path backup, boolean withKeys) throws SQLException, IOException {
        // Before the snapshot: what was signed must never go further than the rows that come with it.
        copy(installation.files(), "files/", backup);
        var logKeys = installation.publicLogKeys();
        Catalogue.settle(connection);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        var catalogue = new Catalogue(connection);
        var at = clock.instant();
        var tables = catalogue.tables();
        mustBeOurs(tables);
        hold(tables.values());
        var copied = new ArrayList<Contents.Table>();
        for (var table : tables.values()) {
            copied.add(copy(table, backup));
        }
        var log = new StoredLog(JdbcClient.create(new SingleConnectionDataSource(connection, true)), clock)
                .newest()
                .map(point -> point.origin() + " " + point.size() + " " + point.root());
        // Sequences do not wait for a snapshot: read last, they are beyond everything that was copied.
        var sequences = catalogue.sequences();
        var from = catalogue.identity();
        var server = catalogue.server();
        connection.rollback();
        if (withKeys) {
            copy(installation.keys(), "keys/", backup);
        }
        var contents = new Contents(from, at, server, log, logKeys, copied, sequences, List.copyOf(parts));
        write(backup, Contents.FILE, contents.text());
        write(backup, Contents.SUMS, contents.sums());
        return contents;
    }

    private static void mustBeOurs(Map<String, Catalogue.Table> tables) {
        if (!tables.containsKey(Catalogue.HISTORY) || !tables.containsKey("transparency.head")) {
            throw new Refused(
                    "这个数据库里没有连心的数据。请核对 --data 或 --database-url。",
                    "Nothing of Lianxin is in this database. Check --data or --database-url.");
        }
    }

    /** An upgrade has to wait until the copy is there. */
    private void hold(Collection<Catalogue.Table> tables) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("lock table "
                    + String.join(
                            ", ", tables.stream().map(Catalogue.Table::name).toList())
                    + " in access share mode");
        }
    }

    private Contents.Table copy(Catalogue.Table table, Path backup) throws SQLException, IOException {
        var rows = new RowsDigest();
        var name = "tables/" + table.name() + ".gz";
        var part = NewPart.in(backup, name);
        try (part;
                var packed = new GZIPOutputStream(part, BUFFER)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(), new Both(rows, packed));
        }
        parts.add(part.part());
        return new Contents.Table(table.name(), rows.rows(), rows.sum(), table.list());
    }

    private void copy(Map<String, Path> files, String below, Path backup) throws IOException {
        for (var file : files.entrySet()) {
            var part = NewPart.in(backup, below + file.getKey());
            try (part) {
                Files.copy(file.getValue(), part);
            }
            parts.add(part.part());
        }
    }

    private static void write(Path backup, String name, String text) throws IOException {
        try (var part = NewPart.in(backup, name)) {
            part.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** Counts what it passes on. */
    static final class Both extends OutputStream {
        private final RowsDigest rows;
        private final OutputStream onwards;

        Both(RowsDigest rows, OutputStream onwards) {
            this.rows = rows;
            this.onwards = onwards;
        }

        @Override
        public void write(int one) throws IOException {
            rows.write(one);
            onwards.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            rows.write(bytes, offset, length);
            onwards.write(bytes, offset, length);
        }
    }

    /** Of a rows' copy that nobody keeps. */
    static Contents.Table counted(Connection connection, Catalogue.Table table) throws SQLException, IOException {
        var rows = new RowsDigest();
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(), rows);
        return new Contents.Table(table.name(), rows.rows(), rows.sum(), table.list());
    }
}
