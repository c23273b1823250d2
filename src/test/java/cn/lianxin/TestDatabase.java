package cn.lianxin;

import cn.lianxin.platform.database.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One embedded PostgreSQL for all tests of a run, a fresh database for every context. {@code LIANXIN_TEST_DATABASE_URL}
 * names another server instead, for the run on the oldest supported version.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static @Nullable EmbeddedPostgres server;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var own = System.getenv("LIANXIN_TEST_DATABASE_URL");
        if (own != null) {
            TestPropertyValues.of("spring.datasource.url=" + own).applyTo(context);
        } else {
            var running = server();
            TestPropertyValues.of(
                            "spring.datasource.url=" + freshDatabase(running),
                            "spring.datasource.username=" + running.getUsername(),
                            "spring.datasource.password=" + running.getPassword())
                    .applyTo(context);
        }
    }

    /** The address of a new, empty database. */
    public static String freshDatabase(EmbeddedPostgres running) {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = DriverManager.getConnection(
                        running.getJdbcUrl(), running.getUsername(), running.getPassword());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return running.jdbcUrl(name);
    }

    /** The server of this run, started on first use and stopped when the tests are over. */
    public static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                var parent = Files.createDirectories(Path.of("target", "test-postgres"));
                var started = new EmbeddedPostgres(
                        Files.createTempDirectory(parent, "run").toAbsolutePath());
                // After the contexts, which still write to it while they close.
                SpringApplication.getShutdownHandlers().add(started::close);
                server = started;
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return server;
    }
}
