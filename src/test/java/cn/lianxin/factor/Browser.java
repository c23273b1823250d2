package cn.lianxin.factor;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.identity.SignedIn;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Keeps cookies from request to request, and an authenticator app that was not written here. */
final class Browser {

    private final MockMvc mvc;
    private final Map<String, Cookie> cookies = new HashMap<>();

    Browser(MockMvc mvc) {
        this.mvc = mvc;
    }

    MockHttpServletResponse get(String address) throws Exception {
        return fetch(MockMvcRequestBuilders.get(address));
    }

    /** @param fields names and values in turn */
    MockHttpServletResponse post(String address, String... fields) throws Exception {
        var request = MockMvcRequestBuilders.post(address);
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return fetch(request);
    }

    MockHttpServletResponse signIn(String number, String password) throws Exception {
        return post("/sign-in", "number", number, "password", password, "back", "/me");
    }

    boolean isSignedIn() throws Exception {
        return get("/inbox").getStatus() == 200;
    }

    Cookie cookie(String name) {
        return Objects.requireNonNull(cookies.get(name), name);
    }

    boolean has(String cookie) {
        return cookies.containsKey(cookie);
    }

    void keep(Cookie cookie) {
        cookies.put(cookie.getName(), cookie);
    }

    MockHttpServletResponse fetch(MockHttpServletRequestBuilder request) throws Exception {
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        var answer = mvc.perform(request.with(SignedIn.asNobody())).andReturn().getResponse();
        for (var header : answer.getHeaders("Set-Cookie")) {
            var name = header.substring(0, header.indexOf('='));
            var value = header.substring(header.indexOf('=') + 1, header.indexOf(';'));
            if (value.isEmpty()) {
                cookies.remove(name);
            } else {
                cookies.put(name, new Cookie(name, value));
            }
        }
        return answer;
    }

    static Document page(MockHttpServletResponse answer) throws Exception {
        return Jsoup.parse(answer.getContentAsString());
    }

    /** Sets up an app and confirms it at this moment. */
    Enrolled enrol(String password, Instant now) throws Exception {
        post("/me/second-factor/enrolment", "current", password);
        var secret = page(get("/me/second-factor/enrolment"))
                .select(".fingerprint")
                .text()
                .replace(" ", "");
        var enrolled = new Enrolled(secret, Document.createShell(""));
        var shown = post("/me/second-factor/confirmation", "code", enrolled.code(now));
        assertThat(shown.getStatus()).isEqualTo(200);
        assertThat(shown.getHeader("Cache-Control")).isEqualTo("no-store");
        return new Enrolled(secret, page(shown));
    }

    record Enrolled(String secret, Document codesPage) {

        String code(Instant now) {
            return new AuthenticatorApp(secret).code(now);
        }

        String recoveryCode(int place) {
            return codesPage.select(".fingerprint").get(place).text();
        }
    }
}
