package cn.lianxin.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.PersonId;
import jakarta.servlet.http.Cookie;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Nothing is open to whoever signs in for the first time before he has read what is kept of him, and then all is. */
@ProductTest
class FirstSignInTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext product;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    private PersonId newcomer = new PersonId(0);
    private Cookie cookie = new Cookie("none", "");

    @BeforeEach
    void comes() {
        newcomer = village.newcomer(village.mine());
        cookie = SignedIn.cookieOf(newcomer, product);
    }

    @Test
    void every_page_leads_to_the_statement_and_from_there_to_where_he_wanted() throws Exception {
        for (var page : List.of("/", "/me", "/concerns", "/concerns/new", "/password", "/me/second-factor", "/inbox")) {
            assertThat(fetch(get(page)).getRedirectedUrl())
                    .as(page)
                    .startsWith("/me/statement?back=" + page.replace("/", "%2F"));
        }
        assertThat(fetch(post("/inbox/read")).getRedirectedUrl()).isEqualTo("/me/statement");
        var shown =
                Jsoup.parse(fetch(get("/me/statement").param("back", "/inbox")).getContentAsString());
        assertThat(shown.select("nav a, a[href=/me]")).isEmpty();
        assertThat(shown.select(".emergency, form[action=/sign-out]")).hasSize(2);

        var confirmed = fetch(post("/me/statement")
                .param("version", shown.select("input[name=version]").val())
                .param("back", shown.select("input[name=back]").val()));

        assertThat(confirmed.getRedirectedUrl()).isEqualTo("/inbox");
        assertThat(fetch(get("/inbox")).getStatus()).isEqualTo(200);
        assertThat(database.sql("select digest from privacy.confirmation where person = :person")
                        .param("person", newcomer.value())
                        .query((row, _) -> row.getString("digest"))
                        .list())
                .containsExactly(Statements.LISTED.getLast().digest());
        assertThat(Jsoup.parse(fetch(get("/me/statement")).getContentAsString()).select("form[action=/me/statement]"))
                .isEmpty();
    }

    @Test
    void he_may_sign_out_and_change_the_language_instead() throws Exception {
        assertThat(fetch(get("/display").param("language", "en").param("back", "/me/statement"))
                        .getRedirectedUrl())
                .isEqualTo("/me/statement");
        assertThat(fetch(post("/sign-out")).getRedirectedUrl()).isEqualTo("/");

        assertThat(fetch(get("/me")).getRedirectedUrl()).startsWith("/sign-in");
    }

    @Test
    void another_version_than_stands_there_now_is_not_confirmed() throws Exception {
        var current = Statements.LISTED.getLast().version();

        var answer = fetch(post("/me/statement").param("version", Integer.toString(current + 1)));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(fetch(get("/me")).getRedirectedUrl()).startsWith("/me/statement");
    }

    @Test
    void both_languages_say_it_and_aloud() throws Exception {
        for (var language : List.of("zh-CN", "en")) {
            var page = Jsoup.parse(mvc.perform(get("/me/statement").cookie(cookie, new Cookie("language", language)))
                    .andReturn()
                    .getResponse()
                    .getContentAsString());

            var text = Statements.shipped().current().text(language.startsWith("zh"));
            assertThat(page.text()).contains(text.lead().getFirst());
            text.parts().forEach(part -> assertThat(page.text()).contains(part.lines()));
            assertThat(page.select("[data-aloud=statement]")).hasSize(1);
        }
    }

    @Test
    void whoever_has_read_it_is_not_asked_again() throws Exception {
        var old = SignedIn.cookieOf(village.worker(village.mine()), product);

        assertThat(mvc.perform(get("/me").cookie(old)).andReturn().getResponse().getStatus())
                .isEqualTo(200);
    }

    private MockHttpServletResponse fetch(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.cookie(cookie).header("Host", "localhost").header("Origin", "http://localhost"))
                .andReturn()
                .getResponse();
    }
}
