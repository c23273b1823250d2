package cn.lianxin.exemplar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Where an objection was found right, another person than those who wrote it decides, and says in public why. */
@ProductTest
class UpheldObjectionsTest {

    private static final String WHY = "少的两个班已经补上，其余事迹核对无误。";

    @Autowired
    ApplicationContext context;

    @Autowired
    Village village;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    NamingExemplars naming;

    @Autowired
    DecidingExemplars deciding;

    @Autowired
    ExemplarClock clock;

    @Autowired
    ExemplarPages pages;

    Praise praise;

    @BeforeEach
    void found() {
        praise = new Praise(context, village);
    }

    @AfterEach
    void today() {
        TestClock.reset();
    }

    @Test
    void it_waits_for_the_chief_editor_and_readers_and_the_public_log_are_told_why_it_came_out() {
        var article = praise.passed("一盏灯");
        var notice = praise.upheld(article);
        clock.look();
        clock.look();

        assertThat(missing(article)).containsExactly("exemplar.missing.upheld");
        praise.refused("news-watched", () -> praise.publish(article));
        assertThat(praise.toldTo(praise.chief)).containsOnlyOnce("notice.exemplar.upheld");

        deciding.nevertheless(article, 1, WHY, praise.chief);
        clock.look();

        assertThat(missing(article)).isEmpty();
        praise.publish(article);
        assertThat(mvc.get().uri(address(article)).with(SignedIn.asNobody()))
                .hasStatusOk()
                .bodyText()
                .contains("为什么还是登", WHY, "/disclosures/" + notice);
        assertThat(database.sql(
                                "select count(*) from transparency.entry where kind = 'exemplar.decision' and subject = :subject")
                        .param("subject", "exemplar-decision:" + decision(article))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(praise.toldTo(praise.chief)).containsOnlyOnce("notice.exemplar.upheld");
    }

    @Test
    void whoever_wrote_it_named_them_is_one_of_them_or_is_no_chief_editor_does_not_decide() {
        var article = praise.passed("先进");
        praise.upheld(article);
        var markedBy = praise.asChief(praise.editor.person());

        for (var one :
                List.of(praise.editor, praise.asChief(praise.author()), praise.asChief(praise.model), markedBy)) {
            assertThatThrownBy(() -> deciding.nevertheless(article, 1, WHY, one))
                    .isInstanceOfSatisfying(
                            Refusal.NotAllowed.class,
                            refusal -> assertThat(refusal.code()).isEqualTo("exemplar-decides"));
        }
        assertThatThrownBy(() -> deciding.nevertheless(article, 1, WHY, praise.somebody()))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(missing(article)).containsExactly("exemplar.missing.upheld");
    }

    @Test
    void it_is_decided_after_the_notice_has_ended_of_what_was_read_and_with_a_reason_that_reveals_nothing() {
        var article = praise.passed("先进");
        naming.name(article, "", praise.numberOf(praise.model), praise.editor);
        var notice = praise.notice("公示", praise.nameOf(praise.model));
        naming.runBy(article, notice + "", praise.editor);

        praise.refused("exemplar-moved-on", () -> deciding.nevertheless(article, 1, WHY, praise.chief));
        praise.object(notice);
        praise.uphold(notice);
        praise.refused("exemplar-decision-early", () -> deciding.nevertheless(article, 1, WHY, praise.chief));
        praise.endNotices();
        praise.refused("exemplar-moved-on", () -> deciding.nevertheless(article, 2, WHY, praise.chief));
        for (var reason : List.of(" ", "电话 13812345678 说的")) {
            assertThatThrownBy(() -> deciding.nevertheless(article, 1, reason, praise.chief))
                    .isInstanceOf(Refusal.Violation.class);
        }
        deciding.nevertheless(article, 1, WHY, praise.chief);

        praise.refused("exemplar-moved-on", () -> deciding.nevertheless(article, 1, WHY, praise.chief));
    }

    @Test
    void a_decision_about_one_notice_does_not_count_for_another() {
        var article = praise.passed("先进");
        praise.upheld(article);
        deciding.nevertheless(article, 1, WHY, praise.chief);
        assertThat(missing(article)).isEmpty();

        var other = praise.notice("又公示", praise.nameOf(praise.model));
        naming.runBy(article, other + "", praise.editor);
        praise.object(other);
        praise.uphold(other);
        praise.endNotices();
        clock.look();

        assertThat(missing(article)).containsExactly("exemplar.missing.upheld");
        praise.refused("news-watched", () -> praise.publish(article));
        assertThat(praise.toldTo(praise.chief)).contains("notice.exemplar.upheld");
    }

    @Test
    void another_notice_does_not_make_anybody_forget_what_was_found_right() {
        var article = praise.passed("先进");
        var notice = praise.upheld(article);
        var other = praise.notice("去年的公示", praise.nameOf(praise.model));
        praise.endNotices();

        praise.refused("exemplar-undecided", () -> naming.runBy(article, other + "", praise.editor));
        naming.runBy(article, notice + "", praise.editor);
        assertRefused(
                "nobody has decided",
                () -> database.sql("update exemplar.piece set notice = :other where article = :article")
                        .param("other", other)
                        .param("article", article)
                        .update());
        assertThat(missing(article)).containsExactly("exemplar.missing.upheld");

        var second = praise.passed("又一篇");
        naming.name(second, "", praise.numberOf(praise.model), praise.editor);
        var withdrawn = praise.notice("公示", praise.nameOf(praise.model));
        naming.runBy(second, withdrawn + "", praise.editor);
        praise.object(withdrawn);
        praise.uphold(withdrawn);
        praise.withdrawNotice(withdrawn);
        naming.runBy(second, other + "", praise.editor);
        assertThat(missing(second)).containsExactly("exemplar.missing.consent");
    }

    @Test
    void when_whoever_it_was_about_is_taken_off_nothing_is_left_to_decide() {
        for (var answers : List.of(false, true)) {
            var article = praise.passed("两个人");
            naming.name(article, "", praise.numberOf(praise.model), praise.editor);
            context.getBean(Consenting.class).consent(article, praise.modelHimself());
            naming.name(article, "孙没写到", "", praise.editor);
            var other =
                    pages.keeping(article, praise.editor).subjects().getLast().id();
            naming.onPaper(article, other, "李见证", "2026-01-01", praise.editor);
            var notice = praise.notice("公示", praise.nameOf(praise.model) + "、孙没写到");
            naming.runBy(article, notice + "", praise.editor);
            praise.object(notice);
            praise.uphold(notice);
            praise.endNotices();

            deciding.takeOff(article, other, "异议说的是他", answers, praise.chief);

            assertThat(pages.keeping(article, praise.editor).subjects()).hasSize(1);
            assertThat(missing(article)).isEqualTo(answers ? List.of() : List.of("exemplar.missing.upheld"));
            if (answers) {
                praise.publish(article);
                assertThat(mvc.get().uri(address(article)).with(SignedIn.asNobody()))
                        .hasStatusOk()
                        .bodyText()
                        .doesNotContain("异议说的是他", "为什么还是登");
            }
        }
    }

    @Test
    void whoever_may_not_decide_does_not_take_the_objections_along_by_taking_somebody_off() {
        var article = praise.passed("先进");
        praise.upheld(article);
        naming.name(article, "孙没写到", "", praise.editor);
        var other = pages.keeping(article, praise.editor).subjects().getLast().id();
        var markedBy = praise.asChief(praise.editor.person());

        assertThatThrownBy(() -> deciding.takeOff(article, other, "不写了", true, markedBy))
                .isInstanceOf(Refusal.NotAllowed.class);
        assertThat(pages.keeping(article, praise.editor).subjects()).hasSize(2);
        deciding.takeOff(article, other, "不写了", false, markedBy);

        assertThat(missing(article)).containsExactly("exemplar.missing.upheld");
    }

    @Test
    void the_database_refuses_by_itself() {
        var article = praise.passed("先进");
        var other = praise.passed("另一篇");
        var notice = praise.upheld(article);
        praise.upheld(other);
        var others = pages.keeping(other, praise.editor).subjects().getFirst().id();

        assertRefused("nobody has decided", () -> free(article));
        assertRefused("does not decide about objections", () -> decide(article, notice, 1, null, praise.editor));
        assertRefused(
                "does not decide about objections", () -> decide(article, notice, 1, null, praise.modelHimself()));
        assertRefused("as many objections", () -> decide(article, notice, 9, null, praise.chief));
        assertRefused("nobody was taken off", () -> decide(article, notice, 1, others, praise.chief));
        var running = praise.notice("还在公示", praise.nameOf(praise.model));
        praise.object(running);
        praise.uphold(running);
        assertRefused("when the notice has ended", () -> decide(article, running, 1, null, praise.chief));

        decide(article, notice, 1, null, praise.chief);
        free(article);
        for (var statement : List.of("update exemplar.decision set reason = 'x'", "delete from exemplar.decision")) {
            assertRefused("stays as it was said", () -> database.sql(statement).update());
        }
    }

    @Test
    void the_page_asks_only_whoever_decides_and_shows_everybody_what_was_decided() {
        var article = praise.passed("先进");
        praise.upheld(article);
        var keeping = "/exemplars/" + article + "/keeping";

        assertThat(mvc.get().uri(keeping).with(SignedIn.as(praise.editor)))
                .hasStatusOk()
                .bodyText()
                .contains("等总编辑决定")
                .doesNotContain("还是登，公开原因");
        assertThat(mvc.get().uri(keeping).with(SignedIn.as(praise.chief)))
                .hasStatusOk()
                .bodyText()
                .contains("还是登，公开原因");
        assertThat(post(article, "", praise.chief)).hasStatus(422).bodyText().contains("请写原因");
        assertThat(post(article, WHY, praise.editor)).hasStatus(403);
        assertThat(post(article, WHY, praise.somebody())).hasStatus(404);
        assertThat(post(article, WHY, praise.chief)).hasStatus(303);
        assertThat(mvc.get().uri(keeping).with(SignedIn.as(praise.editor)))
                .hasStatusOk()
                .bodyText()
                .contains("决定还是登", WHY, "都齐了");
    }

    private MvcTestResult post(long article, String reason, Actor.Member by) {
        return mvc.post()
                .uri("/exemplars/" + article + "/decision")
                .param("upheld", "1")
                .param("decision", reason)
                .with(SignedIn.as(by))
                .exchange();
    }

    private List<String> missing(long article) {
        return pages.keeping(article, praise.editor).missing().stream()
                .map(one -> one.key())
                .toList();
    }

    private String address(long article) {
        return database.sql("select '/news/articles/' || id || '/' || slug from newsroom.article where id = :id")
                .param("id", article)
                .query(String.class)
                .single();
    }

    private long decision(long article) {
        return database.sql("select id from exemplar.decision where article = :article")
                .param("article", article)
                .query(Long.class)
                .single();
    }

    private void free(long article) {
        database.sql("update exemplar.piece set free = true where article = :id")
                .param("id", article)
                .update();
    }

    private void decide(long article, long notice, long upheld, @Nullable Long subject, Actor.Member by) {
        database.sql("""
                insert into exemplar.decision (article, notice, upheld, subject, reason, decided_by, decided_at)
                values (:article, :notice, :upheld, cast(:subject as bigint), '照登', :by, now())
                """)
                .param("article", article)
                .param("notice", notice)
                .param("upheld", upheld)
                .param("subject", subject)
                .param("by", by.person().value())
                .update();
    }

    private static void assertRefused(String why, Runnable statement) {
        assertThatThrownBy(statement::run)
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(why);
    }
}
