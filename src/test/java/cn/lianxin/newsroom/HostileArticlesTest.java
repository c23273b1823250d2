package cn.lianxin.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.HostileHtml;
import cn.lianxin.reprint.Reprint;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever writes HTML into an article, or below its pictures, finds it there as the letters that he wrote. */
class HostileArticlesTest {

    private static final TemplateEngine PAGES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HostileArticlesTest.class.getClassLoader(), "cn.lianxin");
    private static final Set<String> PARTS = Set.of("p", "h2", "blockquote", "div", "figure", "img", "figcaption");
    private static final Set<String> SAID = Set.of("class", "src", "alt", "loading");

    @ParameterizedTest
    @MethodSource("cn.lianxin.HostileHtml#samples")
    void no_hostile_HTML_becomes_anything_but_letters(HostileHtml sample) {
        var picture = new Content.Picture(new UUID(0, 1), "00", sample.html(), sample.html());
        var content = new Content("一盏灯", "王建国", "机电队", sample.html() + "\n【图1】", Reprint.NONE, List.of(picture));

        var shown = shown(content);

        assertThat(shown.getAllElements()).extracting(Element::normalName).isSubsetOf(PARTS);
        assertThat(shown.getAllElements().stream()
                        .flatMap(one -> one.attributes().asList().stream())
                        .map(Attribute::getKey))
                .isSubsetOf(SAID);
        assertThat(shown.select("img"))
                .singleElement()
                .satisfies(image -> assertThat(image.attr("src")).isEqualTo("/news/articles/7/pictures/1"));
        assertThat(shown.select("p, h2, blockquote").text()).contains(sample.kept());
    }

    @ParameterizedTest
    @MethodSource("cn.lianxin.HostileHtml#samples")
    void no_hostile_HTML_gets_into_a_mark_or_out_of_it(HostileHtml sample) {
        var inside = sample.html().replaceAll("[\\s【】]+", "");
        var content = new Content(
                "一盏灯",
                "王建国",
                "机电队",
                "【粗：" + inside + "】\n【链：https://a.example/?" + inside + " " + inside + "】\n【链：" + inside + " 点】",
                Reprint.NONE,
                List.of());

        var shown = shown(content);

        assertThat(shown.getAllElements())
                .extracting(Element::normalName)
                .isSubsetOf("div", "p", "strong", "a", "h2", "ul", "li", "blockquote");
        assertThat(shown.getAllElements().stream()
                        .flatMap(one -> one.attributes().asList().stream())
                        .map(Attribute::getKey))
                .isSubsetOf("class", "href", "rel");
        assertThat(shown.select("a"))
                .extracting(link -> link.attr("href"))
                .allMatch(address -> address.startsWith("https://"));
    }

    private static Element shown(Content content) {
        var page = new StringOutput();
        PAGES.render(
                "newsroom/body.jte",
                Map.of(
                        "blocks",
                        Block.of(content.text(), content.pictures().size()),
                        "pictures",
                        content.pictures(),
                        "address",
                        "/news/articles/7/pictures/"),
                page);
        return Jsoup.parseBodyFragment(page.toString()).body().child(0);
    }
}
