package cn.lianxin.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.newsroom.NewsTrial;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** An article says which version of which clause it explains, and does not grow wrong unseen when the law changes. */
@ProductTest
class StatutesTest {

    @Autowired
    Village village;

    @Autowired
    NewsTrial news;

    @Autowired
    ImportingStatutes importing;

    @Autowired
    ExplainingStatutes explaining;

    @Autowired
    Statutes statutes;

    @Autowired
    StatuteClock clock;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    @TempDir
    Path directory;

    /** Another one for each test: what is imported stays. */
    private final String law = "北岭井口管理办法" + UUID.randomUUID();

    Actor.Member editor;
    Actor.Member stranger;
    long article;

    @BeforeEach
    void found() {
        var mine = village.mine();
        editor = new Actor.Member(village.holder(Role.EDITOR, mine), "王编", List.of(new Grant(Role.EDITOR, mine)));
        stranger = new Actor.Member(village.worker(mine), "李看", List.of());
        article = news.publish(
                "focus",
                "井口办法怎么讲",
                village.worker(mine),
                mine,
                List.of(
                        editor.person(),
                        village.holder(Role.SECTION_EDITOR, mine),
                        village.holder(Role.CHIEF_EDITOR, mine)));
    }

    @Test
    void readers_find_the_words_of_the_clause_and_its_version_below_the_article() throws Exception {
        imported(0, line("2024-01-01", "第一条", "进井口先领灯。"), line("2024-01-01", "第二条", "交班当面讲清。"));

        explaining.link(article, law, "第二条", editor);

        assertThat(publicPage())
                .contains("交班当面讲清。", law, "第二条", "2024-01-01")
                .doesNotContain("进井口先领灯。", "news-clause-newer");
    }

    @Test
    void a_newer_version_marks_the_article_for_its_editors_and_readers_see_which_one_it_explains() throws Exception {
        imported(0, line("2024-01-01", "第一条", "进井口先领灯。"));
        explaining.link(article, law, "第一条", editor);
        clock.look();
        assertThat(told()).isZero();

        imported(0, line("2026-05-01", "第一条", "进井口先领灯、先测酒。"));
        clock.look();
        clock.look();

        assertThat(told()).isEqualTo(1);
        assertThat(statutes.of(article)).singleElement().matches(Explained::unchecked);
        assertThat(publicPage())
                .contains("进井口先领灯。", "2026-05-01", "news-clause-newer")
                .doesNotContain("先测酒");
        assertThat(mvc.get().uri("/newsroom/articles/" + article).with(SignedIn.as(editor)))
                .hasStatusOk()
                .bodyText()
                .contains("要再看一遍");

        explaining.stillRight(article, statutes.of(article).getFirst().id(), editor);

        assertThat(statutes.of(article)).singleElement().matches(one -> !one.unchecked());
        assertThat(publicPage()).contains("news-clause-newer");
        imported(0, line("2026-09-01", "第一条", "又改了。"));
        clock.look();
        assertThat(told()).isEqualTo(2);
    }

