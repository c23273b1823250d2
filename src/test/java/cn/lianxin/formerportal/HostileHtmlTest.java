package cn.lianxin.formerportal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.HostileHtml;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hundreds of pieces of hostile HTML, each beside a good sentence that a reader has to find again. What comes out of either door
 * is words with the few marks of an article; that no page makes anything else of such words, {@code HostileArticlesTest} shows.
 */
class HostileHtmlTest {

    @ParameterizedTest
    @MethodSource("cn.lianxin.HostileHtml#samples")
    void in_a_saved_page_the_good_sentence_is_kept(HostileHtml sample) throws Unreadable {
        var page = SavedPageTest.OLD
                .replace("gb2312", "utf-8")
                .replace("<p>这盏灯是", "<div>" + sample.html() + "</div><p>这盏灯是");

        var found = SavedPage.read(page.getBytes(StandardCharsets.UTF_8), "a.htm");

        assertThat(found.text()).contains(sample.kept());
    }

    @ParameterizedTest
    @MethodSource("cn.lianxin.HostileHtml#samples")
    void in_an_export_of_wordpress_the_good_sentence_is_kept(HostileHtml sample) throws Unreadable {
        var content = "<p>早班六点二十点名，井口那盏灯还亮着。</p>" + asXml(sample.html());
        var export = Wxr.HEAD + Wxr.item("deng", "井口的一盏灯", content) + Wxr.END;

        var read = new ArrayList<FormerArticle>();
        WordpressExport.read("a.xml", new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)), reader(read));

        assertThat(read).hasSize(1);
        assertThat(read.getFirst().text()).contains(sample.kept());
    }

    /** No XML can have the others in it. */
    private static String asXml(String html) {
        var possible = new StringBuilder();
        html.codePoints()
                .filter(one -> one == '\t' || one == '\n' || one == '\r' || one >= ' ' && one < 0xD800 || one >= 0xE000)
                .filter(one -> one != 0xFFFE && one != 0xFFFF)
                .forEach(possible::appendCodePoint);
        return possible.toString().replace("]]>", "]]]]><![CDATA[>");
    }

    private static WordpressExport.Reader reader(List<FormerArticle> read) {
        return new WordpressExport.Reader() {
            @Override
            public void article(FormerArticle article) {
                read.add(article);
            }

            @Override
            public void none(String where, String title, Unreadable why) {
                throw new AssertionError(where + ": " + why.code());
            }
        };
    }
}
