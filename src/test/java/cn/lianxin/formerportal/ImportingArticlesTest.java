package cn.lianxin.formerportal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.newsroom.NewsroomInTime;
import cn.lianxin.newsroom.Paper;
import cn.lianxin.platform.transparency.Ticking;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a former portal carried comes in once, with all that belongs to it, and is public only by the reviews of everything else. */
@ProductTest
class ImportingArticlesTest {

    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    Path folder;

    @Autowired
    ImportingArticles importing;

    @Autowired
    Village village;

    @Autowired
    NewsroomInTime newsroom;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationContext context;

    Paper paper;
    String printed = "";
    /** Makes each test's addresses its own. */
    final String own = "p" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void found() {
        paper = new Paper(village);
        Ticking.tick(context);
    }

    @AfterEach
    void back() {
        TestClock.reset();
        mvc.get().uri("/sign-in").exchange();
    }

    @Test
    void a_saved_page_becomes_a_submission_with_its_picture_and_where_it_stood() throws Exception {
        page(own + "/17.htm", SavedPageTest.OLD);
        Files.createDirectories(folder.resolve(own + "/pic"));
        Files.write(folder.resolve(own + "/pic/deng.png"), Paper.picture(90));

        assertThat(run(folder, false)).isZero();

        var row = row(own + "/17.htm");
        assertThat(row.get("working")).isEqualTo("IN_REVIEW");
        assertThat(row.get("standing")).isEqualTo("UNPUBLISHED");
        assertThat(row.get("channel")).as("安全专题, as the page says").isEqualTo("safety");
        assertThat(row.get("author")).isEqualTo(paper.author.person().value());
        assertThat(row.get("byline")).isEqualTo("王建国");
        assertThat(String.valueOf(row.get("text")))
                .contains("【图1】")
                .endsWith("（原载旧网站，2009-03-05，编辑 赵春，/" + own + "/17.htm）");
        assertThat(row.get("pictures")).isEqualTo(1L);
        assertThat(report()).contains("收下").contains("井口的一盏灯");
    }

    @Test
    void the_same_twice_doubles_nothing() throws Exception {
        page(own + "/1.htm", SavedPageTest.OLD);
        run(folder, false);

        assertThat(run(folder, false)).isZero();

        assertThat(count()).isEqualTo(1);
        assertThat(printed).contains("收下 0 篇，以前收过 1 篇");
    }

