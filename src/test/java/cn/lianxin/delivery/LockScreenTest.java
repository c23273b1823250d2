package cn.lianxin.delivery;

import static org.assertj.core.api.Assertions.assertThat;

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
import cn.lianxin.identity.Village;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.outgoing.HttpStation;
import cn.lianxin.platform.outgoing.Lines;
import cn.lianxin.platform.outgoing.MailStation;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is raised in whatever way: nothing that leaves the house tells what, who, where, or which kind it is. */
@ProductTest
class LockScreenTest {

    private static final String CANARY = "金丝雀";

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    Inbox inbox;

    @Autowired
    Messengers messengers;

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

    private final HttpStation gateway = new HttpStation();
    private final MailStation mail = new MailStation();
    private final List<String> secrets = new ArrayList<>();
    private Mine mine;
    private Reached reached;

    @BeforeEach
    void begin() {
        mine = new Mine(village);
        reached = new Reached(context, Lines.mailing(mail.port(), clock), Lines.calls());
        var id = messengers.add(
                new Messenger(
                        0,
                        "短信",
                        AddressKind.TELEPHONE,
                        true,
                        "POST",
                        gateway.address("/{to}?t={text}"),
                        "X-Link: {link}",
                        Messenger.BodyFormat.JSON,
                        "{\"text\":\"{text}\",\"link\":\"{link}\"}",
                        "",
                        "",
                        "",
                        false,
                        false),
                mine.worker.person(),
                clock.instant());
        for (var actor : List.of(mine.worker, mine.desk, mine.handler, mine.leader, mine.mineLeader, mine.supervisor)) {
            reached.byMail(actor.person());
            reached.by(messengers.find(id).orElseThrow().way(), actor.person());
            reached.wants(actor.person(), Reached.always());
            secrets.add(directory.person(actor.person()).name());
            secrets.add(directory.person(actor.person()).staffNumber());
        }
        for (var unit : List.of(mine.mine, mine.district, mine.crew)) {
            secrets.add(directory.unit(unit).name());
            secrets.add(directory.unit(unit).code());
        }
        secrets.add(CANARY);
        secrets.addAll(List.of("concern", "诉求", "反映", "举报", "答复", "受理", "催", "澡堂"));
    }

    @AfterEach
    void end() throws Exception {
        TestClock.reset();
        gateway.close();
        mail.close();
        database.sql(
                        "update outbox.parcel set state = 'DROPPED', done_at = now() where state in ('WAITING', 'UNDER_WAY')")
                .update();
        database.sql("update delivery.messenger set enabled = false").update();
    }

    @Test
    void nothing_that_leaves_the_house_tells_anything() throws Exception {
        for (var matter : List.of("E4", "K4")) {
            for (var mode : Reporter.Mode.values()) {
                var number = raise(matter, mode);
                secrets.add(number.toString());
                secrets.add(number.toString().replace("-", ""));
                if (matter.equals("E4")) {
                    answer(number);
                }
            }
        }
        settled();
        send();

        assertThat(mail.taken()).hasSizeGreaterThan(2);
        assertThat(gateway.calls()).hasSizeGreaterThan(2);
        for (var secret : secrets) {
            assertThat(mail.taken()).as(secret).noneMatch(text -> readable(text).contains(secret));
            assertThat(gateway.calls())
                    .as(secret)
                    .noneMatch(call -> (call.path() + call.headers() + call.body()).contains(secret));
        }
    }

    @Test
    void one_kind_cannot_be_told_from_another() throws Exception {
        var texts = new ArrayList<String>();
        var bodies = new ArrayList<String>();
        for (var way : List.of("E4 NAMED", "E4 CONFIDENTIAL", "K4 NAMED", "K4 CONFIDENTIAL")) {
            var before = mail.taken().size();
            var callsBefore = gateway.calls().size();
            var number = raise(way.split(" ")[0], Reporter.Mode.valueOf(way.split(" ")[1]));
            var by = way.startsWith("K4") ? mine.supervisor : mine.desk;
            raising.say(number, CANARY, List.of(), by);
            settled();
            send();
            var mails = mail.taken().subList(before, mail.taken().size()).stream()
                    .filter(text -> text.contains("To: " + Reached.mailOf(mine.worker.person())))
                    .toList();
            assertThat(mails).as(way).hasSize(1);
            texts.add(withoutId(mails.getFirst()));
            bodies.add(gateway.calls().subList(callsBefore, gateway.calls().size()).stream()
                    .filter(call -> call.path().contains(Reached.telephoneOf(mine.worker.person())))
                    .map(call -> call.path() + call.body())
                    .reduce("", String::concat));
            inbox.markRead(mine.worker.person(), Long.MAX_VALUE);
            TestClock.forward(Duration.ofHours(1));
        }

        assertThat(texts).containsOnly(texts.getFirst());
        assertThat(bodies).containsOnly(bodies.getFirst());
    }

    @Test
    void who_speaks_in_confidence_hears_nothing_outside_until_he_wants_it() throws Exception {
        reached.wants(mine.worker.person(), at(Wish.usual()));
        var confidential = raise("E4", Reporter.Mode.CONFIDENTIAL);
        var report = raise("K4", Reporter.Mode.NAMED);
        raising.say(confidential, CANARY, List.of(), mine.desk);
        raising.say(report, CANARY, List.of(), mine.supervisor);
        settled();
        send();

        assertThat(inbox.unread(mine.worker.person())).isEqualTo(2);
        assertThat(mail.taken()).noneMatch(text -> text.contains("To: " + Reached.mailOf(mine.worker.person())));
    }

    private static Wish at(Wish wish) {
        return new Wish(wish.rhythm(), wish.hour(), wish.weekday(), Optional.empty(), wish.topics(), wish.language());
    }

    private ConcernNumber raise(String matter, Reporter.Mode mode) {
        var concern = new NewConcern(
                ConcernKind.HELP,
                matter,
                CANARY,
                CANARY + "说的事",
                CANARY + "澡堂",
                mode,
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                List.of());
        return raising.raise(concern, Mine.token(), mine.worker).number();
    }

    private void answer(ConcernNumber number) {
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), CANARY, mine.desk);
        handling.acknowledge(number, CANARY, mine.handler);
        raising.say(number, CANARY, List.of(), mine.handler);
        handling.reply(number, new Reply(CANARY, CANARY, CANARY, CANARY, Reply.Outcome.SUPPORT), mine.handler);
    }

    /** What was owed after the commits is in the inboxes. */
    private void settled() throws InterruptedException {
        for (var i = 0; i < 200; i++) {
            var open = database.sql("select count(*) from event.event_publication")
                    .query(Long.class)
                    .single();
            if (open == 0) {
                return;
            }
            Thread.sleep(50);
        }
    }

    private void send() {
        for (var i = 0; i < 3; i++) {
            reached.node().workOff();
            TestClock.forward(Wish.PAUSE.plusSeconds(1));
        }
    }

    /** Subject and body without their transport encoding. */
    private static String readable(String mail) {
        var text = new StringBuilder(mail);
        var words = java.util.regex.Pattern.compile("(?i)=\\?utf-8\\?b\\?([A-Za-z0-9+/=]+)\\?=")
                .matcher(mail);
        while (words.find()) {
            text.append(decoded(words.group(1)));
        }
        if (mail.contains("base64")) {
            text.append(decoded(mail.substring(mail.indexOf("\n\n")).replaceAll("\\s", "")));
        }
        return text.toString();
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String withoutId(String mail) {
        return mail.replaceAll("(?m)^(Message-ID|Date):.*$", "");
    }
}
