package cn.lianxin.platform.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.Lianxin;
import cn.lianxin.TestClock;
import cn.lianxin.TestDatabase;
import cn.lianxin.identity.Crowd;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Five hundred workers and a robot come from one address within ten minutes of the clock, over HTTP, to an installation with
 * the usual shares. Everything is counted; nothing depends on how quick the machine is.
 */
@Tag("slow")
class FairnessTest {

    private static final int MINUTES = 10;
    private static final int ONE_IN = 12;
    private static final int MOST_FOR_A_ROBOT = 10_000 / 100;

    private static ConfigurableApplicationContext product;
    private static String site;

    @BeforeAll
    static void open(@TempDir Path data) {
        product = new SpringApplicationBuilder(Lianxin.class, TestClock.Setup.class)
                .initializers(new TestDatabase())
                .run(
                        "--server.port=0",
                        "--lianxin.data=" + data,
                        "--lianxin.demo=false",
                        "--lianxin.clockwork=false",
                        "--lianxin.fairness.bits=8",
                        "--lianxin.second-factor.mandatory=none");
        site = "http://127.0.0.1:" + product.getEnvironment().getRequiredProperty("local.server.port");
    }

    @AfterAll
    static void close() {
        product.close();
        TestClock.reset();
    }

    @Test
    @Tag("hours")
    void five_hundred_workers_are_served_while_ten_thousand_requests_of_a_robot_get_a_hundredth() throws Exception {
        served(500, 10_000, 400);
    }

    @Test
    void workers_are_served_while_a_robot_at_the_same_address_gets_no_more_than_that() throws Exception {
        served(60, 700, 110);
    }

    /** The robot is there first in each minute and takes whatever lies open. */
    private static void served(int workers, int ofRobot, int ofGuesser) throws Exception {
        TestClock.forward(Duration.ofHours(2));
        var crowd = new Crowd(workers, product);
        var before = filed("robot");
        var words = "怕是 " + UUID.randomUUID();
        var refused = new AtomicInteger();
        var workedFor = new AtomicInteger();
        var robots = new AtomicLong();
        var guesses = new AtomicInteger();

        try (var client = HttpClient.newHttpClient();
                var threads = Executors.newFixedThreadPool(6)) {
            for (int minute = 0; minute < MINUTES; minute++) {
                var work = new ArrayList<Future<?>>();
                everyone(threads, ofRobot / MINUTES, _ -> robots.addAndGet(robot(client, crowd)), work);
                if (minute == 0) {
                    everyone(threads, ofGuesser, number -> guesses.addAndGet(guess(client, number)), work);
                }
                finish(work);
                var first = minute;
                everyone(
                        threads,
                        workers / MINUTES,
                        place -> worker(first * (workers / MINUTES) + place, words, client, crowd, refused, workedFor),
                        work);
                everyone(threads, 20, _ -> robots.addAndGet(robot(client, crowd)), work);
                finish(work);
                TestClock.forward(Duration.ofMinutes(1));
            }
        }

        assertThat(refused).hasValue(0);
        assertThat(filed(words)).isEqualTo(workers);
        assertThat(workedFor.get())
                .as("strangers who had to work, or nothing was shown")
                .isPositive();
        assertThat(robots.get()).isEqualTo(filed("robot") - before).isPositive().isLessThanOrEqualTo(MOST_FOR_A_ROBOT);
        assertThat(guesses.get()).isBetween(1, 100 + 30);
    }

    /** The same strangers, by their address alone and without a way to show that they are somebody: what we do not do. */
    @Test
    void by_their_address_alone_many_of_them_would_be_refused() throws Exception {
        var crowd = new Crowd(1, product);
        try (var client = HttpClient.newHttpClient()) {
            var answers = new ArrayList<Integer>();
            for (int place = 0; place < 150; place++) {
                answers.add(new Caller(client, site)
                        .send("/concerns/new/" + token() + "/words", Map.of("text", "怕是要塌 " + crowd.mine()))
                        .statusCode());
            }

            assertThat(answers).contains(429);
            assertThat(spent()).as("written down, and not once for each").isBetween(1L, 5L);
        }
    }

    @Test
    void whoever_has_to_wait_finds_what_he_typed_and_a_turn_opens_once_and_not_before() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var caller = new Caller(client, site);
            var typed = Map.of("text", "怕是 \"要\" <b>塌</b>", "password", "never in a page");
            var address = "/concerns/new/" + token() + "/words";
            var page = untilAsked(client, address, typed);
            var turn = Jsoup.parse(page).select("input[name=_turn]").val();

