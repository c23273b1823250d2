package cn.lianxin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.lianxin.ProductTest;
import cn.lianxin.kernel.Actor;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ProductTest
class AccessTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    ReceiptSessions receipts;

    @Autowired
    KnownSessions known;

    @Autowired
    ApplicationContext context;

    @ParameterizedTest
    @ValueSource(strings = {"/me", "/accounts", "/concerns", "/concerns/2026-000123", "/whatever", "/actuator/env"})
    void who_is_not_signed_in_is_sent_to_sign_in(String address) throws Exception {
        var answer = fetch(get(address));

        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getRedirectedUrl()).startsWith("/sign-in?back=%2F");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/display", "/receipt", "/concerns/new", "/concerns/new/photos"})
    void some_addresses_are_open_to_everybody(String address) throws Exception {
        var answer = fetch(get(address));

        assertThat(String.valueOf(answer.getRedirectedUrl())).doesNotStartWith("/sign-in");
        assertThat(answer.getStatus()).isNotEqualTo(401);
    }

    @Test
    void a_machine_gets_401_as_a_problem() throws Exception {
        var answer = fetch(get("/me").header("Accept", "application/json"));

        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.getContentAsString()).contains("urn:lianxin:refusal:sign-in-first");
    }

    @Test
    void a_form_gets_401_and_is_not_sent_away() throws Exception {
        var answer = fetch(post("/concerns/2026-000123/reply"));

        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getContentAsString()).contains("另开一页登录");
    }

    @Test
    void a_receipt_opens_concerns_and_nothing_else() throws Exception {
        var holder = new Actor.ReceiptHolder("digest");

        var concern = mvc.perform(get("/concerns/2026-000123").with(SignedIn.as(holder)))
                .andReturn()
                .getResponse();
        var me = mvc.perform(get("/me").with(SignedIn.as(holder))).andReturn().getResponse();

        assertThat(concern.getRedirectedUrl()).isNull();
        assertThat(me.getRedirectedUrl()).startsWith("/sign-in");
    }

    @Test
    void a_receipt_takes_the_place_of_whoever_was_signed_in() {
        var before = SignedIn.cookieOf(village.worker(village.mine()), context);
        var request = new MockHttpServletRequest();
        request.setCookies(before);
        var response = new MockHttpServletResponse();

        receipts.open("digest of a receipt", request, response);

        var cookie = String.valueOf(response.getHeader("Set-Cookie"));
        assertThat(cookie).contains("HttpOnly").doesNotContain("Max-Age");
        var token = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
        assertThat(known.behind(new SessionToken(token)).orElseThrow().actor())
                .isEqualTo(new Actor.ReceiptHolder("digest of a receipt"));
        assertThat(known.behind(new SessionToken(before.getValue()))).isEmpty();
    }

    @Test
    void every_answer_tells_the_browser_what_to_refuse() throws Exception {
        var answer = fetch(get("/sign-in"));

        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains("default-src 'self'", "script-src 'self'", "object-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("Permissions-Policy")).contains("geolocation=()");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void no_servlet_session_is_ever_made() throws Exception {
        var person = village.worker(village.mine());

        var result = mvc.perform(get("/me").with(SignedIn.byCookie(person))).andReturn();

        assertThat(result.getResponse().getStatus()).isEqualTo(200);
        assertThat(result.getRequest().getSession(false)).isNull();
        assertThat(fetch(get("/sign-in")).getCookie("JSESSIONID")).isNull();
    }

    @Test
    void a_broken_cookie_is_nobody() throws Exception {
        var cookie = new Cookie(SessionCookie.NAME, "' or 1=1 --");

        assertThat(fetch(get("/me").cookie(cookie)).getRedirectedUrl()).startsWith("/sign-in");
    }

    private MockHttpServletResponse fetch(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(SignedIn.asNobody())).andReturn().getResponse();
    }
}
