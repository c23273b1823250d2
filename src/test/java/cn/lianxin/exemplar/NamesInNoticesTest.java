package cn.lianxin.exemplar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Refusal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is held up must have stood in the notice by name, in its words or in its table, as long as it ran. */
@ProductTest
class NamesInNoticesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    @Autowired
    NamingExemplars naming;

    @Autowired
    ExemplarPages pages;

    Praise praise;
    long article;

    @BeforeEach
    void found() {
        praise = new Praise(context, village);
        article = praise.passed("老劳模");
    }

    @AfterEach
    void today() {
        TestClock.reset();
    }

    @Test
    void a_name_counts_in_the_words_in_the_table_with_blanks_in_full_width_and_with_another_dot() {
        on("赵大山");
        on("阿依·古丽");
        on("A班长");

        runBy(praise.notice("先进公示：赵 大山", "阿依•古丽、Ａ班长", ""));
        runBy(praise.notice("先进公示", "名单见表", "姓名\t单位\n赵　大山\t综采一队\n阿依古丽\t洗煤厂\nA班长\t运输队\n"));
    }

    @Test
    void a_name_that_is_put_together_of_two_cells_or_lines_or_stands_there_in_part_does_not_count() {
        on("赵大山");

        refused(praise.notice("先进公示", "名单见表", "姓名\t单位\n赵大\t山里\n"));
        refused(praise.notice("先进公示", "赵\n大山"));
        refused(praise.notice("先进公示", "赵大"));
    }

    @Test
    void the_crew_that_is_praised_stands_in_it_too() {
        on("赵大山");
        naming.callCrew(article, "早班一组", praise.editor);

        refused(praise.notice("先进公示", "赵大山"));
        runBy(praise.notice("先进公示", "早班一组：赵大山"));
        praise.endNotices();
        naming.callCrew(article, "中班二组", praise.editor);

        assertThat(missing()).containsExactly("exemplar.missing.unnamed");
    }

    @Test
    void a_correction_that_leaves_the_name_out_counts_as_none() {
        on("赵大山");
        var notice = praise.notice("先进公示", "赵大山");
        runBy(notice);

        praise.correctNotice(notice, "另一个人");
        praise.endNotices();

        assertThat(missing()).containsExactly("exemplar.missing.unnamed");
        praise.refused("news-watched", () -> praise.publish(article));
        assertThatThrownBy(this::free)
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("does not name everybody");
    }

    @Test
    void somebody_named_later_or_another_notice_holds_an_article_again_that_was_let_go_of() {
        on("赵大山");
        runBy(praise.notice("先进公示", "赵大山"));
        praise.endNotices();
        context.getBean(ExemplarClock.class).look();
        assertThat(missing()).isEmpty();

        runBy(praise.notice("又公示", "赵大山"));

        assertThat(missing()).containsExactly("exemplar.missing.runs");
        praise.refused("news-watched", () -> praise.publish(article));
        assertHeld();
        praise.endNotices();
        context.getBean(ExemplarClock.class).look();
        on("钱二河");
        assertThat(missing()).containsExactly("exemplar.missing.unnamed");
        assertHeld();
    }

    private void assertHeld() {
        assertThat(database.sql("select count(*) from newsroom.hold where article = :article and room = 'exemplar'")
                        .param("article", article)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /** Named, and has signed. */
    private void on(String name) {
        naming.name(article, name, "", praise.editor);
        naming.onPaper(
                article,
                pages.keeping(article, praise.editor).subjects().getLast().id(),
                "李见证",
                "2026-01-01",
                praise.editor);
    }

    private void runBy(long notice) {
        naming.runBy(article, notice + "", praise.editor);
    }

    private void refused(long notice) {
        assertThatThrownBy(() -> runBy(notice))
                .isInstanceOfSatisfying(
                        Refusal.Violation.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("exemplar-unnamed"));
    }

    private void free() {
        database.sql("update exemplar.piece set free = true where article = :id")
                .param("id", article)
                .update();
    }

    private List<String> missing() {
        return pages.keeping(article, praise.editor).missing().stream()
                .map(one -> one.key())
                .toList();
    }
}
