package cn.lianxin.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.Village;
import cn.lianxin.newsroom.NewsTrial;
import cn.lianxin.newsroom.Paper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The folder browses by itself: every link in it leads to a file in it. */
@ProductTest
class ExportingPortalTest {

    @TempDir
    Path folder;

    @Autowired
    ExportingPortal exporting;

    @Autowired
    NewsTrial trial;

    @Autowired
    Village village;

    Paper paper;
    long article;

    @BeforeEach
    void publish() {
        paper = new Paper(village);
        article = publish("井口的一盏灯");
    }

    @Test
    void every_link_leads_to_a_file_and_nothing_needs_a_server_or_a_script() throws IOException {
        for (var number = 0; number < 21; number++) {
            publish("第 " + number + " 班的故事");
        }

        var written = exporting.to(folder);

        assertThat(written.files()).isEqualTo(files().size());
        assertThat(dead(folder)).isEmpty();
        for (var file : files()) {
            if (file.toString().endsWith(".html")) {
                var page = Jsoup.parse(Files.readString(file));
                assertThat(page.select("script, form, button, [onclick], [href^=/], [src^=/], [href^=javascript]"))
                        .as("%s", file)
                        .isEmpty();
                assertThat(page.charset()).isEqualTo(StandardCharsets.UTF_8);
            }
        }
        assertThat(Files.readString(folder.resolve("index.html"))).contains("articles/");
        assertThat(folder.resolve("channels/feature/2.html"))
                .as("the second page of the channel")
                .exists();
    }

    @Test
    void an_article_stands_there_with_its_picture_and_one_that_was_taken_down_does_not() throws IOException {
        var gone = publish("撤下的一篇");
        trial.takeDown(gone, paper.section.person(), paper.mine);

        exporting.to(folder);

        var page = Jsoup.parse(Files.readString(folder.resolve("articles/" + article + ".html")));
        assertThat(page.select("h1").text()).isEqualTo("井口的一盏灯");
        assertThat(page.text()).contains("早班六点二十点名。").contains("升井是下午三点。");
        assertThat(page.select("figure img").attr("src")).isEqualTo("../pictures/" + article + "-1-320.jpg");
        assertThat(page.select("figure source").attr("srcset")).isEqualTo("../pictures/" + article + "-1-320.webp 64w");
        assertThat(folder.resolve("pictures/" + article + "-1-320.jpg")).exists();
        assertThat(folder.resolve("pictures/" + article + "-1-960.jpg"))
                .as("for feeds")
                .exists();
        assertThat(folder.resolve("articles/" + gone + ".html")).doesNotExist();
        for (var file : files()) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    .as("%s", file)
                    .doesNotContain("撤下的一篇");
        }
    }

    @Test
    void a_slide_show_is_a_column_of_pictures_and_an_exhibition_leads_to_the_large_ones() throws IOException {
        var pictures = List.of(Paper.picture(10), Paper.picture(60));
        var editors = List.of(paper.editor.person(), paper.section.person());
        var slides = trial.publishShow("slides", "一个班", paper.author.person(), paper.mine, editors, pictures);
        var wall = trial.publishShow("exhibition", "画展", paper.author.person(), paper.mine, editors, pictures);

        exporting.to(folder);

        var page = Jsoup.parse(Files.readString(folder.resolve("articles/" + slides + ".html")));
        assertThat(page.select(".news-slide img")).hasSize(2);
        assertThat(page.select(".news-show-bar")).isEmpty();
        assertThat(page.select("link[rel=stylesheet]").eachAttr("href")).contains("../styles/show.css");
        assertThat(Jsoup.parse(Files.readString(folder.resolve("articles/" + wall + ".html")))
                        .select(".news-slide a")
                        .eachAttr("href"))
                .containsExactly("../pictures/" + wall + "-1-320.jpg", "../pictures/" + wall + "-2-320.jpg");
        assertThat(dead(folder)).isEmpty();
    }

    @Test
    void the_same_articles_make_the_same_bytes() throws IOException {
        exporting.to(folder.resolve("a"));
        exporting.to(folder.resolve("b"));

        assertThat(contents(folder.resolve("a")))
                .isEqualTo(contents(folder.resolve("b")))
                .isNotEmpty();
    }

    @Test
    void nothing_is_written_over() throws IOException {
        assertThat(ExportFolder.isFree(folder)).isTrue();
        assertThat(ExportFolder.isFree(folder.resolve("neu"))).isTrue();
        Files.writeString(folder.resolve("mine.txt"), "x");
        assertThat(ExportFolder.isFree(folder)).isFalse();
        assertThat(ExportFolder.isFree(folder.resolve("mine.txt"))).isFalse();
    }

    @Test
    void a_dead_link_would_be_noticed() throws IOException {
        exporting.to(folder);
        Files.delete(folder.resolve("articles/" + article + ".html"));

        assertThat(dead(folder)).isNotEmpty().allMatch(link -> link.contains("articles/" + article));
    }

    private long publish(String title) {
        return trial.publish(
                "feature",
                title,
                paper.author.person(),
                paper.mine,
                List.of(paper.editor.person(), paper.section.person(), paper.chief.person()));
    }

    private static List<String> dead(Path root) throws IOException {
        var dead = new ArrayList<String>();
        for (var file : files(root)) {
            for (var link : links(file)) {
                if (!link.startsWith("#") && !link.matches("(?:https?|mailto|tel|urn):.*")) {
                    var target =
                            file.resolveSibling(link.replaceFirst("#.*", "")).normalize();
                    if (!target.startsWith(root) || !Files.isRegularFile(target)) {
                        dead.add(root.relativize(file) + " -> " + link);
                    }
                }
            }
        }
        return dead;
    }

    private static List<String> links(Path file) throws IOException {
        var name = file.toString();
        if (name.endsWith(".html")) {
            var page = Jsoup.parse(Files.readString(file));
            var links = new ArrayList<>(page.select("[href]").eachAttr("href"));
            links.addAll(page.select("[src]").eachAttr("src"));
            page.select("[srcset]")
                    .eachAttr("srcset")
                    .forEach(set -> List.of(set.split(", ")).forEach(size -> links.add(size.replaceFirst(" .*", ""))));
            return links;
        }
        if (name.endsWith(".xml") || name.endsWith(".json")) {
            return Pattern.compile(
                            "<link>([^<]+)</link>|href=\"([^\"]+)\"|\"(?:url|home_page_url|feed_url)\":\"([^\"]+)\"")
                    .matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1) != null
                            ? found.group(1)
                            : found.group(2) != null ? found.group(2) : found.group(3))
                    .toList();
        }
        return List.of();
    }

    private static Map<String, String> contents(Path root) throws IOException {
        var contents = new HashMap<String, String>();
        for (var file : files(root)) {
            contents.put(
                    root.relativize(file).toString(),
                    new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
        return contents;
    }

    private List<Path> files() throws IOException {
        return files(folder);
    }

    private static List<Path> files(Path root) throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
