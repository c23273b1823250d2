package cn.lianxin.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.platform.database.DatabaseMoved;
import cn.lianxin.platform.database.EmbeddedPostgres;
import cn.lianxin.platform.database.InstalledDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installation of its own, on the embedded database. */
@Tag("database")
class MoveTest {

    @TempDir
    Path directory;

    @Test
    void everything_goes_along_and_goes_on_and_what_stays_behind_starts_no_more() throws Exception {
        var data = directory.resolve("data");
        var target = Programs.emptyDatabase();
        var backups = directory.resolve("backups");
        try (var server = new EmbeddedPostgres(data)) {
            found(server);

            var refused = Programs.run(target, "move", "--data=" + data);
            var whileItRuns = Programs.run(Map.of(), "backup", "--data=" + data, "--to=" + backups);

            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.said()).contains("stop it first");
            assertThat(whileItRuns.code()).as(whileItRuns.said()).isZero();
        }
        var stopped = Programs.run(Clock.systemUTC(), Map.of(), "backup", "--data=" + data, "--to=" + backups);
        assertThat(stopped.code()).as(stopped.said()).isZero();

        var moved = Programs.run(target, "move", "--data=" + data);

        assertThat(moved.code()).as(moved.said()).isZero();
        assertThat(moved.said()).contains("sequences go on where they were", "the same, as at the moment", "Moved.");
        assertThat(Programs.number(target, "select nextval('concern.filing_order')"))
                .isEqualTo(4761);
        assertThat(Programs.number(target, "select count(*) from transparency.begun where kind = 'something'"))
                .isEqualTo(1);
        assertThat(Files.exists(data.resolve("moving.unfinished"))).isFalse();
        // As the next start looks at it.
        try (var database = InstalledDatabase.own(
                String.valueOf(target.get("SPRING_DATASOURCE_URL")),
                target.get("SPRING_DATASOURCE_USERNAME"),
                target.get("SPRING_DATASOURCE_PASSWORD"))) {
            var flyway = Flyway.configure()
                    .dataSource(database.url(), database.user(), database.password())
                    .locations("classpath:db/migration")
                    .outOfOrder(true)
                    .defaultSchema("public")
                    .load();
            flyway.validate();
            assertThat(flyway.migrate().migrationsExecuted).isZero();
        }
        assertThatThrownBy(() -> new EmbeddedPostgres(data))
                .isInstanceOf(DatabaseMoved.class)
                .hasMessageContaining("moved to a database of your own");
    }

    private static void found(EmbeddedPostgres server) throws Exception {
        Flyway.configure()
                .dataSource(server.getJdbcUrl(), server.getUsername(), server.getPassword())
                .locations("classpath:db/migration")
                .defaultSchema("public")
                .load()
                .migrate();
        try (var connection =
                        DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
                var statement = connection.createStatement()) {
            statement.execute("select setval('concern.filing_order', 4711)");
            statement.execute("insert into transparency.begun (kind) values ('something')");
        }
    }
}
