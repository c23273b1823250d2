package cn.lianxin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.lianxin.ProductTest;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import jakarta.servlet.http.Cookie;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ProductTest
class PagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Accounts accounts;

    @Autowired
    GoingAway goingAway;

    @Autowired
    Members members;

    @Autowired
    RoleGrants grants;

    @Autowired
    CurrentDay today;

    UnitId mine = new UnitId(0);
    UnitId district = new UnitId(0);
    PersonId administrator = new PersonId(0);
    PersonId worker = new PersonId(0);

    @BeforeEach
    void people() {
        mine = village.mine();
        district = village.district(mine);
        administrator = village.holder(Role.ADMINISTRATOR, mine);
        worker = village.worker(district);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void every_page_is_rendered_in_both_languages(String language) throws Exception {
        accounts.openWithFirstPassword(worker, Village.FOUNDER);
        village.give(worker, Role.HANDLER, district, today.date());
        var leader = village.holder(Role.UNIT_LEADER, mine);
        var leaderAsMember = members.member(leader, "某人");
        goingAway.leave(Optional.of(administrator), today.date(), today.date(), "休假 & 培训", leaderAsMember);
        var number = village.staffNumber(worker);

        var pages = Map.of(
                "/sign-in",
                "sign-in",
                "/sign-out",
                "sign-out",
                "/password",
                "password",
                "/me",
                "me",
                "/accounts",
                "accounts",
                "/accounts?words=" + number,
                number,
                "/accounts/" + worker.value(),
                number,
                "/accounts/" + leader.value(),
                "role",
                "/accounts/slips",
                "slips",
                "/accounts/slips?unit=" + district.value(),
                "unit");

        for (var page : pages.entrySet()) {
            var request = get(page.getKey()).cookie(new Cookie("language", language));
            var who = page.getKey().equals("/sign-in") ? SignedIn.asNobody() : SignedIn.as(administrator);
            var answer = mvc.perform(request.with(who)).andReturn().getResponse();
            assertThat(answer.getStatus()).as(page.getKey()).isEqualTo(200);
            assertThat(Jsoup.parse(answer.getContentAsString()).select("main h1, main .empty"))
                    .as(page.getKey())
                    .isNotEmpty();
        }
        var leaders = page(get("/me").cookie(new Cookie("language", language)).with(SignedIn.as(leader)));
        assertThat(leaders.text()).contains("休假 & 培训");
        assertThat(page(get("/absences")
                                .cookie(new Cookie("language", language))
                                .with(SignedIn.as(village.holder(Role.DESK_OFFICER, mine))))
                        .text())
                .contains("休假 & 培训");
        var deputys = page(get("/me").cookie(new Cookie("language", language)).with(SignedIn.as(administrator)));
        assertThat(deputys.text()).contains("休假 & 培训");
    }

    @Test
    void slips_stand_on_one_page_and_in_no_cache() throws Exception {
        village.worker(district);

        var answer = mvc.perform(post("/accounts/slips")
                        .param("unit", Long.toString(mine.value()))
                        .with(SignedIn.as(administrator)))
                .andReturn()
                .getResponse();

        var page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select(".slip")).hasSize(2);
        assertThat(page.select(".slip-password").eachText()).allMatch(text -> text.matches("\\S{4}-\\S{4}-\\S{4}"));
        assertThat(page.select(".slip").text()).contains(village.staffNumber(worker), "https://lianxin.mine.example");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(page(post("/accounts/slips")
                                .param("unit", Long.toString(mine.value()))
                                .with(SignedIn.as(administrator)))
                        .select(".slip"))
                .isEmpty();
    }

    @Test
    void a_wrong_form_comes_back_with_what_was_typed_and_the_fault_beside_its_field() throws Exception {
        village.give(worker, Role.HANDLER, district, today.date());

        var answer = mvc.perform(post("/me/absences")
                        .param("number", village.staffNumber(administrator))
                        .param("from", "2026-13-45")
                        .param("until", "")
                        .param("reason", "<b>休假</b>")
                        .with(SignedIn.as(worker)))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(422);
        var page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select("#from").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#from-error").text()).contains("没看懂这个日期");
        assertThat(page.select(".error-summary a").attr("href")).isEqualTo("#from");
        assertThat(page.select("#reason").attr("value")).isEqualTo("<b>休假</b>");
    }

    @Test
    void a_deputy_is_named_and_dismissed_on_the_own_page() throws Exception {
        village.give(worker, Role.HANDLER, district, today.date());

        var named = mvc.perform(post("/me/absences")
                        .param("number", village.staffNumber(administrator))
                        .param("from", today.date().toString())
                        .param("until", today.date().plusDays(3).toString())
                        .param("reason", "休假")
                        .with(SignedIn.as(worker)))
                .andReturn()
                .getResponse();

        assertThat(named.getRedirectedUrl()).isEqualTo("/me?done=AWAY");
        var page = page(get("/me?done=AWAY").with(SignedIn.as(worker)));
        assertThat(page.select(".flash-success").text()).contains("登记好了");
        var end = page.select("form[action$=/end][action*=absences]").attr("action");
        mvc.perform(post(end).with(SignedIn.as(worker)));
        assertThat(page(get("/me").with(SignedIn.as(worker))).select("form[action$=/end][action*=absences]"))
                .isEmpty();
    }

    @Test
    void roles_are_given_and_revoked_on_the_page_of_the_account() throws Exception {
        var address = "/accounts/" + worker.value();

        var wrong = page(post(address + "/roles")
                .param("role", "HANDLER")
                .param("unit", "no-such-unit")
                .with(SignedIn.as(administrator)));
        var proposed = page(get(address).with(SignedIn.as(administrator)));
        mvc.perform(post(address + "/roles")
                .param("role", "HANDLER")
                .param("unit", proposed.select("#unit").attr("value"))
                .param("from", proposed.select("#from").attr("value"))
                .with(SignedIn.as(administrator)));

        assertThat(wrong.select("#unit-error").text()).contains("没有这个单位代码");
        assertThat(wrong.select("#role option[selected]").attr("value")).isEqualTo("HANDLER");
        assertThat(members.member(worker, "某人").grants()).hasSize(1);
        mvc.perform(post(address + "/roles/end")
                .param("role", "HANDLER")
                .param("unit", Long.toString(district.value()))
                .with(SignedIn.as(administrator)));
        assertThat(members.member(worker, "某人").grants()).isEmpty();
    }

    @Test
    void accounts_of_other_units_do_not_exist_and_workers_have_no_such_page() throws Exception {
        var stranger = village.worker(village.mine());

        assertThat(statusOf(get("/accounts/" + stranger.value()).with(SignedIn.as(administrator))))
                .isEqualTo(404);
        assertThat(statusOf(post("/accounts/" + stranger.value() + "/reset")
                        .param("reason", "忘了")
                        .with(SignedIn.as(administrator))))
                .isEqualTo(404);
        assertThat(page(get("/accounts?words=" + village.staffNumber(stranger)).with(SignedIn.as(administrator)))
                        .select("tbody tr"))
                .isEmpty();
        assertThat(statusOf(get("/accounts").with(SignedIn.as(worker)))).isEqualTo(404);
        assertThat(statusOf(get("/accounts/slips").with(SignedIn.as(worker)))).isEqualTo(404);
        assertThat(statusOf(post("/accounts/slips")
                        .param("unit", Long.toString(district.value()))
                        .with(SignedIn.as(worker))))
                .isEqualTo(404);
    }

    private int statusOf(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse().getStatus();
    }

    private Document page(MockHttpServletRequestBuilder request) throws Exception {
        return Jsoup.parse(mvc.perform(request).andReturn().getResponse().getContentAsString());
    }
}
