package cn.lianxin.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.lianxin.ProductTest;
import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.NewConcern;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.audit.Door;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Everybody sees, corrects and takes away what is his, and nothing of anybody else. */
@ProductTest
class OwnDataTest {

    private static final String PASSWORD = "a password of tests";

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext product;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    Attachments attachments;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    private Mine mine;
    private Cookie cookie = new Cookie("none", "");
    private String canary = "";
    private String number = "";

    @BeforeEach
    void found() {
        mine = new Mine(village);
        canary = "c" + UUID.randomUUID().toString().replace("-", "");
        cookie = SignedIn.cookieOf(mine.worker.person(), product);
        number = raise(mine.worker, "=HYPERLINK(\"http://x\") " + canary);
    }

    @Test
    void the_page_tells_what_is_kept_why_and_how_long_in_both_languages() throws Exception {
        for (var language : List.of("zh-CN", "en")) {
            var page = Jsoup.parse(text(get("/me/data").cookie(new Cookie("language", language))));

            assertThat(page.select("#kept details")).hasSizeGreaterThanOrEqualTo(4);
            assertThat(page.text()).contains(number, canary, village.staffNumber(mine.worker.person()));
            assertThat(page.select("#correct form, #copy form, #erase form")).hasSize(4);
            var table = Jsoup.parse(text(get("/retention").cookie(new Cookie("language", language))));
            assertThat(table.select("section")).hasSize(20);
            assertThat(table.select("form[action^=/retention]")).isEmpty();
        }
    }

    @Test
    void the_copy_holds_all_of_his_and_nothing_of_anybody_else() throws Exception {
        var theirs = "d" + UUID.randomUUID().toString().replace("-", "");
        var mate = new Actor.Member(village.worker(mine.crew), "友", List.of());
        var theirNumber = raise(mate, theirs);
        reading.open(parse(number), Door.PAGE, mine.desk);

        var copied = fetch(post("/me/data/copy").param("current", PASSWORD));

        assertThat(copied.getStatus()).isEqualTo(200);
        assertThat(copied.getHeader("Cache-Control")).isEqualTo("no-store");
        var files = unzipped(copied.getContentAsByteArray());
        var everything = String.join("\n", files.values());
        assertThat(everything).contains(canary).doesNotContain(theirs, theirNumber);
        assertThat(everything)
                .doesNotContain(village.staffNumber(mate.person()), village.staffNumber(mine.handler.person()));
        var json = JsonMapper.builder().build().readTree(files.get("data.json"));
        assertThat(json.get("concerns").get(0).get("words").asString()).contains(canary);
        assertThat(json.get("readers").get(0).get("door").asString()).isEqualTo("PAGE");
        assertThat(files.get("tables/concerns.csv")).contains("'=HYPERLINK");
        assertThat(Jsoup.parse(Objects.requireNonNull(files.get("index.html"))).text())
                .contains(canary);
        assertThat(files.keySet()).anyMatch(name -> name.startsWith("files/" + number) && name.endsWith(".txt"));
        assertThat(files.keySet()).contains("tables/person.csv", "tables/statements.csv", "tables/sessions.csv");
        assertThat(database.sql("select count(*) from audit.entry where action = 'privacy.copied' and person = :person")
                        .param("person", mine.worker.person().value())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void whoever_found_his_phone_gets_no_copy_without_his_password() throws Exception {
        var refused = fetch(post("/me/data/copy").param("current", "a guess"));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentType()).startsWith("text/html");
        assertThat(fetch(post("/me/data/copy")).getStatus()).isEqualTo(422);
    }

    @Test
    void he_changes_his_telephone_himself() throws Exception {
        assertThat(fetch(post("/me/data/phone").param("phone", "13800000000")).getStatus())
                .isEqualTo(303);
        assertThat(phone()).isEqualTo("13800000000");
        assertThat(fetch(post("/me/data/phone").param("phone", "no number")).getStatus())
                .isEqualTo(422);

        fetch(post("/me/data/phone").param("phone", ""));

        assertThat(phone()).isEmpty();
    }

    private String phone() {
        return database.sql("select phone from organization.person where id = :id")
                .param("id", mine.worker.person().value())
                .query((row, _) -> row.getString("phone"))
                .single();
    }

    private String raise(Actor.Member by, String words) {
        var file = attachments.take(new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8)), "记录.txt", by);
        return raising.raise(
                        new NewConcern(
                                ConcernKind.HELP,
                                "E4",
                                "",
                                words,
                                "澡堂",
                                Reporter.Mode.CONFIDENTIAL,
                                Optional.empty(),
                                Optional.empty(),
                                Channel.PAGE,
                                List.of(file.id().value())),
                        Mine.token(),
                        by)
                .number()
                .toString();
    }

    private static ConcernNumber parse(String number) {
        return ConcernNumber.parse(number).orElseThrow();
    }

    private static Map<String, String> unzipped(byte[] bytes) throws IOException {
        var files = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private String text(MockHttpServletRequestBuilder request) throws Exception {
        var answer = fetch(request);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse fetch(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.cookie(cookie).header("Host", "localhost").header("Origin", "http://localhost"))
                .andReturn()
                .getResponse();
    }
}
