package cn.lianxin.survival;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.survival.Filing.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two products as processes on one database and one data directory, as behind a load balancer. */
@Tag("hours")
@Tag("database")
@TestMethodOrder(OrderAnnotation.class)
class TwoNodesTest {

    /** What one node reads of a session it trusts for five seconds: docs/operations.md. */
    private static final Duration REMEMBERED = Duration.ofSeconds(8);

    private static final Duration SOON = Duration.ofSeconds(30);

    /** By then somebody has looked at all that is due. */
    private static final Duration FIRST_TICK = Duration.ofSeconds(120);

    /** Both nodes have looked once more; they do so every twenty seconds. */
    private static final Duration TICKS = Duration.ofSeconds(25);

    private static final int FILINGS = 12;

    private static KillableDatabase database;
    private static KillableNode here;
    private static KillableNode there;
    private static People people;
    private static Traces traces;

    @BeforeAll
    static void start() throws IOException, SQLException {
        var parent = Files.createDirectories(Path.of("target", "survival"));
        var directory = Files.createTempDirectory(parent, "nodes").toAbsolutePath();
        database = KillableDatabase.found(directory.resolve("database"), List.of());
        var shared = Files.createDirectories(directory.resolve("shared"));
        people = People.found(database, shared);
        here = new KillableNode(database, shared, "here");
        there = new KillableNode(database, shared, "there");
        here.start();
        there.start();
        here.awaitPage();
        there.awaitPage();
        traces = new Traces(database);
    }

