package cn.lianxin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Role;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.ModelAndView;

/** What every answer says to the browser, and what no answer tells. */
@ProductTest
@ExtendWith(OutputCaptureExtension.class)
class AnswersTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    RefusalPages refusals;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/nowhere", "/lianxin.css", "/service-worker.js", "/api/v1/units"})
    void scripts_and_styles_come_from_here_alone_and_nobody_frames_it(String address) throws Exception {
        var policy = String.valueOf(nobody(get(address)).getHeader("Content-Security-Policy"));

        assertThat(policy.split("; "))
                .contains(
                        "default-src 'self'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "object-src 'none'",
                        "base-uri 'none'",
                        "form-action 'self'",
                        "frame-ancestors 'none'");
        assertThat(policy).doesNotContain("unsafe", "*", "http:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/me", "/concerns", "/accounts", "/inbox", "/nowhere"})
    void no_page_is_kept_on_the_way_or_shown_again_without_asking(String address) throws Exception {
        var administrator = village.holder(Role.ADMINISTRATOR, village.mine());

        var answer = mvc.perform(get(address).with(SignedIn.as(administrator)))
                .andReturn()
                .getResponse();

        assertThat(answer.getHeader("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(answer.getContentType()).isEqualTo("text/html;charset=UTF-8");
    }

    @Test
    void the_switches_are_kept_out_of_reach_of_scripts_and_other_sites() throws Exception {
        var cookies = nobody(get("/display?language=en&senior=on")).getHeaders("Set-Cookie");

        assertThat(cookies)
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Domain"));
    }

    @Test
    void what_was_typed_comes_back_as_it_was_typed_and_never_as_markup() throws Exception {
        var typed = "%3Cb%3E %253C &lt;i&gt; \\u003c \"><script>alert(1)</script>${7*7} {{7*7}} #{x}";

        var answer = nobody(post("/sign-in").param("number", typed).param("password", "x"));

        var page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select("#number").attr("value")).isEqualTo(typed);
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.select("b, i")).isEmpty();
    }

    @Test
    void passwords_are_masked_and_may_be_filled_in_by_a_program_that_remembers_them() throws Exception {
        var field = Jsoup.parse(nobody(get("/sign-in")).getContentAsString()).select("#password");

        assertThat(field.attr("type")).isEqualTo("password");
        assertThat(field.attr("autocomplete")).isEqualTo("current-password");
        assertThat(field.attr("value")).isEmpty();
        assertThat(field.getFirst().attributes().asList())
                .noneMatch(attribute -> attribute.getKey().startsWith("on"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.git/config",
                "/application.yaml",
                "/pom.xml",
                "/webjars/",
                "/static/",
                "/messages/identity_en.properties",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/v3/api-docs",
                "/swagger-ui/index.html"
            })
    void what_is_behind_the_pages_is_served_to_nobody(String address) throws Exception {
        var administrator = village.holder(Role.ADMINISTRATOR, village.mine());

        var answer = mvc.perform(get(address).with(SignedIn.as(administrator)))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(404);
    }

    @Test
    void a_request_is_not_echoed() throws Exception {
        var answer = nobody(request(HttpMethod.TRACE, "/").header("Authorization", "Bearer of-somebody"));

        assertThat(answer.getStatus()).isBetween(400, 405);
        assertThat(answer.getContentAsString()).doesNotContain("of-somebody");
    }

    @Test
    void an_incident_tells_its_number_and_nothing_else_and_the_log_tells_the_rest(CapturedOutput log) {
        var bug = new IllegalStateException("select password_hash from identity.account");

        var page = (ModelAndView) refusals.anythingElse(bug, asking("text/html"));
        var problem = (ResponseEntity<?>) refusals.anythingElse(bug, asking("application/json"));

        var sentence = String.valueOf(page.getModel().get("sentence"));
        assertThat(page.getStatus()).hasToString("500 INTERNAL_SERVER_ERROR");
        assertThat(sentence).containsPattern("[0-9A-F]{8}").doesNotContain("select", "Exception", "identity");
        assertThat(((ProblemDetail) Objects.requireNonNull(problem.getBody())).getDetail())
                .containsPattern("[0-9A-F]{8}")
                .doesNotContain("select", "Exception", "identity");
        var number = sentence.replaceAll("(?s).*?([0-9A-F]{8}).*", "$1");
        assertThat(log.getOut()).contains("incident " + number, "select password_hash");
    }

    private static MockHttpServletRequest asking(String type) {
        var request = new MockHttpServletRequest("GET", "/me");
        request.addHeader("Accept", type);
        return request;
    }

    private MockHttpServletResponse nobody(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(SignedIn.asNobody())).andReturn().getResponse();
    }
}
