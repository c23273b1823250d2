package cn.lianxin;

import cn.lianxin.platform.database.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.springframework.util.FileSystemUtils;

/**
 * One embedded PostgreSQL for all tests of a run, a fresh database for every context. {@code LIANXIN_TEST_DATABASE_URL}
 * names another server instead, for the run on the oldest supported version; its user must be allowed to create databases.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** A run keeps many installations that nobody asks anything of any more; all of them share one server. */
    private static final String IDLE_POOL_LETS_GO = "spring.datasource.hikari.minimum-idle=1";

    private static final String SOON = "spring.datasource.hikari.idle-timeout=10000";

    private static @Nullable EmbeddedPostgres server;
    private static Path directory = Path.of("");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var own = System.getenv("LIANXIN_TEST_DATABASE_URL");
        var settings = own == null ? onEmbedded(server()) : onOwn(own);
        settings.and("lianxin.vault.key-file=" + vaultKey(), IDLE_POOL_LETS_GO, SOON)
                .applyTo(context);
    }

    /** Each database has keys of its own. */
    private static Path vaultKey() {
        try {
            var parent = Files.createDirectories(Path.of("target", "test-keys"));
            return Files.createTempDirectory(parent, "run").resolve("vault.key").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestPropertyValues onEmbedded(EmbeddedPostgres running) {
        var name = create(running.getJdbcUrl(), running.getUsername(), running.getPassword());
        return TestPropertyValues.of(
                        "spring.datasource.url=" + running.jdbcUrl(name),
                        heads(name),
                        log(name),
                        "spring.datasource.username=" + running.getUsername(),
                        "spring.datasource.password=" + running.getPassword())
                .and(search(name));
    }

    private static TestPropertyValues onOwn(String address) {
        var name = create(address, null, null);
        return TestPropertyValues.of(
                        "spring.datasource.url=" + address.replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"),
                        heads(name),
                        log(name))
                .and(search(name));
    }

    /** The heads of its logs lie outside of a database and belong to it alone. */
    private static String heads(String name) {
        return "lianxin.audit.heads=target/test-heads/" + name + ".log";
    }

    /** The keys of a log belong to it alone, and so do the heads. */
    private static String log(String name) {
        return "lianxin.transparency.directory=target/test-log/" + name;
    }

    /** The index is made of one database alone, and read only when it has caught up: the machine may be busy. */
    private static String[] search(String name) {
        return new String[] {"lianxin.search.directory=target/test-search/" + name, "lianxin.search.patience=PT60S"};
    }

    /** The name of a new, empty database on the server behind this address. */
    private static String create(String address, @Nullable String user, @Nullable String password) {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = user == null
                        ? DriverManager.getConnection(address)
                        : DriverManager.getConnection(address, user, password);
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            // No test cuts the power, and waiting for the disk at every commit is a good part of a run.
            statement.execute("alter database " + name + " set synchronous_commit = off");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return name;
    }

    /** The server of this run, started on first use and stopped when the tests are over. */
    public static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                var parent = Files.createDirectories(Path.of("target", "test-postgres"));
                directory = Files.createTempDirectory(parent, "run").toAbsolutePath();
                server = new EmbeddedPostgres(directory);
                // After the contexts, which still write to it while they close.
                SpringApplication.getShutdownHandlers().add(TestDatabase::stop);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }

    /** And nothing of it is left. Only tests that start no context, whose end would stop it, have to ask for it. */
    public static synchronized void stop() {
        if (server != null) {
            server.close();
            server = null;
            FileSystemUtils.deleteRecursively(directory.toFile());
        }
    }
}
