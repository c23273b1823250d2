package cn.lianxin.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.delivery.FileCouriers;
import cn.lianxin.identity.Accounts;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.outgoing.Lines;
import cn.lianxin.platform.outgoing.Mailing;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reports by mail, through a real mail server. */
@ProductTest
class MailedReportsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    IssuingOnTime issuing;

    @Autowired
    Subscribing subscribing;

    @Autowired
    Accounts accounts;

    @Autowired
    Village village;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Bureau bureau;
    private Mailing mailing;
    private String address;

    @BeforeEach
    void begin() {
        server.start();
        mailing = Lines.mailing(server.getSmtp().getPort(), clock);
        bureau = new Bureau(context);
        address = subscriber(bureau.mine.desk);
    }

    @AfterEach
    void end() {
        TestClock.reset();
        server.stop();
        database.sql("delete from report.subscription").update();
        database.sql(
                        "update outbox.parcel set state = 'DROPPED', done_at = now() where state in ('WAITING', 'UNDER_WAY')")
                .update();
    }

    @Test
    void on_monday_at_eight_it_comes_once_with_the_paper_however_often_and_on_how_many_nodes_it_is_due()
            throws Exception {
        bureau.raised(6, "E4", bureau.mine.district);
        var week = Bureau.weekIsOver();

        var nodes = List.of(
                CompletableFuture.runAsync(issuing::issueWhatIsDue),
                CompletableFuture.runAsync(issuing::issueWhatIsDue));
        nodes.forEach(CompletableFuture::join);
        issuing.issueWhatIsDue();
        FileCouriers.node(context, mailing).workOff();
        issuing.issueWhatIsDue();
        FileCouriers.node(context, mailing).workOff();

        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("连心周报");
            var parts = (Multipart) mail.getContent();
            assertThat(parts.getBodyPart(0).getContent().toString()).contains("您订阅的简报见附件");
            var file = parts.getBodyPart(1);
            assertThat(file.getDisposition()).isEqualTo(Part.ATTACHMENT);
            assertThat(MimeUtility.decodeText(file.getFileName())).endsWith(week.code() + "-1.pdf");
            var paper = Paper.of(file.getInputStream().readAllBytes());
            assertThat(paper.squeezed()).contains("诉求办理周报", "收到60");
        });
        assertThat(issues()).isEqualTo(1);
    }

    @Test
    void before_eight_nothing_is_issued() throws Exception {
        Bureau.weekIsOver();
        TestClock.forward(Duration.ofMinutes(-10));

        issuing.issueWhatIsDue();

        assertThat(issues()).isZero();
    }

    @Test
    void who_lost_the_right_gets_nothing_not_even_what_was_owed_to_him() throws Exception {
        var later = subscriber(bureau.mine.supervisor);
        Bureau.weekIsOver();
        takeAway(bureau.mine.desk);

        issuing.issueWhatIsDue();
        takeAway(bureau.mine.supervisor);
        FileCouriers.node(context, mailing).workOff();

        assertThat(issues()).isEqualTo(1);
        assertThat(later).isNotEqualTo(address);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void who_subscribes_afterwards_waits_for_the_next() throws Exception {
        Bureau.weekIsOver();
        var late = subscriber(bureau.mine.mineLeader);

        issuing.issueWhatIsDue();
        FileCouriers.node(context, mailing).workOff();

        assertThat(mails()).hasSize(1);
        assertThat(to(late)).isEmpty();
    }

    private String subscriber(Actor.Member member) {
        accounts.openMany(Map.of(member.person(), "a password of tests"));
        var reached = FileCouriers.reach(context, member.person());
        subscribing.begin(bureau.mine.mine, ReportKind.WEEK, member);
        return reached;
    }

    private void takeAway(Actor.Member member) {
        database.sql("update identity.role_grant set ended_at = now() where person = :person")
                .param("person", member.person().value())
                .update();
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

    private long issues() {
        return database.sql("select count(*) from report.issue where unit = :unit")
                .param("unit", bureau.mine.mine.value())
                .query(Long.class)
                .single();
    }
}
