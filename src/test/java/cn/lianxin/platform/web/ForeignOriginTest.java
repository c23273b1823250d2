package cn.lianxin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import jakarta.servlet.http.Cookie;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Another site's page cannot do anything in the name of somebody who is signed in here. */
@ProductTest
class ForeignOriginTest {

    private static final String REFUSED = "cross-origin request";

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    ApplicationContext context;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    Cookie cookie = new Cookie("nobody", "");

    @BeforeEach
    void somebodyIsSignedIn() {
        cookie = SignedIn.cookieOf(village.worker(village.mine()), context);
    }

    @Test
    void every_route_that_changes_something_refuses_it() throws Exception {
        var routes = changingRoutes();

        assertThat(routes).hasSizeGreaterThan(100).contains("POST /concerns", "POST /sign-in");
        for (var route : routes) {
            var answer = send(to(route).header("Origin", "https://elsewhere.example"));

            assertThat(answer.getStatus()).as(route).isEqualTo(403);
            assertThat(answer.getErrorMessage()).as(route).isEqualTo(REFUSED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "http://localhost.elsewhere.example", "http://localhost:81", "nonsense", "http://"})
    void what_is_not_exactly_this_installation_is_elsewhere(String origin) throws Exception {
        assertThat(send(post("/display/nothing").header("Origin", origin)).getErrorMessage())
                .isEqualTo(REFUSED);
    }

    @Test
    void without_an_origin_it_is_the_referrer_that_counts_and_without_both_no_cookie_may_come_along() throws Exception {
        assertThat(send(post("/me/sessions/end").header("Referer", "https://elsewhere.example/localhost"))
                        .getErrorMessage())
                .isEqualTo(REFUSED);
        assertThat(send(post("/me/sessions/end")).getErrorMessage()).isEqualTo(REFUSED);
        assertThat(send(post("/me/sessions/end").header("Referer", "http://localhost/me"))
                        .getRedirectedUrl())
                .isEqualTo("/me?done=SIGNED_OUT_ELSEWHERE");
    }

    @Test
    void nobody_elsewhere_may_read_an_answer() throws Exception {
        for (var address : new String[] {"/me", "/api/v1/openapi.json", "/lianxin.css"}) {
            var answer = send(get(address).header("Origin", "https://elsewhere.example"));

            assertThat(answer.getStatus()).as(address).isEqualTo(200);
            assertThat(answer.getHeaderNames()).as(address).noneMatch(name -> name.startsWith("Access-Control"));
        }
    }

    private TreeSet<String> changingRoutes() {
        var routes = new TreeSet<String>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues()
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.add(method + " " + pattern))));
        routes.removeIf(route -> route.matches("(GET|HEAD|OPTIONS) .*"));
        return routes;
    }

    private static MockHttpServletRequestBuilder to(String route) {
        var parts = route.split(" ", 2);
        return request(HttpMethod.valueOf(parts[0]), parts[1].replaceAll("\\{[^/]*}+", "1"));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.cookie(cookie).header("Host", "localhost"))
                .andReturn()
                .getResponse();
    }
}
