package cn.lianxin.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.Mine;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.transparency.Ticking;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of a notice in the public log, from outside. */
@ProductTest
class EnteredNoticesTest {

    private static final String SAID = "这次工分把我那两个夜班漏算了";

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Village village;

    Board board;
    Mine mine;

    @BeforeEach
    void found() {
        mine = new Mine(village);
        board = new Board(context, mine);
        Ticking.tick(context);
    }

    @AfterEach
    void today() {
        TestClock.reset();
    }

    @Test
    void each_act_is_an_entry_and_what_is_over_is_handed_to_nobody_any_more() throws Exception {
        var number = board.published(Board.OTHER, "停水", "周日停水两小时。", "");
        board.corrected(number, "停水", "周日停水三小时。", "", false);
        Ticking.tick(context);

        assertThat(entered())
                .contains(
                        "disclosure:" + number + ":1", "disclosure:" + number + ":2",
                        "disclosure-text:" + number + ":1", "disclosure-text:" + number + ":2");
        assertThat(opening("disclosure-text:" + number + ":1")).contains("两小时");
        assertThat(opening("disclosure:" + number + ":2")).contains("CORRECTION", "算错了一行");

        TestClock.forward(Duration.ofDays(400));
        board.ending.look();
        Ticking.tick(context);

        assertThat(entered()).contains("disclosure-end:" + number);
        assertThat(opening("disclosure-text:" + number + ":2")).isEqualTo("{\"withheld\":true}");
        assertThat(opening("disclosure:" + number + ":1")).isEqualTo("{\"withheld\":true}");
        assertThat(opening("disclosure:" + number + ":2"))
                .as("its title stays public")
                .contains("停水");
    }

    @Test
    void what_told_too_much_is_erased_and_an_entry_says_so() throws Exception {
        var number = board.published(Board.OTHER, "帮扶名单", "张一山家里的事写多了。", "");
        board.corrected(number, "帮扶名单", "只写名单。", "", true);
        Ticking.tick(context);

        assertThat(opening("disclosure-text:" + number + ":1")).isEqualTo("{\"erased\":true}");
        assertThat(opening("disclosure:" + number + ":1")).isEqualTo("{\"erased\":true}");
        assertThat(opening("disclosure-text:" + number + ":2")).contains("只写名单");
        assertThat(database.sql("select count(*) from transparency.entry where kind = 'erased' and subject = :subject")
                        .param("subject", "disclosure-text:" + number + ":1")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void an_objection_enters_only_when_its_day_is_over_and_tells_of_nobody() throws Exception {
        var number = board.published(Board.PAY, "11 月工分", "", "姓名\t出勤\t工分\n张一山\t26\t131\n");
        board.objected(number, SAID, true, mine.worker);
        var named = board.last(number);
        board.objected(number, SAID + "，还有加班", false, new Actor.Visitor());
        Ticking.tick(context);
        var subjects = List.of(
                "objection:" + named.id(),
                "objection-words:" + named.id(),
                "objection:" + board.last(number).id(),
                "objection-words:" + board.last(number).id());

        assertThat(subjects)
                .allSatisfy(subject -> assertThat(place(subject)).as(subject).isNegative());
        assertThat(text("/log/published")).doesNotContain(subjects.getFirst());

        TestClock.forward(Duration.ofDays(1));
        Ticking.tick(context);

        assertThat(subjects).allSatisfy(subject -> {
            assertThat(place(subject)).as(subject).isNotNegative();
            assertThat(manifest(subject))
                    .as("its time is the midnight after it, in the mine")
                    .contains("T16:00:00Z")
                    .doesNotContain("person");
        });
        assertThat(opening("objection:" + named.id()))
                .contains("objection.reply_due")
                .doesNotContain(SAID);
        assertThat(opening("objection-words:" + named.id())).isEqualTo("{\"withheld\":true}");

        board.objecting.reply(number, named.id(), Reply.Outcome.UPHELD, "漏算了两个夜班，下月补上。", mine.handler);
        Ticking.tick(context);

        assertThat(opening("objection-reply:" + named.id())).contains("漏算了两个夜班");
    }

    private List<String> entered() {
        return database.sql("select subject from transparency.entry where place is not null")
                .query((row, _) -> row.getString("subject"))
                .list();
    }

    private long place(String subject) {
        return database.sql(
                        "select coalesce(place, -1) from transparency.entry where subject = :subject and kind <> 'erased'")
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    private String manifest(String subject) {
        return new String(
                database.sql("select manifest from transparency.entry where subject = :subject and kind <> 'erased'")
                        .param("subject", subject)
                        .query((row, _) -> row.getBytes("manifest"))
                        .single(),
                StandardCharsets.UTF_8);
    }

    /** As a worker who is signed in gets it. */
    private String opening(String subject) throws Exception {
        var place = place(subject);
        var size = Long.parseLong(
                text("/log/checkpoint").lines().skip(1).findFirst().orElseThrow());
        var width = Math.min(256, size - place / 256 * 256);
        var json = JsonMapper.builder().build().readTree(text("/log/openings/" + place / 256 + "/" + width));
        return json.get((int) (place % 256)).toString();
    }

    private String text(String address) throws Exception {
        return mvc.get()
                .uri(address)
                .with(SignedIn.as(mine.worker))
                .exchange()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
