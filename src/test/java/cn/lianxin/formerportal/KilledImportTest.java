package cn.lianxin.formerportal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.JavaProcess;
import cn.lianxin.ProductTest;
import cn.lianxin.identity.Village;
import cn.lianxin.newsroom.Paper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The import as an administrator starts it, killed in the middle by the signal that nobody can catch. */
@ProductTest
@Tag("slow")
class KilledImportTest {

    private static final int ARTICLES = 1_500;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    @Autowired
    ImportingArticles importing;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    @Autowired
    Environment environment;

    final String own = "k" + UUID.randomUUID().toString().substring(0, 8);
    Paper paper;
    Path file;

    @BeforeEach
    void found() throws Exception {
        paper = new Paper(village);
        file = folder.resolve("old.xml");
        try (var out = Files.newBufferedWriter(file)) {
            out.write(Wxr.HEAD);
            for (var at = 0; at < ARTICLES; at++) {
                out.write(Wxr.item(own + "-" + at, "第 " + at + " 篇旧稿", "写的是第 " + at + " 个班的事，班里的人都还记得。"));
            }
            out.write(Wxr.END);
        }
    }

    @Test
    void killed_in_the_middle_it_goes_on_and_takes_each_article_once() throws Exception {
        try (var killed = JavaProcess.start(List.of("-Xmx256m"), "cn.lianxin.Lianxin", arguments())) {
            var until = System.nanoTime() + PATIENCE.toNanos();
            while (count() < ARTICLES / 10) {
                assertThat(killed.lives()).as(killed.output()).isTrue();
                assertThat(System.nanoTime()).as(killed.output()).isLessThan(until);
                Thread.sleep(20);
            }
            killed.kill();
        }
        var before = count();
        assertThat(before).isBetween(ARTICLES / 10L, ARTICLES - 1L);

        var out = new ByteArrayOutputStream();
        var began = System.nanoTime();
        var code = importing.run(
                new ImportingArticles.Command(
                        file,
                        "feature",
                        village.staffNumber(paper.author.person()),
                        folder.resolve("report.tsv"),
                        false,
                        Locale.SIMPLIFIED_CHINESE),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        var rate = (ARTICLES - before) / ((System.nanoTime() - began) / 1e9);

        System.out.printf("killed import: %d articles before, then %.0f a second%n", before, rate);
        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("收下 %,d 篇，以前收过 %,d 篇".formatted(ARTICLES - before, before));
        assertThat(count()).isEqualTo(ARTICLES);
        assertThat(database.sql("""
                        select count(distinct r.title) from newsroom.article a
                        join newsroom.revision r on r.id = a.revision where a.author = :by and a.working = 'IN_REVIEW'
                        """)
                        .param("by", paper.author.person().value())
                        .query(Long.class)
                        .single())
                .as("none twice, and none without the trace of where it came from")
                .isEqualTo(ARTICLES);
        assertThat(database.sql("select count(*) from newsroom.article where author = :by")
                        .param("by", paper.author.person().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(ARTICLES);
    }

    private List<String> arguments() {
        var arguments = new ArrayList<>(List.of(
                "--lianxin.import-articles=" + file,
                "--lianxin.import-articles-channel=feature",
                "--lianxin.import-articles-as=" + village.staffNumber(paper.author.person()),
                "--lianxin.import-articles-report=" + folder.resolve("killed.tsv"),
                "--lianxin.data=" + folder.resolve("data"),
                "--lianxin.demo=false",
                "--lianxin.clockwork=false",
                "--lianxin.second-factor.mandatory=none"));
        for (var setting : List.of(
                "spring.datasource.url",
                "spring.datasource.username",
                "spring.datasource.password",
                "lianxin.vault.key-file",
                "lianxin.audit.heads",
                "lianxin.secret-keys",
                "lianxin.transparency.directory")) {
            var value = environment.getProperty(setting);
            if (value != null) {
                arguments.add("--" + setting + "=" + value);
            }
        }
        return arguments;
    }

    private long count() {
        return database.sql("select count(*) from formerportal.taken where person = :by")
                .param("by", paper.author.person().value())
                .query(Long.class)
                .single();
    }
}
