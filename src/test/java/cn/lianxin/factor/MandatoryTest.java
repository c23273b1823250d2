package cn.lianxin.factor;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Accounts;
import cn.lianxin.identity.GoingAway;
import cn.lianxin.identity.Members;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Screen;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A real installation: whose roles see what is protected sets up a second factor before anything opens. */
@ProductTest
@TestPropertySource(properties = "lianxin.second-factor.mandatory=usual")
class MandatoryTest {

    private static final String PASSWORD = "a password of tests";

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Accounts accounts;

    @Autowired
    Members members;

    @Autowired
    GoingAway goingAway;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void no_route_opens_before_there_is_one_and_afterwards_they_do() throws Exception {
        var mine = new Mine(village);
        var report = raise(mine, "K4");
        var supervisor = mine.supervisor.person();
        var browser = signedIn(supervisor);

        var closed = 0;
        for (var route : Routes.of(mappings)) {
            if (route.contains(" /me/second-factor") || isOpenToAll(route) || route.equals("POST /sign-out")) {
                continue;
            }
            var answer = browser.fetch(Routes.request(route, report.toString()));
            if (route.matches("\\w+ /(api|scim|open311)/.*")) {
                var visitors = new Browser(mvc).fetch(Routes.request(route, report.toString()));
                assertThat(answer.getStatus()).as(route).isEqualTo(visitors.getStatus());
            } else {
                assertThat(answer.getRedirectedUrl()).as(route).isEqualTo("/me/second-factor");
                closed++;
            }
        }
        assertThat(closed).isGreaterThan(150);
        var json =
                browser.fetch(MockMvcRequestBuilders.get("/concerns/" + report).header("Accept", "application/json"));
        assertThat(json.getStatus()).isEqualTo(401);
        var page = browser.get("/me/second-factor");
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString()).contains("您担任的角色看得到受保护的内容").doesNotContain("/reviews");

        browser.enrol(PASSWORD, TestClock.now());

        assertThat(browser.get("/concerns/" + report).getStatus()).isEqualTo(200);
        assertThat(browser.get("/reviews").getStatus()).isEqualTo(200);
    }

    @Test
    void a_passkey_is_enough_and_the_last_one_stays() throws Exception {
        var browser = signedIn(new Mine(village).supervisor.person());
        var device = new SoftDevice();
        var challenge = Browser.page(browser.post("/me/second-factor/passkeys/new", "current", PASSWORD))
                .select("[data-passkey]")
                .attr("data-challenge");

        var codes = browser.post(
                "/me/second-factor/passkeys",
                "clientData",
                device.clientData("webauthn.create", challenge),
                "attestation",
                device.attestation());

        assertThat(browser.get("/reviews").getStatus()).isEqualTo(200);
        var paper = Browser.page(codes).select(".fingerprint");
        var refused = browser.post(
                "/me/second-factor/passkeys/" + device.id() + "/end", "current", PASSWORD, "code", paper.text());
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("不能关");
    }

    @Test
    void it_cannot_be_switched_off_again() throws Exception {
        var browser = signedIn(new Mine(village).desk.person());
        var enrolled = browser.enrol(PASSWORD, TestClock.now());
        TestClock.forward(Duration.ofSeconds(30));

        var refused =
                browser.post("/me/second-factor/end", "current", PASSWORD, "code", enrolled.code(TestClock.now()));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("不能关");
        assertThat(browser.get("/me/second-factor").getContentAsString()).doesNotContain("关掉第二道验证");
    }

    @Test
    void a_deputy_owes_it_while_he_stands_in() throws Exception {
        var mine = new Mine(village);
        var report = raise(mine, "K4");
        var deputy = village.worker(mine.mine);
        var browser = signedIn(deputy);
        assertThat(browser.isSignedIn()).isTrue();
        var today = LocalDate.ofInstant(TestClock.now(), Screen.ZONE);
        var supervisor = members.mayAct(opened(mine.supervisor.person())).orElseThrow();

        goingAway.leave(Optional.of(deputy), today, today, "开会", supervisor);

        assertThat(browser.get("/concerns/" + report).getRedirectedUrl()).isEqualTo("/me/second-factor");
        browser.enrol(PASSWORD, TestClock.now());
        assertThat(browser.get("/concerns/" + report).getStatus()).isEqualTo(200);
    }

    @Test
    void whoever_is_given_the_role_owes_it_at_once_and_others_never() throws Exception {
        var mine = village.mine();
        var person = village.worker(mine);
        var handler = village.holder(Role.HANDLER, mine);
        var browser = signedIn(person);
        assertThat(browser.isSignedIn()).isTrue();

        village.give(person, Role.DESK_OFFICER, mine, LocalDate.of(2026, 1, 1));

        TestClock.forward(Duration.ofSeconds(6));
        assertThat(browser.get("/desk").getRedirectedUrl()).isEqualTo("/me/second-factor");
        assertThat(signedIn(handler).get("/tasks").getStatus()).isEqualTo(200);
    }

    /** What the usual setting binds follows from what each role sees. */
    @Test
    void it_binds_every_role_that_sees_a_report_of_wrongdoing_or_a_name_told_in_confidence() throws Exception {
        var mine = new Mine(village);
        var report = raise(mine, "K4");
        var confidential = raising.raise(Mine.concern("E4", Reporter.Mode.CONFIDENTIAL), Mine.token(), mine.worker)
                .number();
        var name = "矿工" + village.staffNumber(mine.worker.person()).substring(1);

        for (var role : Role.values()) {
            var holder = village.holder(role, mine.mine);
            var sees = answer(report, holder).getStatus() == 200
                    || answer(confidential, holder).getContentAsString().contains(name);
            if (sees) {
                assertThat(MandatoryRoles.USUAL).contains(role);
            }
        }
        assertThat(answer(report, mine.supervisor.person()).getStatus()).isEqualTo(200);
        assertThat(answer(confidential, mine.desk.person()).getContentAsString())
                .contains(name);
    }

    private MockHttpServletResponse answer(ConcernNumber number, PersonId by) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get("/concerns/" + number).with(SignedIn.as(by)))
                .andReturn()
                .getResponse();
    }

    private static boolean isOpenToAll(String route) {
        return List.of(
                        "GET /display",
                        "GET /pass",
                        "POST /pass",
                        "GET /sign-in",
                        "POST /sign-in",
                        "GET /sign-in/code",
                        "POST /sign-in/code",
                        "GET /sign-in/passkey",
                        "POST /sign-in/passkey",
                        "GET /sign-in/company",
                        "GET /sign-in/company/back",
                        "GET /sign-in/company/over",
                        "GET /sign-out",
                        "POST /terminals/leaving",
                        "GET /trust",
                        "GET /trust/lianxin.crt",
                        "GET /trust/trusted",
                        "GET /service-worker.js",
                        "GET /manifest.webmanifest",
                        "GET /password",
                        "POST /password")
                .contains(route);
    }

    private ConcernNumber raise(Mine mine, String matter) {
        return raising.raise(Mine.concern(matter, Reporter.Mode.NAMED), Mine.token(), mine.worker)
                .number();
    }

    private PersonId opened(PersonId person) {
        accounts.openMany(Map.of(person, PASSWORD));
        return person;
    }

    private Browser signedIn(PersonId person) throws Exception {
        var browser = new Browser(mvc);
        browser.signIn(Objects.requireNonNull(village.staffNumber(opened(person))), PASSWORD);
        assertThat(browser.has("lianxin")).isTrue();
        return browser;
    }
}