    @Test
    void an_import_is_whole_or_not_at_all_known_versions_are_no_fault_and_other_words_are() throws Exception {
        imported(0, line("2024-01-01", "第一条", "进井口先领灯。"));

        assertThat(imported(0, line("2024-01-01", "第一条", "进井口先领灯。"))).contains("早就有的 1 部");
        assertThat(imported(1, line("2024-01-01", "第一条", "别的字。"))).contains("字不一样");
        assertThat(imported(1, line("2025-01-01", "第一条", "新的。"), line("2024-01-01", "第一条", "别的字。")))
                .as("the new version does not come in beside it")
                .contains("字不一样");
        assertThat(imported(1, line("2025-01-01", "第一条", "新的。"), "不是 JSON")).contains("第 2 行");
        assertThat(imported(1, line("2025-01-01", "第一条", "新的。"), line("2025-01-01", "第一条", "两遍。")))
                .contains("第 2 行");
        assertThat(imported(1, line("明年", "第一条", "新的。"))).contains("第 1 行");
        assertThat(statutes.laws())
                .filteredOn(one -> one.name().equals(law))
                .singleElement()
                .matches(one -> one.newest().toString().equals("2024-01-01"));
        assertThatThrownBy(() ->
                        database.sql("update statute.clause set text = '别的字'").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("stays as it was imported");
        assertThatThrownBy(() -> database.sql("delete from statute.version").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("stays as it was imported");
    }

    @Test
    void a_clause_that_is_not_there_is_refused_and_nobody_but_its_editors_links_an_article() throws Exception {
        imported(0, line("2024-01-01", "第一条", "进井口先领灯。"));

        assertThatThrownBy(() -> explaining.link(article, law, "第九条", editor))
                .isInstanceOfSatisfying(
                        Refusal.Violation.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("statute-clause"));
        assertThatThrownBy(() -> explaining.link(article, law, "第一条", stranger)).isInstanceOf(Refusal.NotFound.class);
        assertThat(mvc.get().uri("/statutes/articles/" + article).with(SignedIn.as(stranger)))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/statutes/articles/" + article + "/links")
                        .param("law", law)
                        .param("clause", "第一条")
                        .with(SignedIn.as(editor)))
                .hasStatus(303);
        assertThat(mvc.get().uri("/statutes/articles/" + article).with(SignedIn.as(editor)))
                .hasStatusOk()
                .bodyText()
                .contains("进井口先领灯。");
    }

    @Test
    void what_was_linked_by_mistake_goes_and_only_its_editors_say_so_or_that_it_still_is_right() throws Exception {
        imported(0, line("2024-01-01", "第一条", "进井口先领灯。"), line("2024-01-01", "第二条", "交班当面讲清。"));
        explaining.link(article, law, "第一条", editor);
        explaining.link(article, law, "第一条", editor);
        explaining.link(article, law, "第二条", editor);
        var first = statutes.of(article).getFirst().id();
        imported(0, line("2026-05-01", "第一条", "进井口先测酒。"));
        var other = news.submit("focus", "另一篇", village.worker(village.mine()));

        assertThatThrownBy(() -> explaining.unlink(article, first, stranger)).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> explaining.stillRight(article, first, stranger))
                .isInstanceOf(Refusal.NotFound.class);
        statutes.unlink(first, other);
        statutes.stillRight(first, other);
        assertThat(statutes.of(article)).hasSize(2).allMatch(Explained::unchecked);

        explaining.stillRight(article, first, editor);
        assertThat(statutes.of(article)).extracting(Explained::unchecked).containsExactly(false, true);
        explaining.unlink(article, first, editor);

        assertThat(statutes.of(article)).extracting(Explained::clause).containsExactly("第二条");
        assertThat(publicPage()).contains("交班当面讲清。").doesNotContain("进井口先领灯。");
    }

    @Test
    void an_article_explains_ten_clauses_at_most_and_always_of_the_newest_version() throws Exception {
        var lines = IntStream.rangeClosed(1, 11)
                .mapToObj(place -> line("2024-01-01", "第" + place + "条", "原文 " + place + "。"))
                .toArray(String[]::new);
        imported(0, lines);
        imported(0, line("2026-05-01", "第1条", "新文。"));

        assertThatThrownBy(() -> explaining.link(article, law, "第2条", editor))
                .as("the newest version has no such clause any more")
                .isInstanceOf(Refusal.Violation.class);
        explaining.link(article, law, "第1条", editor);
        assertThat(statutes.of(article)).extracting(Explained::text).containsExactly("新文。");

        imported(
                0,
                IntStream.rangeClosed(1, 11)
                        .mapToObj(place -> line("2026-06-01", "第" + place + "条", "再改 " + place + "。"))
                        .toArray(String[]::new));
        for (var place = 1; place < 10; place++) {
            explaining.link(article, law, "第" + place + "条", editor);
        }
        assertThatThrownBy(() -> explaining.link(article, law, "第11条", editor))
                .isInstanceOfSatisfying(
                        Refusal.Violation.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("statute-many"));
    }

    private String line(String version, String clause, String text) {
        return "{\"law\":\"" + law + "\",\"version\":\"" + version + "\",\"chapter\":\"\",\"article\":\"" + clause
                + "\",\"text\":\"" + text + "\"}";
    }

    private String imported(int code, String... lines) throws Exception {
        var file = Files.writeString(directory.resolve("statutes.jsonl"), String.join("\n", lines) + "\n");
        var said = new ByteArrayOutputStream();
        assertThat(importing.run(file, new PrintStream(said, true, StandardCharsets.UTF_8)))
                .as(said.toString(StandardCharsets.UTF_8))
                .isEqualTo(code);
        return said.toString(StandardCharsets.UTF_8);
    }

    private long told() {
        return database.sql("select count(*) from notification.message where person = :person and key = :key")
                .param("person", editor.person().value())
                .param("key", "notice.statute.changed")
                .query(Long.class)
                .single();
    }

    private String publicPage() throws Exception {
        var slug = database.sql("select slug from newsroom.article where id = :id")
                .param("id", article)
                .query(String.class)
                .single();
        return mvc.get()
                .uri("/news/articles/" + article + "/" + slug)
                .exchange()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
