package cn.lianxin.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.outbox.Outbox;
import cn.lianxin.platform.outgoing.HttpStation;
import cn.lianxin.platform.outgoing.Lines;
import cn.lianxin.platform.outgoing.MailStation;
import java.time.Clock;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class ReachPageTest {

    private static final String NUMBER = "13812345678";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    Messengers messengers;

    @Autowired
    Contacts contacts;

    @Autowired
    Confirmations confirmations;

    @Autowired
    Ways ways;

    @Autowired
    Wishes wishes;

    @Autowired
    Wording wording;

    @Autowired
    Outbox outbox;

    @Autowired
    Recipients recipients;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    private final HttpStation gateway = new HttpStation();
    private UnitId mine;
    private Actor.Member worker;
    private Way sms;

    @BeforeEach
    void begin() {
        mine = village.mine();
        worker = new Actor.Member(village.worker(mine), "王师傅", List.of());
        var id = messengers.add(
                new Messenger(
                        0,
                        "短信",
                        AddressKind.TELEPHONE,
                        true,
                        "POST",
                        gateway.address("/"),
                        "",
                        Messenger.BodyFormat.JSON,
                        "{\"to\":\"{to}\",\"text\":\"{text}\"}",
                        "",
                        "",
                        "",
                        false,
                        false),
                worker.person(),
                clock.instant());
        sms = messengers.find(id).orElseThrow().way();
    }

    @AfterEach
    void end() {
        TestClock.reset();
        gateway.close();
        database.sql("update delivery.messenger set enabled = false").update();
    }

    @Test
    void a_number_counts_once_its_owner_has_typed_the_code_that_was_sent_there() {
        assertThat(ask(" 138-1234 5678 ")).hasStatus(303).hasRedirectedUrl("/me/notifications?done=CODE_SENT");
        var sent = gateway.calls().getFirst().body();
        assertThat(sent).contains("\"to\":\"" + NUMBER + "\"").containsPattern("连心验证码：[0-9]{6}，");
        assertThat(contacts.waysOf(worker.person())).isEmpty();

        assertThat(confirm("000 000".equals(code(sent)) ? "111111" : "000 000"))
                .hasStatus(422)
                .bodyText()
                .contains("验证码不对");
        assertThat(confirm(" " + code(sent) + " ")).hasStatus(303);

        assertThat(contacts.address(worker.person(), sms.key())).contains(NUMBER);
        var page = page();
        assertThat(page.text()).contains("138****5678", "已打开").doesNotContain(NUMBER);
        assertThat(page.select("form[action=/me/notifications]")).hasSize(1);
    }

    @Test
    void a_code_is_worth_nothing_after_five_wrong_ones_after_ten_minutes_or_for_somebody_else() {
        ask(NUMBER);
        var code = code(gateway.calls().getFirst().body());
        var other = new Actor.Member(village.worker(mine), "别人", List.of());
        assertThat(confirm(other, code)).hasStatus(422).bodyText().contains("不能用了");
        for (var i = 0; i < 5; i++) {
            confirm(code.equals("123456") ? "654321" : "123456");
        }
        assertThat(confirm(code)).hasStatus(422).bodyText().contains("不能用了");

        ask(NUMBER);
        TestClock.forward(Confirming.LIFE);
        assertThat(confirm(code(gateway.calls().getLast().body()))).hasStatus(422);
        assertThat(contacts.waysOf(worker.person())).isEmpty();
    }

    @Test
    void nobody_has_another_flooded_with_codes() {
        for (var i = 0; i < 5; i++) {
            assertThat(ask(NUMBER)).hasStatus(303);
        }

        assertThat(ask(NUMBER)).hasStatus(422).bodyText().contains("今天已经发过 5 个验证码");
        assertThat(gateway.calls()).hasSize(5);
    }

    @Test
    void what_is_no_number_or_cannot_be_reached_is_refused_and_what_was_typed_stays() {
        assertThat(ask("12ab")).hasStatus(422).bodyText().contains("这不像一个手机号", "value=\"12ab\"");
        gateway.usually(HttpStation.says(500, ""));
        assertThat(ask(NUMBER)).hasStatus(422).bodyText().contains("验证码没发出去", "value=\"" + NUMBER + "\"");
        assertThat(ask("messenger:999999", NUMBER)).hasStatus(404);
    }

    @Test
    void a_mail_address_is_confirmed_in_the_same_way() throws Exception {
        try (var station = new MailStation()) {
            var confirming = new Confirming(
                    ways,
                    contacts,
                    confirmations,
                    wording,
                    new Sending(Lines.mailing(station.port(), clock), Lines.calls(), messengers),
                    outbox,
                    recipients,
                    clock);

            assertThatThrownBy(() -> confirming.sendCode("mail", "no address", Locale.ENGLISH, worker.person()))
                    .isInstanceOf(Refusal.Violation.class);
            confirming.sendCode("mail", "wang@mine.example", Locale.ENGLISH, worker.person());
            assertThat(station.taken()).hasSize(1);
            var code = confirmations.find(worker.person(), "mail").orElseThrow().code();
            assertThat(station.taken().getFirst()).contains(code);
            confirming.confirm("mail", code, worker.person());

            assertThat(contacts.address(worker.person(), "mail")).contains("wang@mine.example");
        }
    }

    @Test
    void a_copy_of_the_database_shows_no_number_and_no_code() {
        ask(NUMBER);
        var code = code(gateway.calls().getFirst().body());
        var asked = database.sql(
                        "select encode(address, 'escape') || encode(code, 'escape') from delivery.confirmation "
                                + "where person = :person")
                .param("person", worker.person().value())
                .query(String.class)
                .single();
        confirm(code);
        var kept = database.sql("select encode(address, 'escape') from delivery.contact where person = :person")
                .param("person", worker.person().value())
                .query(String.class)
                .single();

        assertThat(asked).doesNotContain(NUMBER, code);
        assertThat(kept).doesNotContain(NUMBER);
    }

    @Test
    void an_address_that_the_key_does_not_open_any_more_is_typed_anew() {
        reach();
        database.sql("update delivery.contact set address = decode('00000000ffff', 'hex') where person = :person")
                .param("person", worker.person().value())
                .update();

        assertThat(page().select("input[name=address]")).isNotEmpty();
        ask(NUMBER);
        confirm(code(gateway.calls().getLast().body()));
        assertThat(contacts.address(worker.person(), sms.key())).contains(NUMBER);
    }

    @Test
    void each_chooses_when_and_of_what() {
        reach();
        var chosen = mvc.post()
                .uri("/me/notifications")
                .param("rhythm", "WEEKLY")
                .param("hour", "7")
                .param("weekday", "5")
                .param("quietFrom", "8")
                .param("quietUntil", "15")
                .param("topic", "RAISED", "RAISED_IN_CONFIDENCE")
                .param("language", "en")
                .with(SignedIn.as(worker))
                .exchange();

        assertThat(chosen).hasStatus(303);
        var wish = wishes.of(worker.person());
        assertThat(wish.rhythm()).isEqualTo(Wish.Rhythm.WEEKLY);
        assertThat(wish.hour()).isEqualTo(7);
        assertThat(wish.weekday()).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(wish.quiet()).contains(new Wish.Quiet(8, 15));
        assertThat(wish.topics())
                .containsExactlyInAnyOrder(Notification.Topic.RAISED, Notification.Topic.RAISED_IN_CONFIDENCE);
        assertThat(wish.language()).isEqualTo(Locale.ENGLISH);
        var page = page();
        assertThat(page.select("input[name=rhythm][checked]").val()).isEqualTo("WEEKLY");
        assertThat(page.select("#quietFrom option[selected]").val()).isEqualTo("8");
        assertThat(page.select("input[name=topic][checked]").eachAttr("value"))
                .containsExactly("RAISED", "RAISED_IN_CONFIDENCE");
    }

    @Test
    void quiet_hours_with_one_end_or_none_of_a_day_are_refused_and_what_was_chosen_stays() {
        reach();
        for (var hours : List.of(List.of("22", ""), List.of("", "6"), List.of("6", "6"), List.of("24", "6"))) {
            assertThat(mvc.post()
                            .uri("/me/notifications")
                            .param("rhythm", "DAILY")
                            .param("quietFrom", hours.getFirst())
                            .param("quietUntil", hours.getLast())
                            .with(SignedIn.as(worker)))
                    .hasStatus(422)
                    .bodyText()
                    .contains("value=\"DAILY\" checked");
        }
        assertThat(wishes.of(worker.person())).isEqualTo(Wish.usual());
    }

    @Test
    void who_switches_off_or_leaves_is_written_to_no_more() {
        reach();
        outbox.put(sms.queue(), worker.person().value(), "m", "1 OTHER", clock.instant(), false);

        assertThat(mvc.post()
                        .uri("/me/notifications/contacts/removal")
                        .param("way", sms.key())
                        .with(SignedIn.as(worker)))
                .hasStatus(303);
        assertThat(contacts.waysOf(worker.person())).isEmpty();
        assertThat(state(worker.person())).isEqualTo("DROPPED");

        var leaver = village.worker(mine);
        contacts.keep(leaver, sms.key(), NUMBER, clock.instant());
        wishes.keep(leaver, Reached.always());
        village.leave(leaver);
        assertThat(contacts.waysOf(leaver)).isEmpty();
        assertThat(wishes.of(leaver)).isEqualTo(Wish.usual());
    }

    private void reach() {
        contacts.keep(worker.person(), sms.key(), NUMBER, clock.instant());
    }

    private String state(PersonId person) {
        return database.sql("select state from outbox.parcel where recipient = :person and queue = :queue")
                .param("queue", sms.key())
                .param("person", person.value())
                .query(String.class)
                .single();
    }

    private MvcTestResult ask(String number) {
        return ask(sms.key(), number);
    }

    private MvcTestResult ask(String way, String number) {
        return mvc.post()
                .uri("/me/notifications/contacts")
                .param("way", way)
                .param("address", number)
                .with(SignedIn.as(worker))
                .exchange();
    }

    private MvcTestResult confirm(String code) {
        return confirm(worker, code);
    }

    private MvcTestResult confirm(Actor by, String code) {
        return mvc.post()
                .uri("/me/notifications/contacts/confirmation")
                .param("way", sms.key())
                .param("code", code)
                .with(SignedIn.as(by))
                .exchange();
    }

    private static String code(String text) {
        return text.replaceAll("(?s).*([0-9]{6})，10 分钟.*", "$1");
    }

    private Document page() {
        var answer =
                mvc.get().uri("/me/notifications").with(SignedIn.as(worker)).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(
                new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
    }
}
