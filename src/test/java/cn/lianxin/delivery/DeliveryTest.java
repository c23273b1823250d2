package cn.lianxin.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.InboxMessage;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.outgoing.HttpStation;
import cn.lianxin.platform.outgoing.Lines;
import cn.lianxin.platform.outgoing.MailStation;
import cn.lianxin.platform.web.Screen;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mail and messenger to real servers that are slow, refuse, break off, or are gone for an hour. */
@ProductTest
class DeliveryTest {

    private static final AtomicLong PERSONS = new AtomicLong(770_000_000);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(38);

    @Autowired
    Inbox inbox;

    @Autowired
    Messengers messengers;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationContext context;

    private final HttpStation gateway = new HttpStation();
    private final GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final PersonId worker = new PersonId(PERSONS.incrementAndGet());
    private final AtomicLong causes = new AtomicLong();
    private Reached reached;
    private Way sms;
    private int mailPort;

    @BeforeEach
    void begin() {
        mailServer.start();
        mailPort = mailServer.getSmtp().getPort();
        reached = new Reached(context, Lines.mailing(mailPort, clock), Lines.calls());
        sms = gateway("{\"to\":\"{to}\",\"text\":\"{text} {link}\"}", "/errcode", "0");
        gateway.usually(HttpStation.says(200, "{\"errcode\":0}"));
        reached.wants(worker, Reached.always());
    }

    @AfterEach
    void end() {
        TestClock.reset();
        mailServer.stop();
        gateway.close();
        // What this test leaves waiting is nobody else's.
        database.sql(
                        "update outbox.parcel set state = 'DROPPED', done_at = now() where state in ('WAITING', 'UNDER_WAY')")
                .update();
        database.sql("update delivery.messenger set enabled = false").update();
    }

    @Test
    void who_has_chosen_nothing_is_told_in_the_inbox_alone() throws Exception {
        deliver(worker);
        reached.node().workOff();

        assertThat(mailsTo(worker)).isEmpty();
        assertThat(gateway.calls()).isEmpty();
        assertThat(inbox.unread(worker)).isEqualTo(1);
    }

