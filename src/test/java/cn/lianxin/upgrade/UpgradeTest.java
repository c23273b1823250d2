package cn.lianxin.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.Lianxin;
import cn.lianxin.TestDatabase;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.database.EmbeddedPostgres;
import cn.lianxin.platform.transparency.StoredLog;
import cn.lianxin.privacy.Confirming;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From each state that has landed to today's. {@code upgrades/landed.txt} says which migrations there were on the evening of each
 * day on which some landed, and what was in them; {@code -Dlianxin.write-docs=true} adds today's.
 */
@Tag("database")
class UpgradeTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path LANDED = Path.of("src/test/resources/upgrades/landed.txt");

    /** Rows of the first state, which go through all others. */
    private static final Path ROWS = Path.of("src/test/resources/upgrades/2026-11-22.sql");

    /** Migrations have let go of them, or given them another name; none had rows of people. */
    private static final List<String> GONE =
            List.of("identity.deputy", "organization.staged_import", "organization.staged_row", "promise.time_limit");

    private static final PersonId WORKER = new PersonId(1);

    @TempDir
    static Path directory;

    /** By day, the name of a database as it was then. */
    private static final Map<String, String> STATES = new TreeMap<>();

    record Landed(String day, String sha256, String script) {}

    @BeforeAll
    static void the_states_of_each_day() throws Exception {
        @Nullable String before = null;
        for (var day : days()) {
            var name = "landed_" + day.replace("-", "") + "_"
                    + UUID.randomUUID().toString().substring(0, 8);
            execute("postgres", "create database " + name + (before == null ? "" : " template " + before));
            flyway(name, "filesystem:" + scriptsUntil(day)).migrate();
            if (before == null) {
                execute(name, Files.readString(ROWS));
            }
            STATES.put(day, name);
            before = name;
        }
    }

    static List<String> days() throws IOException {
        return landed().stream().map(Landed::day).distinct().sorted().toList();
    }

    private static List<Landed> landed() throws IOException {
        return Files.readAllLines(LANDED).stream()
                .map(line -> line.split(" "))
                .map(words -> new Landed(words[0], words[1], words[2]))
                .toList();
    }

    private static Path scriptsUntil(String day) throws IOException {
        var to = directory.resolve("scripts-" + day);
        for (var one : landed()) {
            if (one.day().compareTo(day) <= 0) {
                var file = to.resolve(one.script());
                Files.createDirectories(file.getParent());
                Files.copy(MIGRATIONS.resolve(one.script()), file);
            }
        }
        return to;
    }

    private static Flyway flyway(String database, String location) {
        var server = TestDatabase.server();
        return Flyway.configure()
                .dataSource(server.jdbcUrl(database), server.getUsername(), server.getPassword())
                .locations(location)
                .outOfOrder(true)
                .defaultSchema("public")
                .load();
    }

    private static Connection connect(String database) throws SQLException {
        EmbeddedPostgres server = TestDatabase.server();
        return DriverManager.getConnection(server.jdbcUrl(database), server.getUsername(), server.getPassword());
    }

    private static void execute(String database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Rows by table. */
    private static Map<String, Long> counts(String database) throws SQLException {
        var counts = new HashMap<String, Long>();
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var tables = statement.executeQuery("""
                        select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema')""")) {
            var names = new ArrayList<String>();
            while (tables.next()) {
                names.add(tables.getString(1));
            }
            for (var name : names) {
                try (var row = statement.executeQuery("select count(*) from " + name)) {
                    row.next();
                    counts.put(name, row.getLong(1));
                }
            }
        }
        return counts;
    }

    @Test
    void what_has_landed_is_never_changed() throws Exception {
        var landed = landed();
        for (var one : landed) {
            assertThat(digest(MIGRATIONS.resolve(one.script())))
                    .as(one.script())
                    .isEqualTo(one.sha256());
        }
        if (Boolean.getBoolean("lianxin.write-docs")) {
            add(landed.stream().map(Landed::script).toList());
        }
    }

    private static void add(List<String> known) throws Exception {
        var lines = new StringBuilder();
        try (var files = Files.walk(MIGRATIONS)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var script = MIGRATIONS.relativize(file).toString();
                if (!known.contains(script)) {
                    lines.append("%s %s %s%n".formatted(LocalDate.now(Clock.systemUTC()), digest(file), script));
                }
            }
        }
        Files.writeString(LANDED, lines, StandardOpenOption.APPEND);
    }

    private static String digest(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    @ParameterizedTest
    @MethodSource("days")
    void an_installation_of_that_day_starts_and_has_everything(String day) throws Exception {
        var name = STATES.get(day) + "_up";
        execute("postgres", "create database " + name + " template " + STATES.get(day));
        var before = counts(name);

        try (var product = start(name, day)) {
            var after = counts(name);
            GONE.forEach(before::remove);
            before.forEach((table, rows) ->
                    assertThat(after.getOrDefault(table, -1L)).as(table).isGreaterThanOrEqualTo(rows));
            assertThat(rowsOfThen(name)).as("rows of the first state").containsOnly(1L);
            var database = product.getBean(JdbcClient.class);
            assertThat(new StoredLog(database, Clock.systemUTC())
                            .prove(List.of())
                            .faults())
                    .isEmpty();
            assertThat(page(product, "/concerns/2026-4839-2078")).contains("三队的工分一直不贴出来", "工分表.txt");
            assertThat(flyway(name, "classpath:db/migration").validateWithResult().validationSuccessful)
                    .isTrue();
        }
    }

    private static List<Long> rowsOfThen(String name) throws SQLException {
        var found = new ArrayList<Long>();
        try (var connection = connect(name);
                var statement = connection.createStatement()) {
            for (var sql : List.of(
                    "organization.unit where code = 'OLD'",
                    "organization.person where staff_number = 'OLD1' and name = '王老矿'",
                    "identity.role_grant where role = 'DESK_OFFICER' and ended_at is null",
                    "concern.concern where number = '2026-4839-2078' and title = '老账：工分不公开'",
                    "concern.step where concern = 1 and place = 1 and kind = 'FILED'",
                    "concern.receipt where digest = 'a digest'",
                    "attachment.content where sha256(bytes) = sha256",
                    "notification.message where key = 'notice.filed'",
                    "audit.entry where action = 'organization.unit-founded'")) {
                try (var row = statement.executeQuery("select count(*) from " + sql)) {
                    row.next();
                    found.add(row.getLong(1));
                }
            }
        }
        return found;
    }

    private static ConfigurableApplicationContext start(String database, String day) {
        var server = TestDatabase.server();
        return new SpringApplicationBuilder(Lianxin.class)
                .run(
                        "--server.port=0",
                        "--lianxin.demo=false",
                        "--lianxin.clockwork=false",
                        "--lianxin.second-factor.mandatory=none",
                        "--lianxin.data=" + directory.resolve("data-" + day),
                        "--spring.datasource.url=" + server.jdbcUrl(database),
                        "--spring.datasource.hikari.maximum-pool-size=5",
                        "--spring.datasource.username=" + server.getUsername(),
                        "--spring.datasource.password=" + server.getPassword());
    }

    /** As the worker sees it who raised something then. */
    private static String page(ConfigurableApplicationContext product, String path) throws Exception {
        var statement = product.getBean(Confirming.class);
        statement.confirm(WORKER, statement.version());
        var cookie = SignedIn.cookieOf(WORKER, product);
        var port = product.getEnvironment().getProperty("local.server.port");
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Cookie", cookie.getName() + "=" + cookie.getValue())
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        }
    }
}