    @AfterAll
    static void stop() throws SQLException {
        if (traces != null) {
            traces.close();
        }
        for (var node : new KillableNode[] {here, there}) {
            if (node != null) {
                node.close();
            }
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    @Order(1)
    void a_session_moves_with_its_form_and_ends_everywhere() throws IOException {
        var phone = Phone.signedIn(here, People.worker(0));
        assertThat(phone.get("/me").status()).isEqualTo(200);

        phone.goesTo(there);
        assertThat(phone.get("/me").body()).contains(People.worker(0));

        var token = phone.drafts("两台机器上填的一张表，第m1z次说。", Mode.NAMED);
        phone.goesTo(here);
        var slip = phone.sends(token, Mode.NAMED).orElseThrow();
        phone.goesTo(there);
        assertThat(phone.sends(token, Mode.NAMED)).contains(slip);
        assertThat(traces.with("m1z")).hasSize(1);

        assertThat(phone.post("/sign-out", Map.of()).status()).isEqualTo(303);
        phone.goesTo(here);
        assertThat(Waiting.until(REMEMBERED, () -> status(phone, "/me"), status -> status != 200))
                .isNotEqualTo(200);
    }

    @Test
    @Order(2)
    void what_is_filed_on_one_is_listed_and_found_on_the_other() throws IOException {
        for (var pair : List.of(new KillableNode[] {here, there}, new KillableNode[] {there, here})) {
            var word = pair[0] == here ? "m2z" : "m3z";
            var worker = Phone.signedIn(pair[0], People.worker(1));
            var desk = Phone.signedIn(pair[1], People.DESK);

            var number = worker.sends(worker.drafts("澡堂的水是凉的，第" + word + "次说。", Mode.NAMED), Mode.NAMED)
                    .orElseThrow()
                    .number();

            assertThat(page(desk, "/desk")).contains(number);
            assertThat(page(desk, "/concerns/" + number)).contains(word);
            assertThat(Waiting.until(
                            SOON, () -> page(desk, "/search?q=" + word), page -> page.contains("/concerns/" + number)))
                    .containsOnlyOnce("/concerns/" + number + "?");
        }
    }

    @Test
    @Order(3)
    void what_is_done_by_itself_is_done_once() throws Exception {
        var filed = new ArrayList<Long>();
        for (var i = 0; i < FILINGS; i++) {
            var worker = Phone.signedIn(i % 2 == 0 ? here : there, People.worker(i % People.WORKERS));
            var word = "m" + (100 + i) + "z";
            var token = worker.drafts("没人答复，第" + word + "次说。", Mode.values()[i % 3]);
            assertThat(worker.sends(token, Mode.values()[i % 3])).isNotEqualTo(Optional.empty());
            filed.add(traces.with(word).getFirst());
        }
        execute("""
                update concern.concern set filed_at = filed_at - interval '3 days',
                    acknowledge_by = acknowledge_by - interval '3 days'
                """);
        execute("update escalation.watch set look_at = now()");
        Waiting.until(FIRST_TICK, () -> unclimbed(filed), unclimbed -> unclimbed == 0);
        Waiting.pause(TICKS);

        for (var concern : filed) {
            var climbs = traces.strings(
                    "select clock || threshold from escalation.climb where concern = ?::bigint",
                    String.valueOf(concern));
            assertThat(climbs).isNotEmpty().doesNotHaveDuplicates();
            assertThat(traces.strings(
                            "select place::text from concern.step where concern = ?::bigint and kind = 'ESCALATED'",
                            String.valueOf(concern)))
                    .hasSameSizeAs(climbs);
        }
        assertThat(traces.strings("""
                select person || cause from notification.message where cause is not null
                """)).isNotEmpty().doesNotHaveDuplicates();
        assertThat(traces.undone()).isZero();
        logsMustBeInOnePiece();
        assertThat(traces.halves()).isEmpty();
    }

    private static long unclimbed(List<Long> filed) {
        return filed.stream()
                .filter(concern -> traces.strings(
                                "select 1 from escalation.climb where concern = ?::bigint", String.valueOf(concern))
                        .isEmpty())
                .count();
    }

    private static void logsMustBeInOnePiece() throws Exception {
        for (var node : new KillableNode[] {here, there}) {
            var auditor = Phone.signedIn(node, People.AUDITOR);
            assertThat(auditor.post("/audit/check", Map.of()).status()).isEqualTo(303);
        }
        assertThat(traces.strings("select log || ' ' || count(*) from audit.link group by log"))
                .hasSizeGreaterThan(1)
                .isEqualTo(traces.strings("select log || ' ' || max(place) from audit.link group by log"));
        assertThat(traces.strings("select log || entry from audit.link")).doesNotHaveDuplicates();
        assertThat(traces.strings("select kind from audit.finding")).isEmpty();
        assertThat(here.runs("--lianxin.clockwork=false", "--lianxin.transparency.task=verify"))
                .as("the public log verifies, see " + here.log())
                .isZero();
    }

    @Test
    @Order(4)
    void what_he_may_no_longer_do_on_one_he_may_not_on_the_other() throws IOException {
        var number = traces.strings("select number from concern.concern where position('m2z' in words) > 0")
                .getFirst();
        var desk = Phone.signedIn(there, People.DESK);
        assertThat(status(desk, "/concerns/" + number)).isEqualTo(200);

        var security = Phone.signedIn(here, People.SECURITY);
        var end = Map.of(
                "role", "DESK_OFFICER", "unit", String.valueOf(people.mine().value()));
        assertThat(security.post("/accounts/" + people.desk().value() + "/roles/end", end)
                        .status())
                .isEqualTo(303);

        assertThat(Waiting.until(REMEMBERED, () -> status(desk, "/concerns/" + number), status -> status != 200))
                .isEqualTo(404);
        assertThat(page(desk, "/search?q=m2z")).doesNotContain(number);
    }

    /** The indexes of both lie beside each other and neither throws the other's away. */
    @Test
    @Order(5)
    void each_has_an_index_of_its_own() throws IOException {
        for (var log : List.of(here.log(), there.log())) {
            assertThat(Files.readString(log)).doesNotContain("could not follow", "made again");
        }
    }

    private static void execute(String statement) throws SQLException {
        try (var connection = database.connection();
                var change = connection.createStatement()) {
            change.execute(statement);
        }
    }

    private static int status(Phone phone, String path) {
        try {
            return phone.get(path).status();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String page(Phone phone, String path) {
        try {
            return phone.get(path).body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
