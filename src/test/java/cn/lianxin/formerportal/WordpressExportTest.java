package cn.lianxin.formerportal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.HowOften;
import cn.lianxin.JavaProcess;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WordpressExportTest {

    private static final String TEXT =
            "早班六点二十点名，井口那盏灯还亮着。\n\n李师傅每天第一个到。\n<img src=\"http://old.qingshan.example/wp-content/uploads/2014/03/deng.png\" alt=\"灯\" />";

    @Test
    void a_post_is_an_article_with_its_author_day_channel_and_picture() throws Unreadable {
        var read = read(Wxr.HEAD + Wxr.item("deng", "井口的灯", TEXT) + Wxr.END);

        assertThat(read.articles).singleElement().satisfies(one -> {
            assertThat(one.title()).isEqualTo("井口的灯");
            assertThat(one.imprint().author()).isEqualTo("李晓明");
            assertThat(one.imprint().day()).contains(LocalDate.of(2014, 3, 5));
            assertThat(one.channel()).isEqualTo("安全专题");
            assertThat(one.site()).isEqualTo("青山煤矿信息网");
            assertThat(one.text()).isEqualTo("早班六点二十点名，井口那盏灯还亮着。\n李师傅每天第一个到。\n【图1】");
            assertThat(one.images()).hasSize(1);
            assertThat(one.where()).startsWith("old.xml:");
        });
    }

    @Test
    void what_was_not_public_there_and_what_is_no_article_is_named() throws Unreadable {
        var read = read(Wxr.HEAD
                + Wxr.item("a", "草稿", TEXT, "draft")
                + Wxr.item("b", "私密", TEXT, "private")
                + Wxr.item("c", "井口的灯", TEXT)
                + Wxr.item("d", "关于我们", TEXT).replace("CDATA[post]", "CDATA[page]")
                + Wxr.item("e", "图", "").replace("CDATA[post]", "CDATA[attachment]")
                + Wxr.END);

        assertThat(read.articles).hasSize(1);
        assertThat(read.none).containsExactly("草稿 not-public", "私密 not-public", "关于我们 page");
    }

    @Test
    void of_a_broken_file_the_line_is_named_and_what_came_before_is_read() {
        var read = new Read();
        var broken = Wxr.HEAD + Wxr.item("a", "一", TEXT) + Wxr.item("b", "二", TEXT) + "<item><title>三</titel></item>"
                + Wxr.END;
        var line = broken.substring(0, broken.indexOf("</titel>"))
                        .chars()
                        .filter(one -> one == '\n')
                        .count()
                + 1;

        assertThatThrownBy(() -> WordpressExport.read("old.xml", stream(broken), read))
                .isInstanceOfSatisfying(Unreadable.class, none -> {
                    assertThat(none.code()).isEqualTo("xml-broken");
                    assertThat(none.arguments()).containsExactly((int) line);
                });
        assertThat(read.articles).extracting(FormerArticle::title).containsExactly("一", "二");
    }

    @Test
    void a_file_that_was_cut_off_is_broken_where_it_ends() {
        var read = new Read();
        var whole = Wxr.HEAD + Wxr.item("a", "一", TEXT) + Wxr.item("b", "二", TEXT);

        assertThatThrownBy(() ->
                        WordpressExport.read("old.xml", stream(whole.substring(0, whole.length() - 200)), read))
                .hasMessageContaining("xml-broken");
        assertThat(read.articles).hasSize(1);
    }

    @Test
    void entities_of_its_own_are_not_read() {
        var bomb = """
                <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
                <!ENTITY file SYSTEM "file:///etc/hostname">]>
                """;
        for (var body : List.of("&c;", "&file;")) {
            var read = new Read();
            var text = bomb
                    + Wxr.HEAD.substring(Wxr.HEAD.indexOf("<rss"))
                    + Wxr.item("a", "一", "]]>" + body + "<![CDATA[")
                    + Wxr.END;

            assertThatThrownBy(() -> WordpressExport.read("old.xml", stream(text), read))
                    .hasMessageContaining("xml-rules");
            assertThat(read.articles).isEmpty();
        }
    }

    @Test
    void control_characters_that_no_XML_may_hold_cost_no_article() throws Unreadable {
        var read = read(Wxr.HEAD + Wxr.item("a", "一\u0008二", TEXT) + Wxr.END);

        assertThat(read.articles)
                .singleElement()
                .extracting(FormerArticle::title)
                .isEqualTo("一 二");
    }

    @Test
    void another_XML_is_none() {
        assertThatThrownBy(() -> read("<rss><channel><item><title>一</title></item></channel></rss>"))
                .hasMessageContaining("not-wordpress");
    }

    @Test
    void nothing_of_hostile_HTML_comes_through() throws Unreadable {
        var hostile =
                "<p>好的第一段话。</p><script>alert(1)</script><iframe src=//x></iframe><p style=\"x:expression(1)\" onclick=x>第二段&lt;b&gt;</p>"
                        + "<svg onload=alert(1)><text>图里的字</text></svg><a href=\"javascript:x\">第三段</a><img src=x onerror=alert(1)>";

        var read = read(Wxr.HEAD + Wxr.item("a", "一<script>x</script>二", hostile) + Wxr.END);

        assertThat(read.articles).singleElement().satisfies(one -> {
            assertThat(one.text()).isEqualTo("好的第一段话。\n第二段<b>\n图里的字\n第三段\n【图1】");
            assertThat(one.guesses())
                    .extracting(guess -> guess.arguments().getFirst())
                    .contains("script", "iframe", "svg");
        });
    }

    @Test
    void a_picture_of_twenty_megabytes_in_the_text_costs_its_article_alone() throws Unreadable {
        var huge = "一段。<img src=\"data:image/png;base64," + "iVBORw0KGgo]]".repeat(1_600_000) + "\">二段。";
        var meta = Wxr.item("c", "带附件的", TEXT)
                .replace("<![CDATA[1]]>", "<![CDATA[" + "a:1:{s:5;}".repeat(2_000_000) + "]]>");

        var read = read(Wxr.HEAD
                + Wxr.item("a", "一", TEXT)
                + Wxr.item("b", "太长的", huge)
                + meta
                + Wxr.item("d", "二", TEXT)
                + Wxr.END);

        assertThat(read.none).containsExactly("太长的 too-long");
        assertThat(read.articles).extracting(FormerArticle::title).containsExactly("一", "带附件的", "二");
        assertThat(read.articles).allSatisfy(one -> assertThat(one.text()).startsWith("早班六点"));
    }

    /** The letters around a cut are those that were there, however many bytes each has and however the bytes come. */
    @Test
    void a_section_is_never_cut_within_a_letter() throws Exception {
        for (var letter : List.of("煤", "𠮷", "é", "a")) {
            var words = letter.repeat(SafeXml.LONGEST_SECTION + 3) + " 后面的]]]></x>";
            var pieces = new SafeXml.Pieces(stream("<x><![CDATA[" + words));

            var passed = new String(pieces.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(passed).as(letter).endsWith("]]]></x>").doesNotContain("\uFFFD", "后面的");
            assertThat(pieces.cut()).isEqualTo(1);
        }
    }

    /** What is held does not grow with the file: sixty megabytes and two thousand are read with the same memory. */
    @Test
    @Tag("slow")
    void a_file_of_two_gigabytes_is_read_with_the_memory_of_a_small_one_and_loses_nothing() throws Exception {
        var megabytes = HowOften.of(60, 2_048);
        var report = Files.createDirectories(Path.of("target", "processes")).resolve("large-export.tsv");
        try (var reading = JavaProcess.start(
                List.of("-Xmx64m"),
                LargeExport.class.getName(),
                List.of(String.valueOf(megabytes), report.toString()))) {
            while (reading.lives()) {
                Thread.sleep(200);
            }

            assertThat(reading.exit()).as(reading.output()).isZero();
            System.out.print("large export: " + reading.output());
            var said = reading.awaits(
                    "(\\d+) of (\\d+) articles, (\\d+) drafts of (\\d+), (\\d+) too long of (\\d+), (\\d+) in order");
            assertThat(said.group(1)).isEqualTo(said.group(2));
            assertThat(said.group(3)).isEqualTo(said.group(4)).isNotEqualTo("0");
            assertThat(said.group(5)).isEqualTo(said.group(6)).isNotEqualTo("0");
            var all = List.of(1, 3, 5).stream()
                    .mapToInt(group -> Integer.parseInt(said.group(group)))
                    .sum();
            assertThat(said.group(7)).isEqualTo(String.valueOf(all));
            try (var lines = Files.lines(report)) {
                assertThat(lines.count()).as("lines of the report").isEqualTo(all);
            }
        } finally {
            Files.deleteIfExists(report);
        }
    }

    private static final class Read implements WordpressExport.Reader {
        private final List<FormerArticle> articles = new ArrayList<>();
        private final List<String> none = new ArrayList<>();

        @Override
        public void article(FormerArticle article) {
            articles.add(article);
        }

        @Override
        public void none(String where, String title, Unreadable why) {
            none.add(title + " " + why.code());
        }
    }

    private static Read read(String xml) throws Unreadable {
        var read = new Read();
        WordpressExport.read("old.xml", stream(xml), read);
        return read;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
