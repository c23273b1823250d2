package cn.lianxin.platform.backup;

import cn.lianxin.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Runs what the script starts, and makes databases for it whose owner may do nothing else. */
final class Programs {

    static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    record Ended(int code, String said) {}

    private Programs() {}

    static Ended run(Map<String, String> settings, String... words) {
        return run(Clock.fixed(NOW, ZoneOffset.UTC), settings, words);
    }

    static Ended run(Clock clock, Map<String, String> settings, String... words) {
        var said = new ByteArrayOutputStream();
        var code = BackupMain.run(
                List.of(words), settings::get, clock, new PrintStream(said, true, StandardCharsets.UTF_8));
        return new Ended(code, said.toString(StandardCharsets.UTF_8));
    }

    /** An empty database of a role that owns it and is nothing besides, as an enterprise gives one. */
    static Map<String, String> emptyDatabase() throws SQLException {
        var server = TestDatabase.server();
        var name = "own_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection =
                        DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
                var statement = connection.createStatement()) {
            statement.execute("create role " + name + " login password 'secret'");
            statement.execute("create database " + name + " owner " + name);
        }
        return Map.of(
                "SPRING_DATASOURCE_URL",
                server.jdbcUrl(name),
                "SPRING_DATASOURCE_USERNAME",
                name,
                "SPRING_DATASOURCE_PASSWORD",
                "secret");
    }

    static Connection connect(Map<String, String> settings) throws SQLException {
        return DriverManager.getConnection(
                settings.get("SPRING_DATASOURCE_URL"),
                settings.get("SPRING_DATASOURCE_USERNAME"),
                settings.get("SPRING_DATASOURCE_PASSWORD"));
    }

    static long number(Map<String, String> settings, String sql) throws SQLException {
        try (var connection = connect(settings);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
