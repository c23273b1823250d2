package cn.lianxin.exemplar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Nobody is held up in public without his word, and not before others could object. */
@ProductTest
class ExemplarsTest {

    private static final int SEQUENCES = 40;
    private static final int STEPS = 25;

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
    Consenting consenting;

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
    @DisplayName("民法典 §1019, 个人信息保护法 §13: nobody's picture or life is made public without his consent")
    void an_article_comes_out_when_he_has_said_yes_and_the_notice_has_ended_and_not_before() {
        var article = praise.passed("一盏灯");
        naming.name(article, "", praise.numberOf(praise.model), praise.editor);

        praise.refused("news-watched", () -> praise.publish(article));
        consenting.consent(article, praise.modelHimself());
        praise.refused("news-watched", () -> praise.publish(article));
        var notice = praise.notice("先进典型公示", "拟表彰 " + praise.nameOf(praise.model) + "。");
        naming.runBy(article, notice + "", praise.editor);
        praise.refused("news-watched", () -> praise.publish(article));
        praise.refused("news-watched", () -> praise.schedule(article));

        praise.endNotices();
        clock.look();

        assertThat(pages.keeping(article, praise.editor).missing()).isEmpty();
        assertThat(praise.toldTo(praise.editor)).contains("notice.exemplar.free");
        praise.publish(article);
        assertThat(praise.isPublic(article)).isTrue();
    }

    @Test
    void it_comes_out_at_once_after_the_notice_ended_also_before_the_clock_has_looked() {
        var article = praise.passed("早班");
        naming.name(article, "", praise.numberOf(praise.model), praise.editor);
        consenting.consent(article, praise.modelHimself());
        naming.runBy(article, praise.notice("公示", praise.nameOf(praise.model)) + "", praise.editor);
        praise.endNotices();

        praise.publish(article);

        assertThat(praise.isPublic(article)).isTrue();
    }

    @Test
    void an_objection_without_a_reply_keeps_it_back_however_long_that_takes() {
        var article = praise.passed("先进");
        naming.name(article, "", praise.numberOf(praise.model), praise.editor);
        consenting.consent(article, praise.modelHimself());
        var notice = praise.notice("公示", praise.nameOf(praise.model));
        naming.runBy(article, notice + "", praise.editor);
        praise.object(notice);

        praise.endNotices();
        clock.look();

        assertThat(pages.keeping(article, praise.editor).missing())
                .extracting(one -> one.key())
                .contains("exemplar.missing.objections");
        praise.refused("news-watched", () -> praise.publish(article));

        praise.reply(notice);
        praise.endNotices();
        clock.look();
        praise.publish(article);
        assertThat(praise.isPublic(article)).isTrue();
    }

    @Test
    void a_notice_that_does_not_name_him_or_was_withdrawn_counts_for_nothing() {
        var article = praise.passed("先进");
        naming.name(article, "", praise.numberOf(praise.model), praise.editor);
        consenting.consent(article, praise.modelHimself());
        var other = praise.notice("停水", "周日停水。");
        var withdrawn = praise.notice("公示", praise.nameOf(praise.model));

        assertThatThrownBy(() -> naming.runBy(article, other + "", praise.editor))
                .isInstanceOfSatisfying(
                        Refusal.Violation.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("exemplar-unnamed"));
        assertThatThrownBy(() -> naming.runBy(article, "987654321", praise.editor))
                .isInstanceOfSatisfying(
                        Refusal.Violation.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("exemplar-notice"));
        naming.runBy(article, withdrawn + "", praise.editor);
        praise.withdrawNotice(withdrawn);
        praise.endNotices();
        clock.look();

        assertThat(pages.keeping(article, praise.editor).missing())
                .extracting(one -> one.key())
                .containsExactly("exemplar.missing.notice-withdrawn");
        praise.refused("news-watched", () -> praise.publish(article));
    }

    @Test
    @DisplayName("个人信息保护法 §15: consent can be taken back at any time, as easily as it was given")
    void a_consent_taken_back_holds_it_up_at_its_time_and_after_it_is_public_is_a_task() {
        var article = praise.ready("一个班");
        praise.schedule(article);

        consenting.withdraw(article, praise.modelHimself());
        TestClock.forward(Duration.ofHours(3));
        praise.comeOut(article);

        assertThat(praise.isPublic(article)).isFalse();
        assertThat(praise.toldTo(praise.editor)).contains("notice.exemplar.withdrawn");

        consenting.consent(article, praise.modelHimself());
        praise.publish(article);
        consenting.withdraw(article, praise.modelHimself());

        assertThat(praise.isPublic(article))
                .as("taking it down is for its editors")
                .isTrue();
        assertThat(praise.toldTo(praise.editor)).contains("notice.exemplar.withdrawn-public");
        assertThat(pages.keeping(article, praise.editor).missing())
                .extracting(one -> one.key())
                .containsExactly("exemplar.missing.withdrawn");
    }

