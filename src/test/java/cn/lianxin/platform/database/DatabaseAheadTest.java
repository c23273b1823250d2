package cn.lianxin.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

@Tag("database")
class DatabaseAheadTest {

    @TempDir
    Path data;

    @Test
    void what_was_begun_is_what_is_taken() throws SQLException {
        new EmbeddedPostgres(data).close();
        begin(Map.of("lianxin.data", data.toString(), DatabaseAhead.WANTED, "true"));

        await().until(() -> Files.exists(data.resolve("postgres/postmaster.pid")));
        try (var server = DatabaseAhead.take(data, "");
                var connection =
                        DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword())) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void what_fails_ahead_is_said_where_the_database_is_asked_for() throws IOException {
        Files.createDirectory(data.resolve("postgres"));
        var inTheWay = Files.createDirectory(data.resolve("lianxin.lock"));
        begin(Map.of("lianxin.data", data.toString(), DatabaseAhead.WANTED, "true"));

        assertThatThrownBy(() -> DatabaseAhead.take(data, ""))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(inTheWay.toString());
    }

    @Test
    void a_first_start_begins_nothing_ahead() throws IOException {
        begin(Map.of("lianxin.data", data.toString(), DatabaseAhead.WANTED, "true"));

        try (var left = Files.list(data)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void nothing_is_begun_where_nobody_wants_it_or_the_database_is_another() throws IOException {
        Files.createDirectory(data.resolve("postgres"));
        begin(Map.of("lianxin.data", data.toString()));
        begin(Map.of(
                "lianxin.data",
                data.toString(),
                DatabaseAhead.WANTED,
                "true",
                "spring.datasource.url",
                "jdbc:postgresql://127.0.0.1/lianxin"));

        assertThat(Files.exists(data.resolve("lianxin.lock"))).isFalse();
    }

    private static void begin(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("said", settings));
        new DatabaseAhead().postProcessEnvironment(environment, new SpringApplication());
    }
}