    @Test
    void a_message_comes_by_each_way_once() throws Exception {
        reached.byMail(worker);
        reached.by(sms, worker);
        deliver(worker);
        reached.node().workOff();
        reached.node().workOff();

        assertThat(mailsTo(worker)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("连心有新消息");
            assertThat(mail.getContent().toString())
                    .contains("您在连心有新消息，请登录查看。")
                    .contains("https://lianxin.mine.example/inbox");
        });
        assertThat(gateway.calls()).singleElement().satisfies(call -> {
            assertThat(call.body())
                    .isEqualTo("{\"to\":\"" + Reached.telephoneOf(worker)
                            + "\",\"text\":\"您在连心有新消息，请登录查看。 https://lianxin.mine.example/inbox\"}");
            assertThat(call.header("Idempotency-Key")).hasSize(36);
            assertThat(call.header("Authorization")).isEqualTo("Bearer a-secret");
        });
    }

    @Test
    void several_at_once_are_one_message_and_what_comes_soon_after_waits_a_little() throws Exception {
        reached.byMail(worker);
        deliver(worker);
        deliver(worker);
        reached.node().workOff();
        assertThat(mailsTo(worker)).hasSize(1);

        deliver(worker);
        reached.node().workOff();
        assertThat(mailsTo(worker)).hasSize(1);
        TestClock.forward(Wish.PAUSE);
        reached.node().workOff();
        assertThat(mailsTo(worker)).hasSize(2);
    }

    @Test
    void what_was_read_meanwhile_needs_no_message() throws Exception {
        reached.byMail(worker);
        deliver(worker);
        inbox.markRead(worker, Long.MAX_VALUE);
        reached.node().workOff();

        assertThat(mailsTo(worker)).isEmpty();
        assertThat(states(worker)).containsExactly("DROPPED");
    }

    @Test
    void mail_that_was_gone_for_an_hour_comes_once_after_all() throws Exception {
        var people = people(20);
        people.forEach(reached::byMail);
        mailServer.stop();
        people.forEach(this::deliver);
        for (var minutes = 0; minutes < 60; minutes += 10) {
            reached.node().workOff();
            TestClock.forward(Duration.ofMinutes(10));
        }
        people.subList(0, 10).forEach(this::deliver);

        var back = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        back.start();
        try {
            TestClock.forward(HALF_AN_HOUR);
            bothNodes();
            TestClock.forward(HALF_AN_HOUR);
            bothNodes();

            assertThat(back.getReceivedMessages()).hasSize(20);
            assertThat(Arrays.stream(back.getReceivedMessages()).map(DeliveryTest::recipient))
                    .containsExactlyInAnyOrderElementsOf(
                            people.stream().map(Reached::mailOf).toList());
            assertThat(people).allSatisfy(person -> assertThat(states(person)).containsOnly("SENT"));
        } finally {
            back.stop();
        }
    }

    @Test
    void a_messenger_that_was_gone_for_an_hour_gets_everything_once_after_all() throws Exception {
        var people = people(20);
        people.forEach(person -> reached.by(sms, person));
        gateway.goAway();
        people.forEach(this::deliver);
        for (var minutes = 0; minutes < 60; minutes += 10) {
            bothNodes();
            TestClock.forward(Duration.ofMinutes(10));
        }
        gateway.comeBack();
        TestClock.forward(HALF_AN_HOUR);
        bothNodes();

        assertThat(telephones())
                .containsExactlyInAnyOrderElementsOf(
                        people.stream().map(Reached::telephoneOf).toList());
        assertThat(people).allSatisfy(person -> assertThat(states(person)).containsExactly("SENT"));
    }

    @Test
    void a_gateway_that_refuses_is_asked_again_until_it_takes_it() throws Exception {
        reached.by(sms, worker);
        gateway.will(
                HttpStation.says(500, ""),
                HttpStation.says(429, "Retry-After", "600"),
                HttpStation.says(200, "{\"errcode\":45009}"),
                HttpStation.says(403, ""),
                HttpStation.says(302, "Location", "http://127.0.0.1/"),
                HttpStation.says(200, "no json"));
        deliver(worker);
        for (var i = 0; i < 12; i++) {
            reached.node().workOff();
            TestClock.forward(HALF_AN_HOUR);
        }

        assertThat(states(worker)).containsExactly("SENT");
        assertThat(gateway.calls()).hasSize(7);
        assertThat(gateway.calls())
                .extracting(call -> call.header("Idempotency-Key"))
                .containsOnly(gateway.calls().getFirst().header("Idempotency-Key"));
    }

    @Test
    void who_takes_it_and_breaks_off_or_sleeps_may_have_told_him_so_he_is_not_told_twice() throws Exception {
        var other = new PersonId(PERSONS.incrementAndGet());
        reached.wants(other, Reached.always());
        var silent = gateway("{\"to\":\"{to}\"}", "", "");
        reached.by(silent, worker);
        reached.by(silent, other);
        var taker = new HttpStation();
        point(silent, taker);
        taker.will(HttpStation.drops(), HttpStation.sleeps());
        deliver(worker);
        reached.node().workOff();
        deliver(other);
        reached.node().workOff();
        for (var i = 0; i < 5; i++) {
            TestClock.forward(Duration.ofHours(20));
            bothNodes();
        }

        assertThat(taker.calls()).hasSize(2);
        assertThat(states(worker)).containsExactly("UNKNOWN");
        assertThat(states(other)).containsExactly("UNKNOWN");
        assertThat(inbox.unread(worker)).isEqualTo(1);
        taker.close();
    }

    @Test
    void a_mail_server_that_takes_it_and_breaks_off_before_its_answer_gets_it_once() throws Exception {
        try (var station = new MailStation()) {
            station.will(".", MailStation.DROPS);
            var node = new Reached(context, Lines.mailing(station.port(), clock), Lines.calls()).node();
            reached.byMail(worker);
            deliver(worker);
            for (var i = 0; i < 10; i++) {
                node.workOff();
                TestClock.forward(Duration.ofHours(6));
            }
            assertThat(station.taken()).hasSize(1);
            assertThat(states(worker)).containsExactly("UNKNOWN");

            station.will(".", "250 ok");
            deliver(worker);
            node.workOff();
            assertThat(station.taken()).hasSize(2);
            assertThat(states(worker)).containsExactly("UNKNOWN", "SENT");
        }
    }

    @Test
    void a_mail_server_that_refuses_for_a_while_gets_it_once() throws Exception {
        try (var station = new MailStation()) {
            var node = new Reached(context, Lines.mailing(station.port(), clock), Lines.calls()).node();
            reached.byMail(worker);
            deliver(worker);
            for (var command : List.of("MAIL", "RCPT", "DATA", ".")) {
                station.will(command, "451 4.3.0 later");
                node.workOff();
                TestClock.forward(HALF_AN_HOUR);
                station.will(command, command.equals("DATA") ? "354 go on" : "250 ok");
            }
            assertThat(station.taken()).isEmpty();
            node.workOff();
            TestClock.forward(HALF_AN_HOUR);
            node.workOff();

            assertThat(station.taken()).hasSize(1);
            assertThat(states(worker)).containsExactly("SENT");
        }
    }

    @Test
    void who_cannot_be_reached_is_told_in_the_inbox_alone_and_once_a_day() throws Exception {
        try (var station = new MailStation()) {
            station.will("RCPT", "550 5.1.1 unknown");
            var node = new Reached(context, Lines.mailing(station.port(), clock), Lines.calls()).node();
            reached.byMail(worker);
            deliver(worker);
            node.workOff();
            TestClock.forward(Wish.PAUSE);
            deliver(worker);
            node.workOff();

            assertThat(keys(worker)).containsOnlyOnce("notice.not-reached.mail");
            assertThat(states(worker)).containsExactly("GIVEN_UP", "GIVEN_UP");
        }
    }

    @Test
    void in_quiet_hours_nothing_comes_and_afterwards_one_message_for_all() throws Exception {
        reached.byMail(worker);
        reached.wants(worker, quiet(22, 6));
        moveTo(23);
        deliver(worker);
        TestClock.forward(Duration.ofHours(3));
        deliver(worker);
        reached.node().workOff();
        assertThat(mailsTo(worker)).isEmpty();

        TestClock.forward(Duration.ofHours(4).plusMinutes(1));
        reached.node().workOff();
        assertThat(mailsTo(worker)).hasSize(1);
        assertThat(states(worker)).containsExactly("SENT", "SENT");
    }

    @Test
    void an_attempt_that_was_put_off_does_not_come_in_quiet_hours_either() throws Exception {
        reached.byMail(worker);
        reached.wants(worker, quiet(22, 6));
        moveTo(21);
        mailServer.stop();
        deliver(worker);
        reached.node().workOff();
        var back = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        back.start();
        try {
            TestClock.forward(Duration.ofHours(2));
            reached.node().workOff();
            assertThat(back.getReceivedMessages()).isEmpty();
            TestClock.forward(Duration.ofHours(8));
            reached.node().workOff();
            assertThat(back.getReceivedMessages()).hasSize(1);
        } finally {
            back.stop();
        }
    }

    @Test
    void for_life_and_limb_it_comes_at_any_hour() throws Exception {
        reached.byMail(worker);
        reached.wants(worker, quiet(22, 6));
        moveTo(2);
        inbox.deliver(new Notification(
                worker, "inbox.empty", List.of(), "/x", "u0", Notification.Topic.WORK, Notification.Reach.AT_ONCE));
        reached.node().workOff();

        assertThat(mailsTo(worker)).hasSize(1);
    }

    @Test
    void a_digest_is_one_message_for_what_came_since_the_last_and_nothing_comes_besides() throws Exception {
        reached.byMail(worker);
        reached.wants(worker, daily(12));
        moveTo(9);
        deliver(worker);
        deliver(worker);
        reached.node().workOff();
        assertThat(mailsTo(worker)).isEmpty();
        TestClock.forward(Duration.ofHours(4));
        reached.node().workOff();
        assertThat(mailsTo(worker)).hasSize(1);

        deliver(worker);
        reached.wants(worker, Reached.always());
        reached.node().workOff();
        TestClock.forward(Duration.ofDays(2));
        reached.node().workOff();
        assertThat(mailsTo(worker)).hasSize(2);
        assertThat(states(worker)).containsExactly("SENT", "SENT", "SENT");
    }

    @Test
    void who_no_longer_wants_it_gets_nothing_of_what_waits() throws Exception {
        reached.byMail(worker);
        reached.wants(worker, daily(12));
        deliver(worker);
        reached.wants(
                worker,
                new Wish(
                        Wish.Rhythm.AT_ONCE,
                        12,
                        java.time.DayOfWeek.MONDAY,
                        Optional.empty(),
                        Set.of(Notification.Topic.WORK),
                        java.util.Locale.ENGLISH));
        reached.node().workOff();

        assertThat(mailsTo(worker)).isEmpty();
        assertThat(states(worker)).containsExactly("DROPPED");
    }

    private void bothNodes() throws InterruptedException {
        var other = reached.node();
        var thread = Thread.startVirtualThread(other::workOff);
        reached.node().workOff();
        thread.join();
    }

    private void deliver(PersonId person) {
        inbox.deliver(
                new Notification(person, "inbox.empty", List.of(), "/concerns/1", "c" + causes.incrementAndGet()));
    }

    private List<PersonId> people(int count) {
        return Stream.generate(() -> new PersonId(PERSONS.incrementAndGet()))
                .limit(count)
                .peek(person -> reached.wants(person, Reached.always()))
                .toList();
    }

    private Way gateway(String body, String pointer, String value) {
        var id = messengers.add(
                new Messenger(
                        0,
                        "短信",
                        AddressKind.TELEPHONE,
                        true,
                        "POST",
                        gateway.address("/send"),
                        "Authorization: Bearer {secret}",
                        Messenger.BodyFormat.JSON,
                        body,
                        pointer,
                        value,
                        "",
                        false,
                        false),
                worker,
                clock.instant());
        messengers.keepSecret(id, "a-secret");
        return messengers.find(id).orElseThrow().way();
    }

    private void point(Way way, HttpStation station) {
        database.sql("update delivery.messenger set url = :url where id = :id")
                .param("url", station.address("/"))
                .param("id", Messenger.idOf(way.key()))
                .update();
    }

    private List<MimeMessage> mailsTo(PersonId person) {
        return Arrays.stream(mailServer.getReceivedMessages())
                .filter(mail -> recipient(mail).equals(Reached.mailOf(person)))
                .toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> telephones() {
        return gateway.calls().stream()
                .map(call -> call.body().replaceAll("(?s).*\"to\":\"([0-9]+)\".*", "$1"))
                .toList();
    }

    private List<String> states(PersonId person) {
        return database.sql("select state from outbox.parcel where recipient = :person order by seq")
                .param("person", person.value())
                .query((row, _) -> row.getString("state"))
                .list();
    }

    private List<String> keys(PersonId person) {
        return inbox.page(person, Optional.empty()).rows().stream()
                .map(InboxMessage::key)
                .toList();
    }

    private void moveTo(int hour) {
        var now = clock.instant().atZone(Screen.ZONE);
        var then = now.with(LocalTime.of(hour, 30));
        TestClock.forward(Duration.between(now, then.isAfter(now) ? then : then.plusDays(1)));
    }

    private static Wish quiet(int from, int until) {
        return with(Wish.Rhythm.AT_ONCE, 12, Optional.of(new Wish.Quiet(from, until)));
    }

    private static Wish daily(int hour) {
        return with(Wish.Rhythm.DAILY, hour, Optional.empty());
    }

    private static Wish with(Wish.Rhythm rhythm, int hour, Optional<Wish.Quiet> quiet) {
        var always = Reached.always();
        return new Wish(rhythm, hour, always.weekday(), quiet, always.topics(), always.language());
    }
}
