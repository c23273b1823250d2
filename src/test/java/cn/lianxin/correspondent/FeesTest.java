package cn.lianxin.correspondent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.newsroom.NewsTrial;
import cn.lianxin.newsroom.NewsroomInTime;
import cn.lianxin.newsroom.Paper;
import cn.lianxin.newsroom.Standing;
import cn.lianxin.newsroom.TakingOver;
import cn.lianxin.reprint.Reprint;
import cn.lianxin.textcheck.Answers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class FeesTest {

    @Autowired
    Village village;

    @Autowired
    CorrespondentTrial trial;

    @Autowired
    NewsTrial news;

    @Autowired
    TakingOver takingOver;

    @Autowired
    NewsroomInTime newsroom;

    @Autowired
    DrawingSheets drawing;

    @Autowired
    ClosingSheets closing;

    @Autowired
    Sheets sheets;

    @Autowired
    SheetLines lines;

    @Autowired
    SettingRates rates;

    @Autowired
    Contributions contributions;

    @Autowired
    JdbcClient database;

    Paper paper;
    List<PersonId> editors = List.of();

    @BeforeEach
    void found() {
        paper = new Paper(village);
        editors = List.of(paper.editor.person(), paper.section.person(), paper.chief.person());
    }

    @Test
    void a_closed_month_is_computed_again_to_the_byte_and_the_database_refuses_to_change_it() {
        rate("50");
        var article = publish("headline", "矿灯", 1, 9);
        publish("experience", "槐树", 1, 10);
        var sheet = drawUp(1);
        share(sheet, article, paper.author, 2, paper.worker, 1);
        trial.close(sheet, paper.mine, paper.chief.person());

        var head = sheets.get(sheet, paper.chief);
        assertThat(head.document()).contains("\t3333\t", "\t1667\t", "total\t10000");
        assertThat(closing.isSame(head)).isTrue();
        assertThat(lines.read(head).document()).isEqualTo(head.document());
        for (var attempt : List.of(
                "update correspondent.sheet set document = 'x', digest = encode(sha256('x'), 'hex') where id = "
                        + sheet,
                "update correspondent.sheet set closed_at = null, closed_by = null, document = null, digest = null where id = "
                        + sheet,
                "delete from correspondent.sheet where id = " + sheet,
                "update correspondent.piece set standing = 'RETRACTED' where sheet = " + sheet,
                "delete from correspondent.piece where sheet = " + sheet,
                "insert into correspondent.piece (article, sheet, title, channel, kind, day, standing, byline) values (-1, "
                        + sheet + ", 't', 'prose', 'TEXT', current_date, 'PUBLIC', 'b')",
                "update correspondent.share set fen = fen + 1 where article = " + article,
                "update correspondent.share set weight = 9 where article = " + article,
                "delete from correspondent.share where article = " + article,
                "insert into correspondent.share values (" + article + ", 1, 'x', 'x', 1, 0)",
                "insert into correspondent.correction (sheet, of_month, person, staff_number, name, fen, reason) values ("
                        + sheet + ", current_date, 1, 'x', 'x', 1, 'x')",
                "update correspondent.step set detail = 'x' where sheet = " + sheet,
                "update correspondent.rate set fen = fen + 1",
                "delete from correspondent.rate_version",
                "truncate correspondent.share",
                "insert into correspondent.rate select id, 'poetry', 'TEXT', 1 from correspondent.rate_version")) {
            assertThatThrownBy(() -> database.sql(attempt).update())
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(closing.isSame(sheets.get(sheet, paper.chief))).isTrue();
        assertThatThrownBy(() -> drawing.collect(sheet, paper.editor)).hasMessageContaining("fee-closed");
    }

    @Test
    void a_month_is_closed_by_a_chief_editor_who_put_no_hand_to_it_and_saw_what_it_is_now() {
        rate("50");
        var article = publish("headline", "矿灯", 1, 9);
        var sheet = drawUp(1);
        var seen = digest(sheet);

        assertThatThrownBy(() -> closing.close(sheet, seen, paper.editor)).hasMessageContaining("fee-chief-only");
        assertThatThrownBy(() -> closing.close(sheet, seen, paper.elsewhere)).isInstanceOf(Refusal.NotFound.class);
        share(sheet, article, paper.author, 1, paper.worker, 1);
        assertThatThrownBy(() -> closing.close(sheet, seen, paper.chief)).hasMessageContaining("fee-changed");
        drawing.collect(sheet, paper.chief);
        assertThatThrownBy(() -> closing.close(sheet, digest(sheet), paper.chief))
                .hasMessageContaining("fee-two-people");
        assertThatThrownBy(() -> database.sql("""
                        update correspondent.sheet set closed_by = :by, closed_at = now(), document = 'x',
                            digest = encode(sha256('x'), 'hex') where id = :sheet
                        """)
                        .param("by", paper.chief.person().value())
                        .param("sheet", sheet)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_month_that_runs_is_not_drawn_up_and_without_a_rate_none_is_closed() {
        assertThatThrownBy(() -> drawUp(0)).hasMessageContaining("fee-month-runs");
        publish("headline", "矿灯", 1, 9);
        var sheet = drawUp(1);

        assertThatThrownBy(() -> trial.close(sheet, paper.mine, paper.chief.person()))
                .hasMessageContaining("fee-no-rate");
        rate("50");
        drawing.collect(sheet, paper.editor);
        trial.close(sheet, paper.mine, paper.chief.person());
        assertThat(sheets.get(sheet, paper.editor).document()).contains("total\t5000");
    }

    @Test
    void rates_hold_from_their_first_day_and_are_never_changed_backwards() {
        trial.rate(paper.mine, paper.chief.person(), trial.ago(1).atDay(1), "50", Map.of("rate-experience", "33.33"));
        publish("headline", "头一天", 1, 1);
        publish("experience", "槐树", 1, 2);
        publish("headline", "前一天", 2, 20);
        var before = drawUp(2);
        var sheet = drawUp(1);

        assertThat(read(before).withoutRate()).hasSize(1);
        assertThat(read(sheet).total()).isEqualTo(8_333);
        assertThatThrownBy(() -> trial.rate(
                        paper.mine, paper.chief.person(), trial.today().minusDays(1), "80", Map.of()))
                .hasMessageContaining("fee-backwards");
        trial.rate(paper.mine, paper.chief.person(), trial.today(), "80", Map.of());
        drawing.collect(sheet, paper.editor);
        assertThat(read(sheet).total()).isEqualTo(8_333);
        assertThatThrownBy(() -> rates.set(Map.of(), paper.editor)).hasMessageContaining("fee-chief-only");
        assertThatThrownBy(() ->
                        database.sql("""
                        insert into correspondent.rate_version (unit, from_day, set_by, set_by_name, set_at, reason)
                        values (:unit, date '2026-01-01', 1, 'x', now(), 'x')
                        """).param("unit", paper.mine.value()).update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void
            what_was_wrong_goes_into_the_next_open_month_as_a_line_of_its_own_and_its_person_sees_it_when_that_is_closed() {
        rate("50");
        publish("headline", "矿灯", 2, 9);
        var closed = drawUp(2);
        var open = drawUp(1);
        var number = village.staffNumber(paper.author.person());
        assertThatThrownBy(() -> drawing.correct(open, trial.ago(2).toString(), number, "-3.05", "多给了", paper.editor))
                .hasMessageContaining("fee-not-closed-month");
        trial.close(closed, paper.mine, paper.chief.person());
        var document = sheets.get(closed, paper.chief).document();

        drawing.correct(open, trial.ago(2).toString(), number, "-3.05", "多给了", paper.editor);
        assertThat(contributions.ownCorrections(paper.author.person())).isEmpty();
        trial.close(open, paper.mine, paper.chief.person());

        assertThat(sheets.get(closed, paper.chief).document()).isEqualTo(document);
        assertThat(contributions.ownCorrections(paper.author.person()))
                .containsExactly(new Contributions.OwnCorrection(
                        trial.ago(1).toString(), trial.ago(2).toString(), -305, "多给了"));
        assertThat(sheets.get(open, paper.chief).document()).contains("total\t-305");
    }

    @Test
    void everybody_sees_his_own_part_once_the_month_is_closed() {
        rate("0.01");
        var article = publish("headline", "矿灯", 1, 9);
        var sheet = drawUp(1);
        share(sheet, article, paper.author, 1, paper.worker, 1);
        assertThat(own(paper.author.person(), article)).isEmpty();
        assertThat(contributions.own(paper.worker.person(), 10)).isEmpty();

        trial.close(sheet, paper.mine, paper.chief.person());

        assertThat(own(paper.author.person(), article)).contains(1L);
        assertThat(own(paper.worker.person(), article)).contains(0L);
    }

    @Test
    void what_was_taken_down_counts_as_that_and_what_moved_in_not_at_all() {
        var month = Period.of(trial.ago(0));
        var scope = Optional.of(paper.mine);
        news.publish("headline", "看得见", paper.author.person(), paper.mine, editors);
        var gone = news.publish("headline", "撤下的", paper.author.person(), paper.mine, editors);
        news.takeDown(gone, paper.section.person(), paper.mine);
        var former = takingOver.handIn(
                new NewsroomInTime.Piece("headline", "老网站的", "张写", "灯亮了。", Reprint.NONE, List.of()),
                "老网站",
                true,
                Answers.NONE,
                paper.author);
        var clock = Clock.systemUTC();
        newsroom.pass(former, 0, paper.editor, clock);
        newsroom.pass(former, 0, paper.section, clock);
        newsroom.pass(former, 0, paper.chief, clock);
        newsroom.publish(former, paper.editor, clock);

        assertThat(contributions.whole(month, scope)).isEqualTo(new Contributions.Count(1, 0, 1));
        assertThat(contributions.byChannel(month, scope)).hasSize(1);
        assertThat(contributions.byLevel(month, scope))
                .extracting(Contributions.OfLevel::count)
                .containsExactly(new Contributions.Count(1, 0, 1));
        assertThat(contributions.byUnit(month, scope))
                .extracting(Contributions.OfUnit::count)
                .containsExactly(new Contributions.Count(1, 0, 1));
        assertThat(contributions.byPerson(month, scope, 10))
                .singleElement()
                .satisfies(person -> assertThat(person.rank()).isEmpty());
        assertThat(contributions.own(paper.author.person(), 10))
                .extracting(Contributions.Own::standing)
                .containsExactlyInAnyOrder(Standing.PUBLIC, Standing.TAKEN_DOWN);
    }

    private void rate(String yuan) {
        trial.rate(paper.mine, paper.chief.person(), trial.ago(3).atDay(1), yuan, Map.of());
    }

    private long publish(String channel, String title, int ago, int day) {
        return trial.publish(channel, title, trial.ago(ago).atDay(day), paper.author.person(), paper.mine, editors);
    }

    private long drawUp(int ago) {
        return trial.drawUp(trial.ago(ago), paper.mine, paper.editor.person());
    }

    private FeeSheet read(long sheet) {
        return lines.read(sheets.get(sheet, paper.editor));
    }

    private String digest(long sheet) {
        return read(sheet).digest();
    }

    private void share(long sheet, long article, Actor.Member one, int his, Actor.Member other, int others) {
        drawing.share(
                sheet,
                article,
                village.staffNumber(one.person()) + " " + his + "\n" + village.staffNumber(other.person()) + " "
                        + others,
                paper.editor);
    }

    private Optional<Long> own(PersonId person, long article) {
        return contributions.own(person, 10).stream()
                .filter(piece -> piece.article() == article)
                .findFirst()
                .flatMap(Contributions.Own::fen);
    }
}