    @Test
    void consent_on_paper_counts_with_who_saw_it_and_when_and_only_in_the_past() {
        var article = praise.passed("老劳模");
        naming.name(article, "赵退休", "", praise.editor);
        naming.runBy(article, praise.notice("公示", "赵退休") + "", praise.editor);
        praise.endNotices();
        var subject =
                pages.keeping(article, praise.editor).subjects().getFirst().id();

        assertThatThrownBy(() -> naming.onPaper(article, subject, "", "2026-01-01", praise.editor))
                .isInstanceOf(Refusal.Violation.class);
        assertThatThrownBy(() -> naming.onPaper(article, subject, "李见证", "2099-01-01", praise.editor))
                .isInstanceOf(Refusal.Violation.class);
        praise.refused("news-watched", () -> praise.publish(article));
        naming.onPaper(article, subject, "李见证", "2026-01-01", praise.editor);
        praise.publish(article);

        assertThat(praise.isPublic(article)).isTrue();
    }

    @Test
    void whoever_said_no_is_not_simply_taken_off_the_list() {
        var article = praise.passed("写了名字的一篇");
        naming.name(article, "早班", "", praise.editor);
        var subject =
                pages.keeping(article, praise.editor).subjects().getFirst().id();

        assertThatThrownBy(() -> deciding.takeOff(article, subject, "不写了", false, praise.editor))
                .isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() -> deciding.takeOff(article, subject, "不写了", false, praise.chief))
                .isInstanceOfSatisfying(
                        Refusal.Conflict.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("exemplar-still-named"));

