package cn.lianxin.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.delivery.FileCouriers;
import cn.lianxin.identity.Accounts;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.outgoing.Lines;
import cn.lianxin.platform.outgoing.Mailing;
import cn.lianxin.platform.web.Screen;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The digest, through a real mail server. */
@ProductTest
class DigestTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    DigestOnTime onTime;

    @Autowired
    Subscribing subscribing;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    Accounts accounts;

    @Autowired
    Village village;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Mine mine;
    private Mailing mailing;
    private String address;

    @BeforeEach
    void begin() {
        server.start();
        mailing = Lines.mailing(server.getSmtp().getPort(), clock);
        mine = new Mine(village);
        address = subscriber(mine.desk);
    }

    @AfterEach
    void end() {
        TestClock.reset();
        server.stop();
        database.sql("truncate foresight.subscription, foresight.digest, silence.silent_unit, silence.look")
                .update();
        database.sql(
                        "update outbox.parcel set state = 'DROPPED', done_at = now() where state in ('WAITING', 'UNDER_WAY')")
                .update();
    }

    @Test
    void on_monday_at_seven_it_comes_once_with_numbers_and_no_word_of_a_case() throws Exception {
        returned();
        monday(7, 5);

        var nodes = List.of(
                CompletableFuture.runAsync(onTime::oweWhatIsDue), CompletableFuture.runAsync(onTime::oweWhatIsDue));
        nodes.forEach(CompletableFuture::join);
        carry();
        onTime.oweWhatIsDue();
        carry();

        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("连心：本周见微知著");
            assertThat(mail.getContent().toString())
                    .contains("在上升：0 处", "又冒出来：1 处", "听不见：0 处", "办得不一样：0 处", "不想再收")
                    .doesNotContain("热水", "澡堂", "村", "202");
        });
    }

    @Test
    void before_seven_nothing_goes() {
        returned();
        monday(6, 50);

        onTime.oweWhatIsDue();
        carry();

        assertThat(mails()).isEmpty();
    }

    @Test
    void that_there_is_nothing_is_said_once_and_then_only_when_there_is_something() throws Exception {
        monday(7, 5);
        onTime.oweWhatIsDue();
        carry();
        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.getContent().toString()).contains("本周没有异常"));

        monday(7, 5);
        onTime.oweWhatIsDue();
        carry();
        assertThat(mails()).hasSize(1);

        returned();
        monday(7, 5);
        onTime.oweWhatIsDue();
        carry();
        assertThat(mails()).hasSize(2);
        assertThat(mails().getLast().getContent().toString()).contains("又冒出来：1 处");
    }

    @Test
    void it_comes_in_the_language_of_its_reader() throws Exception {
        database.sql("""
                        insert into delivery.wish (person, rhythm, hour, weekday, topics, language)
                        values (:person, 'AT_ONCE', 12, 1, '{}', 'en')
                        on conflict (person) do update set language = 'en'
                        """).param("person", mine.desk.person().value()).update();
        monday(7, 5);

        onTime.oweWhatIsDue();
        carry();

        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Lianxin: small signs of this week");
            assertThat(mail.getContent().toString()).contains("Nothing unusual this week");
        });
    }

    @Test
    void who_has_no_board_any_more_or_does_not_want_it_gets_not_even_what_was_owed() {
        var ended = subscriber(mine.supervisor);
        monday(7, 5);
        onTime.oweWhatIsDue();
        subscribing.end(mine.supervisor);
        database.sql("update identity.role_grant set ended_at = now() where person = :person")
                .param("person", mine.desk.person().value())
                .update();

        carry();

        assertThat(to(ended)).isEmpty();
        assertThat(mails()).isEmpty();
    }

    private void returned() {
        var number = raising.raise(Mine.concern("E4", Reporter.Mode.CONFIDENTIAL), Mine.token(), mine.worker)
                .number();
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        handling.reply(number, Mine.reply(), mine.handler);
        TestClock.forward(Duration.ofMinutes(5));
        for (int time = 0; time < 2; time++) {
            raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), mine.worker);
        }
    }

    private String subscriber(Actor.Member member) {
        accounts.openMany(Map.of(member.person(), "a password of tests"));
        var reached = FileCouriers.reach(context, member.person());
        subscribing.begin(member);
        return reached;
    }

    /** The next one. */
    private static void monday(int hour, int minute) {
        var today = LocalDate.ofInstant(TestClock.now(), Screen.ZONE);
        var morning = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atTime(hour, minute)
                .atZone(Screen.ZONE)
                .toInstant();
        TestClock.forward(Duration.between(TestClock.now(), morning));
    }

    private void carry() {
        FileCouriers.node(context, mailing).workOff();
    }

    private List<MimeMessage> mails() {
        return to(address);
    }

    private List<MimeMessage> to(String reader) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> recipient(mail).equals(reader))
                .toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
