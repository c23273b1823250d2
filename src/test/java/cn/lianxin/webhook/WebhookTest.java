package cn.lianxin.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reply;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.outbox.Couriers;
import cn.lianxin.platform.outgoing.HttpStation;
import cn.lianxin.platform.outgoing.Lines;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Signed calls to a real server, verified by a library that was not written here. */
@ProductTest
class WebhookTest {

    private static final String CANARY = "金丝雀";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    Endpoints endpoints;

    @Autowired
    SwitchingOff switchingOff;

    @Autowired
    Inbox inbox;

    @Autowired
    Directory directory;

    @Autowired
    Village village;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationContext context;

    private final HttpStation system = new HttpStation();
    private Mine mine;
    private Actor.Member administrator;
    private Couriers courier;

    @BeforeEach
    void begin() {
        mine = new Mine(village);
        var person = village.holder(Role.ADMINISTRATOR, mine.mine);
        administrator = new Actor.Member(person, "管", List.of(new Grant(Role.ADMINISTRATOR, mine.mine)));
        courier = Couriers.with(
                context, new Calling(endpoints, new SignedCalls(endpoints, Lines.calls(), clock), switchingOff, clock));
    }

    @AfterEach
    void end() {
        TestClock.reset();
        system.close();
        database.sql("update webhook.endpoint set state = 'OFF'").update();
        database.sql(
                        "update outbox.parcel set state = 'DROPPED', done_at = now() where state in ('WAITING', 'UNDER_WAY')")
                .update();
    }

