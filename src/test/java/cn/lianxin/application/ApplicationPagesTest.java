package cn.lianxin.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.Accounts;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class ApplicationPagesTest {

    private static final Pattern TOKEN = Pattern.compile("lx[pa]_[0-9A-Za-z]{38}");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    Tokens tokens;

    @Autowired
    Accounts accounts;

    @Autowired
    Applications applications;

    UnitId mine;
    Actor.Member administrator;
    PersonId worker;

    @BeforeEach
    void found() {
        mine = village.mine();
        administrator = tokens.administrator(mine);
        worker = village.worker(mine);
        accounts.openMany(Map.of(worker, Tokens.PASSWORD));
    }

    @Test
    void an_administrator_registers_an_application_and_sees_its_token_once() {
        var address = register("人事系统", "scim");

        var issued = post(address + "/tokens", "scopes", "scim", "days", "90");

        var token = tokenIn(issued);
        assertThat(issued).hasStatusOk().hasHeader("Cache-Control", "no-store");
        assertThat(applications.of(token)).isPresent();
        assertThat(page(address))
                .hasStatusOk()
                .bodyText()
                .contains(token.substring(0, 10))
                .doesNotContain(token);
    }

    @Test
    void what_was_typed_stays_when_an_owner_is_unknown() {
        var answer = post(
                "/applications",
                "name",
                "人事系统",
                "purpose",
                "每月更新人员",
                "unit",
                "" + mine.value(),
                "owner",
                "没有",
                "scopes",
                "scim");

        assertThat(answer).hasStatus(422).bodyText().contains("没有这个在职的工号", "每月更新人员", "人事系统");
    }

    @Test
    void applications_of_other_mines_are_not_there() {
        var address = register("人事系统", "scim");
        var other = tokens.administrator(village.mine());

        assertThat(mvc.get().uri(address).with(SignedIn.as(other))).hasStatus(404);
        assertThat(mvc.post().uri(address + "/retirement").with(SignedIn.as(other)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/applications").with(SignedIn.as(worker))).hasStatus(404);
    }

    @Test
    void a_worker_lets_an_application_act_for_him_with_his_password_and_stops_it() {
        var application = register("微信小程序", "concerns").replaceAll("\\D", "");
        assertThat(mvc.get().uri("/me/tokens").with(SignedIn.as(worker)))
                .hasStatusOk()
                .bodyText()
                .contains("微信小程序");

        var wrong = own(application, "concerns", "wrong password");
        var more = own(application, "work", Tokens.PASSWORD);
        var issued = own(application, "concerns", Tokens.PASSWORD);

        assertThat(wrong).hasStatus(422).bodyText().contains("现在的密码不对");
        assertThat(more).hasStatus(422).bodyText().contains("请只勾选它登记过的");
        var token = tokenIn(issued);
        var known = applications.of(token).orElseThrow();
        assertThat(known.actor())
                .isInstanceOfSatisfying(
                        Actor.Member.class,
                        member -> assertThat(member.person()).isEqualTo(worker));
        assertThat(mvc.post().uri("/me/tokens/" + known.token() + "/end").with(SignedIn.as(village.worker(mine))))
                .hasStatus(404);
        assertThat(mvc.post().uri("/me/tokens/" + known.token() + "/end").with(SignedIn.as(worker)))
                .hasStatus(303);
        assertThat(applications.of(token)).isEmpty();
    }

    private MvcTestResult own(String application, String scope, String password) {
        return mvc.post()
                .uri("/me/tokens")
                .param("application", application)
                .param("scopes", scope)
                .param("days", "30")
                .param("current", password)
                .with(SignedIn.as(worker))
                .exchange();
    }

    private String register(String name, String scope) {
        var registered = post(
                "/applications",
                "name",
                name,
                "purpose",
                "让职工少跑路",
                "unit",
                "" + mine.value(),
                "owner",
                village.staffNumber(administrator.person()),
                "scopes",
                scope);
        assertThat(registered).hasStatus(303);
        return java.util.Objects.requireNonNull(registered.getResponse().getRedirectedUrl());
    }

    private MvcTestResult post(String address, String... parameters) {
        var request = mvc.post().uri(address).with(SignedIn.as(administrator));
        for (var i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult page(String address) {
        return mvc.get().uri(address).with(SignedIn.as(administrator)).exchange();
    }

    private static String tokenIn(MvcTestResult answer) {
        try {
            var found = TOKEN.matcher(answer.getResponse().getContentAsString());
            assertThat(found.find()).isTrue();
            return found.group();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