        naming.name(article, "孙没写到", "", praise.editor);
        var other = pages.keeping(article, praise.editor).subjects().getLast().id();
        deciding.takeOff(article, other, "文章里不写了", false, praise.chief);
        assertThat(pages.keeping(article, praise.editor).subjects()).hasSize(1);
    }

    @Test
    void the_database_refuses_by_itself_to_publish_what_is_held_and_to_let_go_of_what_is_not_complete() {
        var article = praise.passed("先进");
        naming.name(article, "", praise.numberOf(praise.model), praise.editor);

        assertRefused(
                "watches over this article",
                () -> database.sql("""
                update newsroom.article set standing = 'PUBLIC', public_revision = revision, first_public_at = now(),
                    changed_at = now(), working = 'SETTLED' where id = :id
                """).param("id", article).update());
        assertRefused(
                "watches over this article",
                () -> database.sql("""
                update newsroom.article set working = 'SCHEDULED', publish_at = now() where id = :id
                """).param("id", article).update());
        assertRefused("somebody has not consented", () -> free(article));
        consenting.consent(article, praise.modelHimself());
        assertRefused("has not run to its end", () -> free(article));
        assertRefused(
                "stays as it was said",
                () -> database.sql("update exemplar.consent set deed = 'GIVEN'").update());
        assertRefused(
                "stays as it was said",
                () -> database.sql("delete from exemplar.subject where article = :id")
                        .param("id", article)
                        .update());
    }

    private void free(long article) {
        database.sql("update exemplar.piece set free = true where article = :id")
                .param("id", article)
                .update();
    }

    private static void assertRefused(String why, Runnable statement) {
        assertThatThrownBy(statement::run)
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(why);
    }

    @Test
    void in_random_sequences_nothing_becomes_public_while_a_word_a_decision_or_the_end_of_the_notice_is_missing() {
        var published = 0;
        for (var seed = 0; seed < SEQUENCES; seed++) {
            var chance = new Random(seed);
            var article = praise.passed("随机的一篇");
            naming.name(article, "", praise.numberOf(praise.model), praise.editor);
            var notice = praise.notice("公示", praise.nameOf(praise.model));
            for (var step = 0; step < STEPS; step++) {
                var before = praise.isPublic(article);
                attempt(article, notice, chance);
                if (!before && praise.isPublic(article)) {
                    published++;
                    assertThat(complete(article, notice))
                            .as("seed %d, step %d", seed, step)
                            .isTrue();
                }
            }
        }

        assertThat(published).isGreaterThan(SEQUENCES / 8);
    }

    private void attempt(long article, long notice, Random chance) {
        try {
            switch (chance.nextInt(11)) {
                case 0 -> consenting.consent(article, praise.modelHimself());
                case 1 -> consenting.withdraw(article, praise.modelHimself());
                case 2 -> naming.runBy(article, notice + "", praise.editor);
                case 3 -> praise.object(notice);
                case 4 -> praise.reply(notice);
                case 5 -> praise.endNotices();
                case 6 -> clock.look();
                case 7 -> praise.uphold(notice);
                case 8 -> deciding.nevertheless(article, chance.nextInt(1, 3), "还是登", praise.chief);
                default -> praise.publish(article);
            }
        } catch (Refusal refused) {
            assertThat(refused.code()).isNotEmpty();
        }
    }

    /** By what the tables say, not by what the room thinks. */
    private boolean complete(long article, long notice) {
        return database.sql("""
                select (select c.deed from exemplar.consent c join exemplar.subject s on s.id = c.subject
                        where s.article = :article order by c.id desc limit 1) = 'GIVEN'
                    and (select n.ended_at is not null from disclosure.notice n where n.number = :notice)
                    and (select count(*) from disclosure.objection o join disclosure.reply r on r.objection = o.id
                         where o.notice = :notice and r.outcome <> 'NOT_UPHELD')
                        <= (select coalesce(max(d.upheld), 0) from exemplar.decision d
                            where d.article = :article and d.notice = :notice)
                """)
                .param("article", article)
                .param("notice", notice)
                .query(Boolean.class)
                .single();
    }

    @Test
    void nobody_else_says_yes_or_no_for_him_and_not_an_editor_by_his_page() {
        var article = praise.passed("先进");
        naming.name(article, "", praise.numberOf(praise.model), praise.editor);

        for (var one : List.of(praise.somebody(), praise.editor, praise.chief)) {
            assertThatThrownBy(() -> consenting.consent(article, one)).isInstanceOf(Refusal.NotFound.class);
            assertThatThrownBy(() -> consenting.withdraw(article, one)).isInstanceOf(Refusal.NotFound.class);
        }
        var subject =
                pages.keeping(article, praise.editor).subjects().getFirst().id();
        assertThatThrownBy(() -> naming.onPaper(article, subject, "李见证", "2026-01-01", praise.somebody()))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(pages.keeping(article, praise.editor).missing())
                .extracting(one -> one.key())
                .contains("exemplar.missing.consent");

        consenting.withdraw(article, praise.modelHimself());
        assertThat(pages.keeping(article, praise.editor).missing())
                .extracting(one -> one.key())
                .contains("exemplar.missing.withdrawn");
    }

    @Test
    void somebody_is_named_once_by_a_number_that_exists_and_what_was_signed_is_taken_back_once() {
        var article = praise.passed("先进");
        naming.name(article, "", praise.numberOf(praise.model), praise.editor);
        naming.name(article, "赵退休", "", praise.editor);

        praise.refused("exemplar-twice", () -> naming.name(article, "", praise.numberOf(praise.model), praise.editor));
        praise.refused("exemplar-twice", () -> naming.name(article, "赵退休", "", praise.editor));
        assertThatThrownBy(() -> naming.name(article, "", "没有的号", praise.editor))
                .isInstanceOfSatisfying(
                        Refusal.Violation.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("exemplar-number"));
        assertThatThrownBy(() -> naming.name(article, " ", "", praise.editor)).isInstanceOf(Refusal.Violation.class);
        assertThatThrownBy(() -> naming.name(article, "孙某", "", praise.somebody()))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(pages.keeping(article, praise.editor).subjects()).hasSize(2);

        var signed = pages.keeping(article, praise.editor).subjects().getLast().id();
        praise.refused("exemplar-moved-on", () -> naming.withdrawnOnPaper(article, signed, praise.editor));
        naming.onPaper(article, signed, "李见证", "2026-01-01", praise.editor);
        naming.withdrawnOnPaper(article, signed, praise.editor);
        praise.refused("exemplar-moved-on", () -> naming.withdrawnOnPaper(article, signed, praise.editor));
    }

    @Test
    void whoever_is_named_says_yes_by_one_tap_and_others_find_nothing() {
        var article = praise.passed("一盏灯");
        naming.name(article, "", praise.numberOf(praise.model), praise.editor);

        assertThat(praise.toldTo(praise.modelHimself())).contains("notice.exemplar.asked");
        assertThat(mvc.get().uri("/exemplars/" + article).with(SignedIn.as(praise.modelHimself())))
                .hasStatusOk()
                .bodyText()
                .contains("同不同意写您", "早班六点二十点名");
        assertThat(mvc.post().uri("/exemplars/" + article + "/consent").with(SignedIn.as(praise.modelHimself())))
                .hasStatus(303);
        assertThat(mvc.get().uri("/exemplars").with(SignedIn.as(praise.modelHimself())))
                .hasStatusOk()
                .bodyText()
                .contains("一盏灯");
        assertThat(mvc.get().uri("/newsroom/articles/" + article).with(SignedIn.as(praise.editor)))
                .hasStatusOk()
                .bodyText()
                .contains("还没有写是哪一号公示");
        assertThat(mvc.get().uri("/exemplars/" + article + "/keeping").with(SignedIn.as(praise.editor)))
                .hasStatusOk();
        for (var address : new String[] {"", "/keeping"}) {
            assertThat(mvc.get().uri("/exemplars/" + article + address).with(SignedIn.as(praise.somebody())))
                    .hasStatus(404);
        }
    }
}
