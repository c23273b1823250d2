package cn.lianxin.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail to a real server, and to one that breaks the rules. */
class MailingTest {

    private final MailStation station = new MailStation();
    private final AtomicInteger handedOver = new AtomicInteger();
    private final Mail mail = new Mail(UUID.randomUUID(), "wang@mine.example", "连心有新消息", "请登录查看。");

    @AfterEach
    void close() throws IOException {
        station.close();
    }

    @Test
    void a_real_server_gets_it_with_an_id_that_stays_the_same() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            var mailing = Lines.mailing(server.getSmtp().getPort(), Clock.systemUTC());

            assertThat(mailing.send(mail, handedOver::incrementAndGet)).isInstanceOf(Outcome.Accepted.class);
            assertThat(mailing.send(mail, handedOver::incrementAndGet)).isInstanceOf(Outcome.Accepted.class);

            assertThat(server.getReceivedMessages()).hasSize(2).allSatisfy(got -> {
                assertThat(got.getHeader("Message-ID")).containsExactly("<" + mail.id() + "@mine.example>");
                assertThat(got.getSubject()).isEqualTo("连心有新消息");
                assertThat(got.getContent().toString().strip()).isEqualTo("请登录查看。");
                assertThat(got.getFrom()[0]).hasToString(Lines.FROM);
                assertThat(got.getRecipients(Message.RecipientType.TO)[0]).hasToString("wang@mine.example");
                assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            });
        } finally {
            server.stop();
        }
    }

    @Test
    void user_and_password_are_used_and_wrong_ones_are_said() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.setUser(Lines.FROM, "lianxin", "right");
        server.getManagers().getUserManager().setAuthRequired(true);
        server.start();
        try {
            var port = server.getSmtp().getPort();

            assertThat(as("lianxin", "right", port).send(mail, handedOver::incrementAndGet))
                    .isInstanceOf(Outcome.Accepted.class);
            assertThat(as("lianxin", "wrong", port).send(mail, handedOver::incrementAndGet))
                    .isEqualTo(new Outcome.Failed(Trouble.NOT_SET_UP, "SMTP AUTH"));
            assertThat(handedOver).hasValue(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void a_server_that_does_not_encrypt_gets_nothing_unless_the_settings_say_so() {
        var settings =
                new MailSettings("127.0.0.1", station.port(), "starttls", "", "", Lines.FROM, Duration.ofSeconds(2));

        var outcome = new Mailing(settings, new Trust(""), Clock.systemUTC()).send(mail, handedOver::incrementAndGet);

        assertThat(outcome).isEqualTo(new Outcome.Failed(Trouble.NOT_REACHED, "SMTP"));
        assertThat(station.taken()).isEmpty();
    }

    @Test
    void a_server_whose_certificate_nobody_vouches_for_gets_nothing() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        server.start();
        try {
            var settings = new MailSettings(
                    "127.0.0.1", server.getSmtps().getPort(), "tls", "", "", Lines.FROM, Duration.ofSeconds(2));

            assertThat(new Mailing(settings, new Trust(""), Clock.systemUTC()).send(mail, handedOver::incrementAndGet))
                    .isEqualTo(new Outcome.Failed(Trouble.NOT_REACHED, "SMTP"));
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 451 4.3.0 later, SMTP 451 4.3.0",
        "MAIL, 530 5.7.0 not you, SMTP 530 5.7.0",
        "RCPT, 450 4.2.0 greylisted, SMTP 450 4.2.0",
        "RCPT, 550 5.7.1 relaying denied, SMTP 550 5.7.1",
        "RCPT, 552 5.2.2 full, SMTP 552 5.2.2",
        "DATA, 451 no, SMTP 451",
        "., 451 4.3.0 disk full, SMTP 451 4.3.0",
        "., 554 5.6.0 no, SMTP 554 5.6.0"
    })
    void a_refusal_is_a_certain_no_and_nothing_was_taken(String command, String reply, String detail) {
        station.will(command, reply);

        assertThat(send()).isEqualTo(new Outcome.Failed(Trouble.REFUSED, detail));
        assertThat(station.taken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 <wang@mine.example> unknown, SMTP 550 5.1.1",
        "550 no such user here wang@mine.example, SMTP 550"
    })
    void an_address_that_nobody_has_will_never_work_and_is_not_repeated(String reply, String detail) {
        station.will("RCPT", reply);

        assertThat(send()).isEqualTo(new Outcome.Impossible(Trouble.NO_SUCH_RECIPIENT, detail));
    }

    @ParameterizedTest
    @CsvSource({"EHLO, drops", "MAIL, drops", "RCPT, drops", "DATA, drops", "MAIL, sleeps", "DATA, sleeps"})
    void who_breaks_off_before_the_final_dot_has_not_got_it(String command, String how) {
        station.will(command, how);

        assertThat(send()).isEqualTo(new Outcome.Failed(Trouble.NOT_REACHED, "SMTP"));
        assertThat(handedOver).hasValue(0);
        assertThat(station.taken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"drops", "sleeps"})
    void who_breaks_off_after_the_final_dot_may_have_it(String how) {
        station.will(".", how);

        assertThat(send()).isEqualTo(new Outcome.Unknown("SMTP"));
        assertThat(handedOver).hasValue(1);
        assertThat(station.taken()).hasSize(1);
    }

    @Test
    void where_nobody_listens_nothing_was_handed_over() {
        try (var nobody = new ClosedDoor()) {
            assertThat(send(nobody.port())).isEqualTo(new Outcome.Failed(Trouble.NOT_REACHED, "SMTP"));
            assertThat(handedOver).hasValue(0);
        }
    }

    @Test
    void who_may_not_hand_it_over_any_more_sends_no_final_dot() {
        assertThatThrownBy(
                        () -> Lines.mailing(station.port(), Clock.systemUTC()).send(mail, () -> {
                            throw new IllegalStateException("another has it");
                        }))
                .hasMessage("another has it");
        assertThat(station.taken()).isEmpty();
    }

    @Test
    void the_number_of_the_server_is_kept() {
        assertThat(send()).isEqualTo(new Outcome.Accepted("4711"));
    }

    @ParameterizedTest
    @CsvSource({
        "a@b.cn, true",
        "wang.wei+x@mine.example, true",
        "a@b, true",
        "@b.cn, false",
        "a@, false",
        "a b@c.cn, false",
        "'a@b.cn,c@d.cn', false",
        "<a@b.cn>, false",
        "'a@b.cn\r\nBcc: c@d.cn', false",
        "王@矿.中国, false"
    })
    void only_a_plain_address_is_one(String text, boolean address) {
        assertThat(Mail.isAddress(text)).isEqualTo(address);
    }

    private Outcome send() {
        return send(station.port());
    }

    private Outcome send(int port) {
        var outcome = Lines.mailing(port, Clock.systemUTC()).send(mail, handedOver::incrementAndGet);
        assertThat(outcome.toString()).doesNotContain("wang");
        return outcome;
    }

    private static Mailing as(String user, String password, int port) {
        return new Mailing(
                new MailSettings("127.0.0.1", port, "none", user, password, Lines.FROM, Duration.ofSeconds(2)),
                new Trust(""),
                Clock.systemUTC());
    }
}