    @Test
    void a_trial_writes_nothing_and_says_what_the_import_would() throws Exception {
        page(own + "/1.htm", SavedPageTest.OLD);
        Files.createDirectories(folder.resolve(own + "/pic"));
        Files.write(folder.resolve(own + "/pic/deng.png"), Paper.picture(91));
        var files = database.sql("select count(*) from attachment.content")
                .query(Long.class)
                .single();

        assertThat(run(folder, true)).isZero();

        assertThat(count()).isZero();
        assertThat(database.sql("select count(*) from newsroom.article where author = :by")
                        .param("by", paper.author.person().value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(database.sql("select count(*) from attachment.content")
                        .query(Long.class)
                        .single())
                .isEqualTo(files);
        assertThat(printed).contains("会收 1 篇");
        assertThat(report()).contains("井口的一盏灯");
    }

    @Test
    void whatever_is_wrong_with_one_is_named_and_costs_no_other() throws Exception {
        page(own + "/1.htm", SavedPageTest.OLD);
        page(own + "/2.htm", SavedPageTest.OLD.replace("早班六点", "字".repeat(200_000)));
        var two = new ByteArrayOutputStream();
        two.writeBytes(SavedPageTest.OLD.getBytes(GBK));
        two.writeBytes("<p>后来补的一段，另一种编码。</p>".getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve(own + "/3.htm"), two.toByteArray());
        WordDocumentTest.document(
                folder.resolve(own + "/4.docx"), WordDocumentTest.BODY, Map.of("word/vbaProject.bin", "x"));
        Files.writeString(
                folder.resolve(own + "/5.xml"),
                Wxr.HEAD
                        + Wxr.item(
                                own,
                                "井口的灯",
                                "第一段话写在这里。\n\n第二段话写在这里。<img src=\"/etc/passwd\"><img src=\"../../../../../../etc/passwd\">")
                        + "<item><title>坏");
        page(own + "/6.htm", SavedPageTest.OLD.replace("来源：本站", "来源：没有许可的报"));
        page(own + "/7.htm", SavedPageTest.OLD.replace("井口那盏灯", "井口另一盏灯"));

        assertThat(run(folder, false)).isEqualTo(1);

        assertThat(count()).as("1, of 5 what came before, and 7").isEqualTo(3);
        assertThat(line("1.htm")).contains("收下").contains("pic/deng.png");
        assertThat(line("2.htm")).contains("没收").contains("30,000");
        assertThat(line("3.htm")).contains("两种编码");
        assertThat(line("4.docx")).contains("带宏");
        assertThat(line("5.xml:")).contains("收下").contains("/etc/passwd");
        assertThat(line("5.xml\t")).contains("XML 坏了");
        assertThat(line("6.htm")).contains("没收").contains("没有许可的报");
    }

    @Test
    void interrupted_in_the_middle_it_goes_on_where_it_ended() throws Exception {
        var items = new StringBuilder(Wxr.HEAD);
        for (var at = 0; at < 12; at++) {
            items.append(Wxr.item(own + "-" + at, "第 " + at + " 篇旧稿", "写的是第 " + at + " 个班的事，班里的人都还记得。"));
        }
        var file = Files.writeString(folder.resolve("old.xml"), items + Wxr.END);
        powerFailsAfter(5);

        assertThatThrownBy(() -> run(file, false)).hasMessageContaining("power");
        assertThat(count()).isEqualTo(5);
        powerIsBack();

        assertThat(run(file, false)).isZero();
        assertThat(count()).isEqualTo(12);
        assertThat(printed).contains("收下 7 篇，以前收过 5 篇");
    }

    private void powerFailsAfter(int articles) {
        database.sql("""
                create function formerportal.power() returns trigger language plpgsql as $$ begin
                    if (select count(*) from formerportal.taken where person = new.person) >= %d then raise exception 'power'; end if;
                    return new; end $$
                """.formatted(articles)).update();
        database.sql(
                        "create trigger power before insert on formerportal.taken for each row when (new.person = %d) execute function formerportal.power()"
                                .formatted(paper.author.person().value()))
                .update();
    }

    private void powerIsBack() {
        database.sql("drop trigger power on formerportal.taken").update();
        database.sql("drop function formerportal.power()").update();
    }

    @Test
    void nothing_of_it_is_public_without_three_reviews_and_then_its_old_address_leads_to_it() throws Exception {
        page(own + "/17.htm", SavedPageTest.OLD);
        run(folder, false);
        TestClock.forward(Duration.ofMinutes(5));
        var id = article(own + "/17.htm");
        assertThat(answer("/" + own + "/17.htm"))
                .as("as what never was")
                .isEqualTo(answer("/" + own + "/18.htm").replace("18", "17"));
        assertThatThrownBy(() -> newsroom.publish(id, paper.editor, clock)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> newsroom.pass(id, 0, as(paper.author, Role.EDITOR), clock))
                .as("whoever handed it in passes nothing of it")
                .isInstanceOf(Refusal.class);

        newsroom.pass(id, 0, paper.editor, clock);
        newsroom.pass(id, 0, paper.section, clock);
        newsroom.pass(id, 0, paper.chief, clock);
        newsroom.publish(id, paper.editor, clock);

        var address = "/news/articles/" + id + "/jing-kou-de-yi-zhan-deng";
        assertThat(mvc.get().uri("/" + own + "/17.htm").exchange())
                .hasStatus(301)
                .hasHeader("Location", address);
        assertThat(mvc.get().uri(address).exchange()).hasStatusOk().bodyText().contains("原载旧网站，2009-03-05");
        assertThat(mvc.get().uri("/news").exchange())
                .bodyText()
                .as("it is no news")
                .doesNotContain(address);
        assertThat(mvc.get().uri("/news/channels/safety").exchange()).bodyText().contains(address);
        assertThat(database.sql(
                                "select count(*) from transparency.entry where subject like 'article-text:' || :id || ':%'")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void an_address_of_ours_is_never_led_away() throws Exception {
        page(own + "/1.htm", SavedPageTest.OLD);
        run(folder, false);
        var id = article(own + "/1.htm");
        for (var by : List.of(paper.editor, paper.section, paper.chief)) {
            newsroom.pass(id, 0, by, clock);
        }
        newsroom.publish(id, paper.editor, clock);
        for (var path : List.of("/sign-in", "/news/masthead", "/lianxin.css", "/news/" + own + ".html")) {
            database.sql("insert into formerportal.address values (:path, :id)")
                    .param("path", path)
                    .param("id", id)
                    .update();
        }
        TestClock.forward(Duration.ofMinutes(5));

        try {
            for (var path : List.of("/sign-in", "/news/masthead", "/lianxin.css")) {
                assertThat(mvc.get().uri(path).exchange()).as(path).hasStatusOk();
            }
            assertThat(mvc.get().uri("/news/" + own + ".html").exchange()).hasStatus(301);
        } finally {
            database.sql(
                            "delete from formerportal.address where path in ('/sign-in', '/news/masthead', '/lianxin.css')")
                    .update();
        }
    }

    private String answer(String path) {
        var answer = mvc.get().uri(path).exchange().getResponse();
        return answer.getStatus() + " " + answer.getHeader("Location");
    }

    private static Actor.Member as(Actor.Member member, Role role) {
        return new Actor.Member(member.person(), member.name(), List.of(new Grant(role, new UnitId(1))));
    }

    private int run(Path from, boolean dry) {
        var out = new ByteArrayOutputStream();
        var code = importing.run(command(from, dry), new PrintStream(out, true, StandardCharsets.UTF_8));
        printed = out.toString(StandardCharsets.UTF_8);
        return code;
    }

    private ImportingArticles.Command command(Path from, boolean dry) {
        return new ImportingArticles.Command(
                from,
                "feature",
                village.staffNumber(paper.author.person()),
                folder.resolveSibling(own + ".tsv"),
                dry,
                Locale.SIMPLIFIED_CHINESE);
    }

    private void page(String place, String html) throws IOException {
        var file = folder.resolve(place);
        Files.createDirectories(file.getParent());
        Files.write(file, html.getBytes(GBK));
    }

    private String report() throws IOException {
        return Files.readString(folder.resolveSibling(own + ".tsv"));
    }

    private String line(String of) throws IOException {
        return report().lines().filter(line -> line.startsWith(own + "/" + of)).collect(Collectors.joining("\n"));
    }

    private long count() {
        return database.sql("select count(*) from formerportal.taken where person = :by")
                .param("by", paper.author.person().value())
                .query(Long.class)
                .single();
    }

    private long article(String file) {
        return (long) Objects.requireNonNull(row(file).get("id"));
    }

    private Map<String, @Nullable Object> row(String file) {
        return database.sql("""
                        select a.id, a.working, a.standing, a.channel, a.author, r.byline, r.text,
                            (select count(*) from newsroom.picture p where p.revision = r.id) as pictures
                        from formerportal.taken t join newsroom.article a on a.id = t.article
                        join newsroom.revision r on r.id = a.revision where t.file = :file
                        """).param("file", file).query().singleRow();
    }
}