            assertThat(Jsoup.parse(page).select("input[name=text]").val()).isEqualTo(typed.get("text"));
            assertThat(page).doesNotContain("<b>塌</b>", "never in a page");
            var again = Map.of("text", "怕", Strangers.TURN_FIELD, turn);
            empty(client);
            assertThat(caller.send(address, again).body()).contains("还没轮到", turn);
            TestClock.forward(Duration.ofSeconds(21));
            empty(client);
            assertThat(caller.send(address, again).statusCode()).isEqualTo(303);
            assertThat(new Caller(client, site).send(address, again).statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void a_proof_counts_once_for_its_address_and_none_can_be_made_up() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var address = "/concerns/new/" + token() + "/words";
            untilAsked(client, address, Map.of("text", "怕"));
            var tasks = product.getBean(Tasks.class);
            var proof = Caller.solve(tasks.fresh("127.0.0.1").toString());
            var elsewhere = Caller.solve(tasks.fresh("10.0.0.9").toString());
            var easier = Caller.solve(proof.substring(0, proof.lastIndexOf('.')) + ";0");
            var madeUp = Caller.solve("A".repeat(80) + ";4");

            for (var wrong : List.of(elsewhere, easier, madeUp, "", ".", "1.1", "x".repeat(5_000))) {
                assertThat(send(client, address, wrong)).as(wrong).isEqualTo(429);
            }
            assertThat(send(client, address, proof)).isEqualTo(303);
            assertThat(send(client, address, proof)).isEqualTo(429);
        }
    }

    @Test
    void work_that_a_script_did_beforehand_is_answered_by_a_pass_and_no_page() throws Exception {
        var proof = Caller.solve(product.getBean(Tasks.class).fresh("127.0.0.1").toString());
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(site + "/pass"))
                            .header("Origin", site)
                            .header(Strangers.PROOF, proof)
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("pass="));
        }
    }

    private static int send(HttpClient client, String address, String proof) throws Exception {
        empty(client);
        return new Caller(client, site)
                .send(address, Map.of("text", "怕", Strangers.PROOF_FIELD, proof))
                .statusCode();
    }

    private static void empty(HttpClient client) throws Exception {
        untilAsked(client, "/concerns/new/" + token() + "/words", Map.of("text", "怕"));
    }

    /** Uses up what strangers of the address get without being asked; the page that asks. */
    private static String untilAsked(HttpClient client, String address, Map<String, String> fields) throws Exception {
        while (true) {
            var answer = new Caller(client, site).send(address, fields);
            if (answer.statusCode() == 429) {
                return answer.body();
            }
        }
    }

    private static long robot(HttpClient client, Crowd crowd) throws Exception {
        var body = """
                {"mode": "ANONYMOUS", "kind": "HELP", "matter": "", "place": "", "unit": %d, "words": "robot %s", "files": 0}
                """.formatted(crowd.mine().value(), UUID.randomUUID());
        var answer = new Caller(client, site).json("/concerns/new/offline/" + token(), body);
        assertThat(answer.statusCode()).isIn(201, 429);
        return answer.statusCode() == 201 ? 1 : 0;
    }

    /** Counts the passwords that were really looked at. */
    private static int guess(HttpClient client, int number) throws Exception {
        var answer = new Caller(client, site)
                .send("/sign-in", Map.of("number", "G" + number, "password", "guess " + number));
        assertThat(answer.statusCode()).isIn(422, 429);
        return answer.statusCode() == 422 ? 1 : 0;
    }

    private static void worker(
            int place, String words, HttpClient client, Crowd crowd, AtomicInteger refused, AtomicInteger workedFor)
            throws Exception {
        var caller = new Caller(client, site);
        var stranger = place % ONE_IN == 0;
        if (!stranger && place % 10 == 1) {
            var answer =
                    caller.post("/sign-in", Map.of("number", crowd.staffNumber(place), "password", Crowd.PASSWORD));
            expect(303, answer.statusCode(), refused);
        } else if (!stranger) {
            caller.with(crowd.cookie(place));
        }
        var askedAtSignIn = caller.asked();
        var draft = "/concerns/new/" + token();
        expect(200, caller.get("/concerns/new").statusCode(), refused);
        expect(
                303,
                caller.post(draft + "/words", Map.of("text", words + " " + place))
                        .statusCode(),
                refused);
        var matter = stranger ? Map.of("unit", "" + crowd.mine().value()) : Map.<String, String>of();
        expect(303, caller.post(draft + "/matter", matter).statusCode(), refused);
        var token = draft.substring(draft.lastIndexOf('/') + 1);
        var sent = caller.post("/concerns", Map.of("token", token, "mode", stranger ? "ANONYMOUS" : "NAMED"));
        expect(201, sent.statusCode(), refused);
        if (stranger && caller.asked() > 0) {
            workedFor.incrementAndGet();
        } else if (!stranger) {
            assertThat(caller.asked()).as("work asked of who has signed in").isEqualTo(askedAtSignIn);
        }
    }

    private static void expect(int wanted, int status, AtomicInteger refused) {
        assertThat(status).isIn(wanted, 429);
        if (status != wanted) {
            refused.incrementAndGet();
        }
    }

    private static long filed(String words) {
        return product.getBean(JdbcClient.class)
                .sql("select count(*) from concern.concern where words like :words || '%'")
                .param("words", words)
                .query(Long.class)
                .single();
    }

    private static long spent() {
        return product.getBean(JdbcClient.class)
                .sql("select count(*) from audit.security where kind = 'SHARE_SPENT' and place = ''")
                .query(Long.class)
                .single();
    }

    private static String token() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    }

    private interface Visit {
        void by(int place) throws Exception;
    }

    private static void everyone(ExecutorService threads, int count, Visit visit, List<Future<?>> work) {
        IntStream.range(0, count)
                .forEach(place -> work.add(threads.submit((Callable<Void>) () -> {
                    visit.by(place);
                    return null;
                })));
    }

    private static void finish(List<Future<?>> work) throws Exception {
        for (var one : work) {
            one.get();
        }
        work.clear();
    }
}
