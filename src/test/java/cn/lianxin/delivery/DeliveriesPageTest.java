package cn.lianxin.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.outgoing.HttpStation;
import cn.lianxin.platform.outgoing.Lines;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class DeliveriesPageTest {

    private static final AtomicLong PERSONS = new AtomicLong(780_000_000);
    private static final String SECRET = "sk-0815-never-shown";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    Messengers messengers;

    @Autowired
    Inbox inbox;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationContext context;

    private final HttpStation gateway = new HttpStation();
    private final PersonId worker = new PersonId(PERSONS.incrementAndGet());
    private Actor.Member administrator;
    private Actor.Member below;

    @BeforeEach
    void begin() {
        var group = village.mine();
        var district = village.district(group);
        administrator = new Actor.Member(village.worker(group), "管", List.of(new Grant(Role.ADMINISTRATOR, group)));
        below = new Actor.Member(village.worker(group), "管", List.of(new Grant(Role.ADMINISTRATOR, district)));
    }

    @AfterEach
    void end() {
        TestClock.reset();
        gateway.close();
        database.sql(
                        "update outbox.parcel set state = 'DROPPED', done_at = now() where state in ('WAITING', 'UNKNOWN')")
                .update();
        database.sql("update delivery.messenger set enabled = false").update();
    }

    @Test
    void only_who_administers_the_topmost_unit_sees_gateways_which_know_everybodys_number() {
        var id = save("短信").getResponse().getRedirectedUrl();

        for (var address : List.of("/deliveries", "/deliveries/messengers/new", String.valueOf(id))) {
            assertThat(mvc.get().uri(address).with(SignedIn.as(administrator))).hasStatusOk();
            assertThat(mvc.get().uri(address).with(SignedIn.as(below))).hasStatus(404);
        }
        assertThat(mvc.post().uri(id + "/trial").param("to", "13812345678").with(SignedIn.as(below)))
                .hasStatus(404);
        assertThat(gateway.calls()).isEmpty();
    }

    @Test
    void a_gateway_is_described_tried_and_used_and_its_secret_is_never_shown_again() {
        gateway.usually(HttpStation.says(200, "{\"code\":0,\"id\":\"abc-1\"}"));
        var saved = save("短信");
        assertThat(saved).hasStatus(303);
        var address = String.valueOf(saved.getResponse().getRedirectedUrl());

        var page = mvc.get().uri(address).with(SignedIn.as(administrator)).exchange();
        assertThat(page).bodyText().contains("已经存了一个").doesNotContain(SECRET);
        var tried = mvc.post()
                .uri(address + "/trial")
                .param("to", "13812345678")
                .with(SignedIn.as(administrator))
                .exchange();
        assertThat(tried).hasStatusOk().bodyText().contains("对方收下了", "abc-1");
        assertThat(gateway.calls()).singleElement().satisfies(call -> {
            assertThat(call.body()).contains("13812345678", "连心试发");
            assertThat(call.header("Authorization")).isEqualTo("Bearer " + SECRET);
        });
        assertThat(database.sql("select encode(secret, 'escape') from delivery.messenger where name = '短信' and "
                                + "enabled order by id desc limit 1")
                        .query(String.class)
                        .single())
                .doesNotContain(SECRET);

        assertThat(mvc.post().uri(address + "/trial").param("to", "x").with(SignedIn.as(administrator)))
                .hasStatus(422)
                .bodyText()
                .contains("这不像一个手机号");
    }

    @Test
    void a_gateway_that_says_no_in_its_body_has_not_taken_it() {
        gateway.usually(HttpStation.says(200, "{\"code\":40001}"));
        var address = String.valueOf(save("短信").getResponse().getRedirectedUrl());

        assertThat(mvc.post().uri(address + "/trial").param("to", "13812345678").with(SignedIn.as(administrator)))
                .bodyText()
                .contains("对方不收", "/code = 40001");
    }

    @Test
    void an_address_that_calls_may_not_go_to_is_refused_at_once_and_what_was_typed_stays() {
        for (var url : List.of(
                "http://169.254.169.254/latest",
                "https://[::ffff:10.0.0.1]/",
                "http://2130706433/",
                "https://10.0.0.1:22/",
                "file:///etc/passwd")) {
            assertThat(form("短信").param("url", url)).hasStatus(422).bodyText().contains(url, "短信");
        }
    }

    @Test
    void what_waits_and_why_is_seen_but_not_for_whom_and_it_is_sent_when_somebody_says_so() {
        gateway.will(HttpStation.says(503, ""), HttpStation.drops());
        gateway.usually(HttpStation.says(200, "{\"code\":0}"));
        save("短信");
        var sms = messengers.enabled().getFirst().way();
        var reached = new Reached(context, Lines.mailing(9, clock), Lines.calls());
        var other = new PersonId(PERSONS.incrementAndGet());
        for (var person : List.of(worker, other)) {
            reached.by(sms, person);
            reached.wants(person, Reached.always());
            inbox.deliver(new Notification(person, "inbox.empty", List.of(), "/x", "c"));
            reached.node().workOff();
        }

        var page = list();
        assertThat(page)
                .bodyText()
                .contains("HTTP 503", "对方不收", "不知收没收到", "再发，可能收到两次")
                .doesNotContain(Reached.telephoneOf(worker), String.valueOf(worker.value()), "inbox.empty");
        var ids = database.sql(
                        "select id::text from outbox.parcel where recipient in (:one, :two) and queue = :queue order by seq")
                .param("queue", sms.key())
                .param("one", worker.value())
                .param("two", other.value())
                .query(String.class)
                .list();
        assertThat(mvc.post().uri("/deliveries/retry").param("queue", sms.key()).with(SignedIn.as(administrator)))
                .hasStatus(303);
        reached.node().workOff();
        assertThat(gateway.calls()).hasSize(3);
        assertThat(mvc.post().uri("/deliveries/" + ids.getLast() + "/retry").with(SignedIn.as(administrator)))
                .hasStatus(303);
        reached.node().workOff();
        assertThat(gateway.calls()).hasSize(4);
        assertThat(mvc.post().uri("/deliveries/" + ids.getLast() + "/retry").with(SignedIn.as(administrator)))
                .hasStatus(404);
    }

    private MvcTestResult list() {
        return mvc.get().uri("/deliveries").with(SignedIn.as(administrator)).exchange();
    }

    private MvcTestResult save(String name) {
        return form(name).param("url", gateway.address("/send")).exchange();
    }

    private MockMvcTester.MockMvcRequestBuilder form(String name) {
        return mvc.post()
                .uri("/deliveries/messengers")
                .param("name", name)
                .param("addressKind", "TELEPHONE")
                .param("method", "POST")
                .param("headers", "Authorization: Bearer {secret}")
                .param("bodyFormat", "JSON")
                .param("body", "{\"phone\":\"{to}\",\"content\":\"{text}\"}")
                .param("successPointer", "/code")
                .param("successValue", "0")
                .param("idPointer", "/id")
                .param("secret", SECRET)
                .param("enabled", "yes")
                .with(SignedIn.as(administrator));
    }
}
