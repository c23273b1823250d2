package cn.lianxin.platform.backup;

import cn.lianxin.platform.database.InstalledDatabase;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/**
 * Puts the rows of a backup into a database that nobody uses: first the tables as they were at its time, by the same migrations,
 * then all rows in one transaction. Until that is committed the database is no installation, and no start takes it for one.
 */
final class Restoring {

    /** Where the migrations are kept meanwhile: without the name that a start looks for. */
    static final String UNFINISHED = "restoring_history";

    private static final String MIGRATIONS = "/db/migration/";

    private final Path backup;
    private final Contents contents;
    private final InstalledDatabase database;

    Restoring(Path backup, Contents contents, InstalledDatabase database) {
        this.backup = backup;
        this.contents = contents;
        this.database = database;
    }

    /** Refuses a database that holds anything, and one that is older than the migrations allow. */
    void mustFit() throws SQLException {
        try (var connection = database.connect()) {
            var catalogue = new Catalogue(connection);
            var there = catalogue.inUse();
            if (there.contains("public." + UNFINISHED)) {
                throw new Refused(
                        "这个数据库里有一次没做完的恢复。请删掉这个库，重新建一个空的：drop database …; create database …;",
                        "A restore that did not come to its end lies in this database. Drop it and create an empty one:"
                                + " drop database …; create database …;");
            }
            if (!there.isEmpty()) {
                throw new Refused(
                        "这个数据库不是空的（有 " + there.getFirst() + "）。恢复只放进空的库：请新建一个，把它的地址给 --database-url 或 --to。",
                        "This database is not empty (" + there.getFirst()
                                + " is there). A backup is only put into an empty one: create it and give its address.");
            }
            if (!catalogue.one("show server_encoding").equals("UTF8")) {
                throw new Refused(
                        "这个数据库的编码不是 UTF8。请建一个：create database … encoding 'UTF8' template template0;",
                        "This database is not in UTF8. Create one: create database … encoding 'UTF8' template template0;");
            }
        }
    }

    void restore() throws SQLException, IOException {
        mustFit();
        var scripts = Files.createTempDirectory("lianxin-migrations");
        try {
            migrations(scripts);
            Flyway.configure()
                    .dataSource(database.url(), database.user(), database.password())
                    .locations("filesystem:" + scripts)
                    .defaultSchema("public")
                    .table(UNFINISHED)
                    .load()
                    .migrate();
        } finally {
            Places.delete(scripts);
        }
        try (var connection = database.connect()) {
            Catalogue.settle(connection);
            connection.setAutoCommit(false);
            load(connection);
            connection.commit();
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("analyze");
            }
        }
    }

    /** Those that the backed-up database had been through, out of this product. */
    private void migrations(Path to) throws IOException {
        var history = contents.table(Catalogue.HISTORY);
        var columns = List.of(history.columns().split(","));
        try (var lines =
                new BufferedReader(new InputStreamReader(Checking.open(backup, history), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var fields = line.split("\t", -1);
                var script = fields[columns.indexOf("script")];
                if (fields[columns.indexOf("type")].equals("SQL")) {
                    script(script, to);
                }
            }
        }
    }

    private static void script(String script, Path to) throws IOException {
        var file = to.resolve(script).normalize();
        try (var text = Restoring.class.getResourceAsStream(MIGRATIONS + script)) {
            if (text == null || !file.startsWith(to)) {
                throw new Refused(
                        "备份是更新的连心做的，这里没有 " + script + "。请用和备份同样新或更新的连心恢复。",
                        "A newer Lianxin has made this backup: " + script
                                + " is not here. Restore it with one that is as new.");
            }
            Files.createDirectories(file.getParent());
            Files.copy(text, file);
        }
    }

    private void load(Connection connection) throws SQLException, IOException {
        var catalogue = new Catalogue(connection);
        try (var statement = connection.createStatement()) {
            statement.execute("alter table public." + UNFINISHED + " rename to flyway_schema_history");
            statement.execute("alter index public." + UNFINISHED + "_pk rename to flyway_schema_history_pk");
            statement.execute("alter index public." + UNFINISHED + "_s_idx rename to flyway_schema_history_s_idx");
            var tables = catalogue.tables();
            var keys = catalogue.foreignKeys();
            for (var key : keys) {
                statement.execute("alter table " + key.table() + " drop constraint " + key.name());
            }
            mustBeTheSame(tables.keySet());
            for (var table : tables.values()) {
                statement.execute("alter table " + table.name() + " disable trigger user");
                // What a migration has put in is in the backup as well, as it was then.
                statement.execute("truncate only " + table.name());
            }
            for (var table : contents.tables()) {
                rows(connection, table);
            }
            for (var table : tables.values()) {
                statement.execute("alter table " + table.name() + " enable trigger user");
            }
            for (var key : keys) {
                statement.execute(
                        "alter table " + key.table() + " add constraint " + key.name() + " " + key.definition());
            }
            sequences(statement);
        }
    }

    private void mustBeTheSame(Set<String> tables) {
        var wanted = contents.tables().stream().map(Contents.Table::name).toList();
        for (var table : wanted) {
            if (!tables.contains(table)) {
                throw new Refused(
                        "备份里有表 " + table + "，按它的记录建出来的库里没有。",
                        "Table " + table + " of the backup is made by none of its migrations.");
            }
        }
        for (var table : tables) {
            if (!wanted.contains(table)) {
                throw new Refused("备份里没有表 " + table + "。", "The backup has no table " + table + ".");
            }
        }
    }

    private void rows(Connection connection, Contents.Table table) throws SQLException, IOException {
        var rows = new RowsDigest();
        try (var in = new Counting(Checking.open(backup, table), rows)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table.name() + " (" + table.columns() + ") from stdin", in, 1 << 16);
        }
        if (rows.rows() != table.rows() || !rows.sum().equals(table.sum())) {
            throw new Refused(
                    "表 " + table.name() + " 读到的和备份时写下的不一样。",
                    "What was read of table " + table.name() + " is not what was written.");
        }
    }

    private void sequences(Statement statement) throws SQLException {
        for (var one : contents.sequences()) {
            statement.execute(
                    "select setval('" + one.name().replace("'", "''") + "', " + one.last() + ", " + one.called() + ")");
        }
    }

    private static final class Counting extends FilterInputStream {
        private final RowsDigest rows;

        Counting(InputStream in, RowsDigest rows) {
            super(in);
            this.rows = rows;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var read = super.read(bytes, offset, length);
            if (read > 0) {
                rows.write(bytes, offset, read);
            }
            return read;
        }
    }
}
