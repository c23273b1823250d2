package cn.lianxin.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.reprint.Reprint;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

    private static final String LINE = "先看【链：https://law.example/1?a=b#c 规定】，【粗：再】下井。";

    @Test
    void words_stand_out_and_lead_elsewhere() {
        assertThat(Span.of(LINE))
                .containsExactly(
                        new Span.Words("先看", 0),
                        new Span.Link("规定", 33, "https://law.example/1?a=b#c"),
                        new Span.Words("，", 36),
                        new Span.Strong("再", 40),
                        new Span.Words("下井。", 42));
        assertThat(Span.said(LINE)).isEqualTo("先看规定，再下井。");
        assertThat(Span.of("【链：/news/articles/12/jing-kou 上一篇】"))
                .containsExactly(new Span.Link("上一篇", 30, "/news/articles/12/jing-kou"));
    }

    /** Names are masked so, forms have such gaps, headings stand in such brackets. */
    @ParameterizedTest
    @ValueSource(
            strings = {"获奖的有李**、王**和赵**。", "姓名____ [见附件](https://a.example)", "【通知】今天停电", "【粗：】", "【粗：没有完", "〖安全天地〗"})
    void what_people_wrote_before_stays_as_they_wrote_it(String line) {
        assertThat(Span.of(line)).containsExactly(new Span.Words(line, 0));
        assertThat(Span.astray(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                "data:text/html,x",
                "//evil.example/x",
                "/\\evil.example",
                "https:evil.example",
                "https://",
                "https://law@evil.example/",
                "https://evil.example\"onclick=x",
                "ftp://a.example/",
                "/sign-out",
                "/news/../sign-out",
                "/newsroom/queue",
                "见下文"
            })
    void an_address_that_leads_nowhere_good_is_no_link_and_is_refused(String address) {
        var text = "前面。\n看【链：" + address + " 规定】。";

        assertThat(Span.of(text)).singleElement().isInstanceOf(Span.Words.class);
        assertThat(Span.astray(text)).contains("【链：" + address + " 规定】");
        assertThatThrownBy(() -> new Content("题", "名", "矿", text, Reprint.NONE, List.of()).mustSuit(ArticleKind.TEXT))
                .hasMessageContaining("news-link");
        new Content("题", "名", "矿", LINE, Reprint.NONE, List.of()).mustSuit(ArticleKind.TEXT);
    }

    /** Whatever is typed, its words come out once, in order, at their places. */
    @Test
    void nothing_of_a_text_is_lost_or_moved() {
        var pieces = List.of("【粗：", "【链：", "https://a.example/", " ", "】", "煤", "井下", "\n", "【", "x");
        for (var seed = 0; seed < 2_000; seed++) {
            var chance = new Random(seed);
            var text = new StringBuilder();
            for (var many = chance.nextInt(14); many >= 0; many--) {
                text.append(pieces.get(chance.nextInt(pieces.size())));
            }
            var line = text.toString();
            var at = 0;
            for (var span : Span.of(line)) {
                assertThat(span.from()).as(line).isGreaterThanOrEqualTo(at);
                assertThat(line.startsWith(span.said(), span.from())).as(line).isTrue();
                at = span.from() + span.said().length();
            }
            assertThat(Span.veiled(line)).as(line).hasSameSizeAs(line);
            assertThat(Span.veiled(line).replace("\u200B", "")).isEqualTo(Span.said(line));
        }
    }

    @Test
    void lists_search_and_verses_know_the_words_alone() {
        assertThat(Block.lead("【粗：早班】六点点名。")).isEqualTo("早班六点点名。");
        assertThat(Block.said("# 一个【粗：班】\n- " + LINE)).isEqualTo("一个班\n先看规定，再下井。");
        assertThat(Block.isVerse(Block.of("一盏灯\n两盏灯\n三盏灯\n【链：https://law.example/a/very/long/address 灯】", 0)))
                .isTrue();
    }
}
