package cn.lianxin.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.attachment.Attachments;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of the newsroom and of the paper × every role, on what somebody else has handed in, edited and drafted: not a word and not a
 * picture of it. The routes are those of the running product, so that a new one is tried by itself.
 */
@ProductTest
class CanaryTest {

    private static final String CANARY = "金丝雀";
    private static final String NOBODYS = "999999999";
    private static final List<String> ROOTS = List.of("/newsroom", "/news", "/office-systems", "/api/office");

    /** Where others show what they found in the newsroom; what is done there is not of it. */
    private static final List<String> READ = List.of("/correspondents", "/search", "/inbox", "/log");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Village village;

    @Autowired
    NewsroomInTime newsroom;

    @Autowired
    SubmittingArticles submitting;

    @Autowired
    Drafts drafts;

    @Autowired
    Attachments attachments;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    Paper paper;
    long article;
    long draft;
    byte[] picture = new byte[0];
    Map<String, Actor> strangers = new LinkedHashMap<>();

    @BeforeEach
    void found() {
        paper = new Paper(village);
        picture = Paper.picture(137);
        var taken = attachments
                .take(new ByteArrayInputStream(picture), CANARY + ".png", paper.author)
                .id()
                .value();
        article = newsroom.submit(
                new NewsroomInTime.Piece(
                        "pictures",
                        CANARY + "标题",
                        CANARY + "署名",
                        CANARY + "正文\n【图1】",
                        cn.lianxin.reprint.Reprint.NONE,
                        List.of(new NewsroomInTime.Picture(taken, CANARY + "替代", CANARY + "图注"))),
                paper.author,
                clock);
        var begun = submitting.draftOf(article, paper.secondEditor);
        draft = drafts.save(new Draft(
                        begun.id(),
                        begun.person(),
                        begun.article(),
                        begun.base(),
                        begun.channel(),
                        CANARY + "草稿",
                        begun.byline(),
                        begun.text(),
                        begun.reprint(),
                        begun.pictures(),
                        CANARY + "为什么",
                        begun.version()))
                .id();
        strangers.put("nobody", new Actor.Visitor());
        strangers.put("worker of the unit", paper.worker);
        for (var role : Role.values()) {
            if (!Hand.EDITORS.contains(role)) {
                strangers.put(role + " of the mine", member(role, true));
            }
            strangers.put(role + " elsewhere", member(role, false));
        }
    }

    private Actor.Member member(Role role, boolean here) {
        var unit = here ? paper.mine : village.mine();
        return new Actor.Member(village.holder(role, unit), "外人", List.of(new Grant(role, unit)));
    }

    @Test
    void no_route_shows_a_word_or_a_picture_of_it_to_whoever_has_no_business_with_it() {
        var leaks = new ArrayList<String>();
        var routes = routes();
        assertThat(routes).hasSizeGreaterThan(45);
        strangers.forEach((who, actor) -> {
            for (var route : routes) {
                var answer = perform(route, actor);
                if (leaks(answer)) {
                    leaks.add(who + " at " + route);
                }
                if (answer.getResponse().getStatus() >= 500) {
                    leaks.add(who + " at " + route + ": " + answer.getResponse().getStatus());
                }
            }
        });

        assertThat(leaks).isEmpty();
        assertThat(standing()).isEqualTo("IN_REVIEW UNPUBLISHED");
    }

    /** What an editor keeps is his alone; and what lies in a draft no other editor of the house sees either. */
    @Test
    void the_check_would_notice_since_those_whose_business_it_is_see_it() {
        assertThat(leaks(perform("GET /newsroom/articles/{article:[0-9]{1,18}}", paper.editor)))
                .isTrue();
        assertThat(leaks(perform("GET /newsroom/articles/{article:[0-9]{1,18}}", paper.author)))
                .isTrue();
        assertThat(leaks(perform("GET /newsroom/queue", paper.editor))).isTrue();
        assertThat(leaks(perform(
                        "GET /newsroom/articles/{article:[0-9]{1,18}}/revisions/{place:[0-9]{1,6}}/pictures/{picture:[0-9]{1,2}}",
                        paper.editor)))
                .isTrue();
        assertThat(leaks(perform("GET /newsroom/drafts/{draft:[0-9]{1,18}}", paper.secondEditor)))
                .isTrue();
        assertThat(leaks(perform("GET /newsroom/drafts/{draft:[0-9]{1,18}}", paper.editor)))
                .isFalse();
        assertThat(leaks(perform("GET /newsroom/drafts/{draft:[0-9]{1,18}}", paper.author)))
                .isFalse();
    }

    private boolean leaks(MvcTestResult answer) {
        var bytes = answer.getResponse().getContentAsByteArray();
        var headers = String.valueOf(answer.getResponse().getHeader("Location"))
                + answer.getResponse().getHeader("Content-Disposition");
        return new String(bytes, StandardCharsets.UTF_8).contains(CANARY)
                || headers.contains("jin-si-que")
                || Arrays.equals(bytes, picture)
                || String.valueOf(answer.getResponse().getContentType()).startsWith("image/")
                        && answer.getResponse().getStatus() == 200;
    }

    private MvcTestResult perform(String route, Actor actor) {
        var space = route.indexOf(' ');
        var method = HttpMethod.valueOf(route.substring(0, space));
        var address = route.substring(space + 1)
                .replaceAll("\\{article[^/]*}", String.valueOf(article))
                .replaceAll("\\{draft[^/]*}", String.valueOf(draft))
                .replaceAll("\\{channel[^/]*}", "pictures")
                .replaceAll("\\{slug[^/]*}", "jin-si-que-biao-ti")
                .replaceAll("\\{month[^/]*}", "2026-11")
                .replaceAll("\\{file[^/]*}", "rss.xml")
                .replaceAll("\\{part[^/]*}", "1")
                .replaceAll("\\{(?:place|picture)[^/]*}", "1")
                .replaceAll("\\{[^/]*}", NOBODYS);
        var call = method == HttpMethod.POST && address.contains("/drafts/")
                ? multipart(address)
                : request(method, address);
        call.param("digest", digest())
                .param("reason", "看看")
                .param("note", "看看")
                .param("q", CANARY.substring(0, 2))
                .param("article", article + ":" + digest());
        return mvc.perform(
                actor instanceof Actor.Visitor ? call.with(SignedIn.asNobody()) : call.with(SignedIn.as(actor)));
    }

    private String digest() {
        return database.sql("select digest from newsroom.revision where article = :id")
                .param("id", article)
                .query(String.class)
                .single();
    }

    private String standing() {
        return database.sql("select working || ' ' || standing from newsroom.article where id = :id")
                .param("id", article)
                .query(String.class)
                .single();
    }

    private TreeSet<String> routes() {
        var routes = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            for (var pattern : mapping.getPatternValues()) {
                for (var verb : mapping.getMethodsCondition().getMethods()) {
                    if (below(pattern, ROOTS) || verb.name().equals("GET") && below(pattern, READ)) {
                        routes.add(verb + " " + pattern);
                    }
                }
            }
        });
        return routes;
    }

    private static boolean below(String pattern, List<String> roots) {
        return roots.stream().anyMatch(root -> pattern.equals(root) || pattern.startsWith(root + "/"));
    }
}