    @Test
    void a_system_is_told_of_what_it_asked_for_by_calls_that_a_foreign_library_verifies() throws Exception {
        var secret = secretIn(register("FILED", "REPLIED"));

        var number = raise("E4", Reporter.Mode.CONFIDENTIAL);
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), CANARY, mine.desk);
        handling.acknowledge(number, CANARY, mine.handler);
        handling.reply(number, new Reply(CANARY, CANARY, CANARY, CANARY, Reply.Outcome.SUPPORT), mine.handler);
        settled();
        courier.workOff();

        assertThat(system.calls()).hasSize(2);
        for (var call : system.calls()) {
            new Webhook(secret).verify(call.body(), headers(call));
        }
        assertThat(system.calls())
                .extracting(HttpStation.Call::body)
                .anySatisfy(body -> assertThat(body)
                        .contains(
                                "\"type\":\"concern.filed\"",
                                "\"concern\":\"" + number + "\"",
                                "\"step\":1",
                                "\"lead\":"))
                .anySatisfy(body -> assertThat(body)
                        .contains(
                                "\"type\":\"concern.replied\"",
                                "\"lead\":\"" + directory.unit(mine.district).code() + "\""));
    }

    @Test
    void what_was_altered_on_the_way_or_signed_by_another_does_not_verify() throws Exception {
        var secret = secretIn(register("FILED"));
        raise("E4", Reporter.Mode.NAMED);
        settled();
        courier.workOff();
        var call = system.calls().getFirst();

        assertThatThrownBy(() -> new Webhook(secret).verify(call.body() + " ", headers(call)))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> new Webhook(Signature.newSecret()).verify(call.body(), headers(call)))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void nothing_of_what_was_said_and_nobodys_name_is_told_and_of_a_report_nothing_at_all() throws Exception {
        register(java.util.Arrays.stream(EventKind.values()).map(Enum::name).toArray(String[]::new));
        for (var mode : Reporter.Mode.values()) {
            var number = raise("E4", mode);
            handling.acceptAndAssign(number, "E4", mine.district, Set.of(), CANARY, mine.desk);
            handling.reply(
                    acknowledged(number),
                    new Reply(CANARY, CANARY, CANARY, CANARY, Reply.Outcome.SUPPORT),
                    mine.handler);
        }
        var report = raise("K4", Reporter.Mode.NAMED);
        settled();
        courier.workOff();

        var names = List.of(
                CANARY,
                report.toString(),
                directory.person(mine.worker.person()).name(),
                directory.person(mine.worker.person()).staffNumber(),
                directory.unit(mine.crew).code(),
                directory.unit(mine.crew).name(),
                directory.unit(mine.mine).name());
        assertThat(system.calls()).hasSizeGreaterThan(10);
        assertThat(system.calls())
                .noneMatch(call ->
                        names.stream().anyMatch(name -> (call.path() + call.headers() + call.body()).contains(name)));
    }

    @Test
    void a_system_of_another_mine_hears_nothing() throws Exception {
        register("FILED");
        raising.raise(
                Mine.concern("E4", Reporter.Mode.NAMED),
                Mine.token(),
                new Actor.Member(village.worker(mineElsewhere()), "工", List.of()));
        settled();
        courier.workOff();

        assertThat(system.calls()).isEmpty();
    }

    @Test
    void what_may_have_arrived_is_sent_again_under_the_same_id_with_a_new_time() throws Exception {
        register("FILED");
        system.will(HttpStation.drops(), HttpStation.says(500, ""), HttpStation.says(429, "Retry-After", "30"));
        raise("E4", Reporter.Mode.NAMED);
        settled();
        for (var i = 0; i < 5; i++) {
            courier.workOff();
            TestClock.forward(Duration.ofMinutes(10));
        }

        assertThat(system.calls()).hasSize(4);
        assertThat(system.calls())
                .extracting(call -> call.header("webhook-id"))
                .containsOnly(system.calls().getFirst().header("webhook-id"));
        assertThat(system.calls())
                .extracting(call -> call.header("webhook-timestamp"))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_system_that_was_gone_for_an_hour_hears_everything_once_it_is_back() throws Exception {
        register("FILED");
        system.goAway();
        for (var i = 0; i < 5; i++) {
            raise("E4", Reporter.Mode.NAMED);
        }
        settled();
        for (var minutes = 0; minutes < 60; minutes += 10) {
            courier.workOff();
            TestClock.forward(Duration.ofMinutes(10));
        }
        system.comeBack();
        TestClock.forward(Duration.ofMinutes(38));
        courier.workOff();

        assertThat(system.calls()).hasSize(5);
        assertThat(system.calls()).extracting(call -> call.header("webhook-id")).doesNotHaveDuplicates();
    }

    @Test
    void while_a_secret_is_replaced_both_verify_and_afterwards_the_new_one_alone() throws Exception {
        var page = register("FILED");
        var before = secretIn(page);
        var replaced = mvc.post()
                .uri("/webhooks/" + endpoint() + "/secret")
                .with(SignedIn.as(administrator))
                .exchange();
        var after = secretIn(replaced);
        assertThat(after).isNotEqualTo(before);
        assertThat(replaced).hasHeader("Cache-Control", "no-store");
        raise("E4", Reporter.Mode.NAMED);
        settled();
        courier.workOff();
        var call = system.calls().getFirst();

        new Webhook(before).verify(call.body(), headers(call));
        new Webhook(after).verify(call.body(), headers(call));

        var later = clock.instant().plus(Duration.ofHours(25));
        assertThat(endpoints.secretsOf(endpoint(), later)).containsExactly(after);
    }

    @Test
    void a_system_that_nothing_reaches_for_days_is_switched_off_and_its_administrator_is_told_once() throws Exception {
        register("FILED");
        system.usually(HttpStation.says(500, ""));
        for (var day = 0; day < 8; day++) {
            raise("E4", Reporter.Mode.NAMED);
            settled();
            courier.workOff();
            TestClock.forward(Duration.ofDays(1));
        }

        assertThat(endpoints.find(endpoint()).orElseThrow().state()).isEqualTo(Endpoint.State.FAILED);
        assertThat(notices()).isEqualTo(1);
        assertThat(mvc.get().uri("/webhooks/" + endpoint()).with(SignedIn.as(administrator)))
                .bodyText()
                .contains("发不通，停了");
        var calls = system.calls().size();
        raise("E4", Reporter.Mode.NAMED);
        settled();
        courier.workOff();
        assertThat(system.calls()).hasSize(calls);

        system.usually(HttpStation.says(200, ""));
        mvc.post()
                .uri("/webhooks/" + endpoint() + "/state")
                .param("on", "true")
                .with(SignedIn.as(administrator))
                .exchange();
        raise("E4", Reporter.Mode.NAMED);
        settled();
        courier.workOff();
        assertThat(system.calls()).hasSize(calls + 1);
    }

    @Test
    void a_system_that_says_it_is_gone_is_switched_off_at_once() throws Exception {
        register("FILED");
        system.will(HttpStation.says(410, ""));
        raise("E4", Reporter.Mode.NAMED);
        settled();
        courier.workOff();

        assertThat(endpoints.find(endpoint()).orElseThrow().state()).isEqualTo(Endpoint.State.FAILED);
        assertThat(notices()).isEqualTo(1);
    }

    @Test
    void it_can_be_tried_switched_off_and_given_up_by_whoever_administers_its_unit_alone() {
        register("FILED");
        var address = "/webhooks/" + endpoint();
        var stranger = new Actor.Member(
                village.worker(mine.mine), "管", List.of(new Grant(Role.ADMINISTRATOR, mineElsewhere())));

        assertThat(mvc.post().uri(address + "/trial").with(SignedIn.as(administrator)))
                .hasStatusOk()
                .bodyText()
                .contains("对方收下了");
        assertThat(system.calls().getFirst().body()).contains("\"type\":\"trial\"");
        for (var nobody : List.of(stranger, mine.desk, mine.worker)) {
            assertThat(mvc.get().uri(address).with(SignedIn.as(nobody))).hasStatus(404);
            assertThat(mvc.post().uri(address + "/secret").with(SignedIn.as(nobody)))
                    .hasStatus(404);
            assertThat(mvc.post().uri(address + "/retirement").with(SignedIn.as(nobody)))
                    .hasStatus(404);
        }
        assertThat(mvc.post().uri(address + "/retirement").with(SignedIn.as(administrator)))
                .hasStatus(303);
        assertThat(mvc.get().uri(address).with(SignedIn.as(administrator))).hasStatus(404);
    }

    @Test
    void bad_input_is_refused_and_what_was_typed_stays() {
        assertThat(post("看板", "http://169.254.169.254/", mine.mine.value(), "FILED"))
                .hasStatus(422)
                .bodyText()
                .contains("不许访问", "看板", "169.254");
        assertThat(post("看板", system.address("/"), mineElsewhere().value(), "FILED"))
                .hasStatus(422)
                .bodyText()
                .contains("请选一个您管的单位");
        assertThat(post("看板", system.address("/"), mine.mine.value()))
                .hasStatus(422)
                .bodyText()
                .contains("至少选一种");
        assertThat(post(" ", system.address("/"), mine.mine.value(), "FILED")).hasStatus(422);
        assertThat(mvc.get().uri("/webhooks").with(SignedIn.as(mine.worker))).hasStatus(404);
    }

    private cn.lianxin.kernel.UnitId mineElsewhere() {
        var elsewhere = new Mine(village);
        return elsewhere.mine;
    }

    private ConcernNumber acknowledged(ConcernNumber number) {
        handling.acknowledge(number, CANARY, mine.handler);
        return number;
    }

    private MvcTestResult register(String... kinds) {
        var answer = post("看板", system.address("/hook"), mine.mine.value(), kinds);
        assertThat(answer).hasStatusOk();
        return answer;
    }

    private MvcTestResult post(String name, String url, long unit, String... kinds) {
        return mvc.post()
                .uri("/webhooks")
                .param("name", name)
                .param("url", url)
                .param("unit", String.valueOf(unit))
                .param("kind", kinds)
                .with(SignedIn.as(administrator))
                .exchange();
    }

    private long endpoint() {
        return database.sql("select max(id) from webhook.endpoint where unit = :unit")
                .param("unit", mine.mine.value())
                .query(Long.class)
                .single();
    }

    private long notices() {
        return inbox.page(administrator.person(), Optional.empty()).rows().stream()
                .filter(message -> message.key().equals("notice.webhook-failed"))
                .count();
    }

    private static String secretIn(MvcTestResult page) {
        var body = new String(page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        var found = Pattern.compile("whsec_[A-Za-z0-9+/=]+").matcher(body);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static Map<String, List<String>> headers(HttpStation.Call call) {
        return Map.of(
                "webhook-id", List.of(call.header("webhook-id")),
                "webhook-timestamp", List.of(call.header("webhook-timestamp")),
                "webhook-signature", List.of(call.header("webhook-signature")));
    }

    private ConcernNumber raise(String matter, Reporter.Mode mode) {
        var concern = new NewConcern(
                ConcernKind.HELP,
                matter,
                CANARY,
                CANARY + "说的事",
                CANARY,
                mode,
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                List.of());
        return raising.raise(concern, Mine.token(), mine.worker).number();
    }

    private void settled() throws InterruptedException {
        for (var i = 0; i < 200; i++) {
            if (database.sql("select count(*) from event.event_publication")
                            .query(Long.class)
                            .single()
                    == 0) {
                return;
            }
            Thread.sleep(50);
        }
    }
}
