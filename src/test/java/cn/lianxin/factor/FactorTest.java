package cn.lianxin.factor;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.Accounts;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@ProductTest
class FactorTest {

    private static final String PASSWORD = "井下一千米 well lit";
    private static final Duration STEP = Duration.ofSeconds(30);

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    UnitId mine = new UnitId(0);
    PersonId worker = new PersonId(0);
    String number = "";

    @BeforeEach
    void somebody() {
        mine = village.mine();
        worker = village.worker(mine);
        number = village.staffNumber(worker);
        accounts.openMany(Map.of(worker, PASSWORD));
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void the_first_code_brings_it_into_force_and_the_next_sign_in_asks_for_one() throws Exception {
        var phone = signedIn();
        var elsewhere = signedIn();

        var enrolled = phone.enrol(PASSWORD, TestClock.now());

        assertThat(enrolled.codesPage().select(".fingerprint")).hasSize(10);
        assertThat(phone.isSignedIn()).isTrue();
        assertThat(elsewhere.isSignedIn()).as("by password alone").isFalse();
        var browser = browser();
        var half = browser.signIn(number, PASSWORD);
        assertThat(half.getRedirectedUrl()).isEqualTo("/sign-in/code");
        assertThat(browser.has("lianxin")).isFalse();
        assertThat(Browser.page(browser.get("/sign-in/code")).select("#code").attr("autocomplete"))
                .isEqualTo("one-time-code");
        TestClock.forward(STEP);
        var in = browser.post("/sign-in/code", "code", enrolled.code(TestClock.now()));
        assertThat(in.getRedirectedUrl()).isEqualTo("/me");
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(browser.has(HalfCookie.NAME)).isFalse();
    }

    @Test
    void a_code_opens_once_not_the_one_that_set_it_up_either() throws Exception {
        var enrolled = signedIn().enrol(PASSWORD, TestClock.now());
        var confirming = enrolled.code(TestClock.now());
        var browser = half();

        assertThat(give(browser, confirming).getContentAsString()).contains("已经用过了");
        TestClock.forward(STEP);
        var code = enrolled.code(TestClock.now());
        assertThat(give(browser, code).getStatus()).isEqualTo(303);

        var again = give(half(), code);
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString()).contains("已经用过了");
        TestClock.forward(STEP);
        assertThat(give(half(), code).getContentAsString())
                .as("still within the tolerance")
                .contains("已经用过了");
    }

    @Test
    void wrong_codes_count_like_wrong_passwords_and_the_right_password_forgives_none() throws Exception {
        var enrolled = signedIn().enrol(PASSWORD, TestClock.now());
        TestClock.forward(STEP);
        var right = enrolled.code(TestClock.now());
        var browser = half();
        for (var i = 0; i < 3; i++) {
            assertThat(give(browser, wrong(right)).getContentAsString()).contains("动态码不对");
        }
        browser = half();

        var resting = give(browser, right);

        assertThat(resting.getStatus()).isEqualTo(422);
        assertThat(resting.getContentAsString()).contains("试错的次数太多");
        assertThat(browser().signIn(number, PASSWORD).getContentAsString()).contains("试错的次数太多");
        TestClock.forward(Duration.ofSeconds(61));
        assertThat(give(browser, enrolled.code(TestClock.now())).getStatus()).isEqualTo(303);
        assertThat(give(half(), wrong(right)).getContentAsString())
                .as("forgiven")
                .contains("动态码不对");
    }

    @Test
    void an_open_page_and_the_password_buy_no_free_guesses_either() throws Exception {
        var phone = signedIn();
        var enrolled = phone.enrol(PASSWORD, TestClock.now());
        TestClock.forward(STEP);
        var right = enrolled.code(TestClock.now());
        for (var i = 0; i < 5; i++) {
            assertThat(phone.post("/me/second-factor/end", "current", PASSWORD, "code", wrong(right))
                            .getContentAsString())
                    .contains("动态码不对");
        }

        var resting = phone.post("/me/second-factor/end", "current", PASSWORD, "code", right);

        assertThat(resting.getStatus()).isEqualTo(422);
        assertThat(resting.getContentAsString()).contains("试错的次数太多");
    }

    @Test
    void a_recovery_code_takes_the_place_of_the_app_once() throws Exception {
        var enrolled = signedIn().enrol(PASSWORD, TestClock.now());
        var code = enrolled.recoveryCode(3);
        var browser = half();

        var in = browser.post(
                "/sign-in/code", "recovery", code.toUpperCase(Locale.ROOT).replace("-", " "));

        assertThat(in.getStatus()).isEqualTo(303);
        assertThat(Browser.page(browser.get("/me/second-factor")).text()).contains("还剩 9 个");
        var again = half().post("/sign-in/code", "recovery", code);
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(Browser.page(again).select("details[open] #recovery-error").text())
                .contains("已经用过了");
    }

    @Test
    void half_a_sign_in_is_over_after_five_minutes() throws Exception {
        var enrolled = signedIn().enrol(PASSWORD, TestClock.now());
        var browser = half();

        TestClock.forward(CodeStep.LIFE.plusSeconds(1));
        var late = give(browser, enrolled.code(TestClock.now()));

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString()).contains("请重新登录");
        assertThat(browser.get("/sign-in/code").getRedirectedUrl()).isEqualTo("/sign-in");
        assertThat(browser.has("lianxin")).isFalse();
    }

    @Test
    void whoever_signs_out_half_way_or_gets_another_password_begins_anew() throws Exception {
        var enrolled = signedIn().enrol(PASSWORD, TestClock.now());
        TestClock.forward(STEP);
        var left = half();
        var kept = left.cookie(HalfCookie.NAME);
        left.post("/sign-out");
        var thief = half();

        accounts.resetAtDesk(worker, "忘了密码", Village.FOUNDER);

        assertThat(give(thief, enrolled.code(TestClock.now())).getStatus()).isEqualTo(409);
        left.keep(kept);
        assertThat(give(left, enrolled.code(TestClock.now())).getStatus()).isEqualTo(409);
    }

    @Test
    void a_password_from_a_slip_does_not_go_round_it_and_is_changed_after_the_code() throws Exception {
        var enrolled = signedIn().enrol(PASSWORD, TestClock.now());
        TestClock.forward(STEP);
        var slip = accounts.resetAtDesk(worker, "忘了密码", Village.FOUNDER);
        var browser = browser();

        assertThat(browser.signIn(number, slip).getRedirectedUrl()).isEqualTo("/sign-in/code");
        var in = give(browser, enrolled.code(TestClock.now()));

        assertThat(in.getRedirectedUrl()).isEqualTo("/password?back=%2Fme");
        assertThat(browser.get("/me/second-factor").getRedirectedUrl()).isEqualTo("/password");
        assertThat(browser.post("/password", "password", PASSWORD, "again", PASSWORD, "back", "/me")
                        .getStatus())
                .isEqualTo(303);
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void to_set_it_up_change_or_leave_it_takes_password_and_code() throws Exception {
        var phone = signedIn();
        assertThat(phone.post("/me/second-factor/enrolment", "current", "wrong wrong")
                        .getStatus())
                .isEqualTo(422);
        assertThat(phone.get("/me/second-factor/enrolment").getRedirectedUrl()).isEqualTo("/me/second-factor");
        var enrolled = phone.enrol(PASSWORD, TestClock.now());

        for (var step : new String[] {"enrolment", "recovery-codes", "end"}) {
            var address = "/me/second-factor/" + step;
            assertThat(phone.post(address, "current", PASSWORD).getStatus())
                    .as(step)
                    .isEqualTo(422);
            assertThat(phone.post(address, "current", "wrong wrong", "code", enrolled.recoveryCode(0))
                            .getStatus())
                    .as(step)
                    .isEqualTo(422);
            TestClock.forward(Duration.ofMinutes(16));
        }

        var renewed = phone.post(
                "/me/second-factor/recovery-codes", "current", PASSWORD, "code", enrolled.code(TestClock.now()));
        assertThat(Browser.page(renewed).select(".fingerprint")).hasSize(10);
        assertThat(half().post("/sign-in/code", "recovery", enrolled.recoveryCode(1))
                        .getStatus())
                .isEqualTo(422);
        TestClock.forward(STEP);
        var off = phone.post("/me/second-factor/end", "current", PASSWORD, "code", enrolled.code(TestClock.now()));
        assertThat(off.getRedirectedUrl()).isEqualTo("/me/second-factor?done=SWITCHED_OFF");
        assertThat(browser().signIn(number, PASSWORD).getRedirectedUrl()).isEqualTo("/me");
    }

    @Test
    void another_phone_takes_the_place_of_the_first_only_when_it_has_shown_a_code() throws Exception {
        var phone = signedIn();
        var first = phone.enrol(PASSWORD, TestClock.now());
        TestClock.forward(STEP);
        phone.post("/me/second-factor/enrolment", "current", PASSWORD, "code", first.code(TestClock.now()));
        assertThat(phone.post("/me/second-factor/confirmation", "code", "000000")
                        .getStatus())
                .isEqualTo(422);
        TestClock.forward(STEP);
        assertThat(give(half(), first.code(TestClock.now())).getStatus()).isEqualTo(303);
        TestClock.forward(STEP);

        var shown = Browser.page(phone.get("/me/second-factor/enrolment"))
                .select(".fingerprint")
                .text();
        var second = new Browser.Enrolled(shown.replace(" ", ""), new Document(""));
        assertThat(phone.post("/me/second-factor/confirmation", "code", second.code(TestClock.now()))
                        .getStatus())
                .isEqualTo(200);

        TestClock.forward(STEP);
        assertThat(give(half(), first.code(TestClock.now())).getStatus()).isEqualTo(422);
        assertThat(give(half(), second.code(TestClock.now())).getStatus()).isEqualTo(303);
    }

    @Test
    void the_desk_takes_it_away_on_record_and_its_owner_is_told() throws Exception {
        var phone = signedIn();
        phone.enrol(PASSWORD, TestClock.now());
        var officer = village.holder(Role.DESK_OFFICER, mine);
        var address = "/accounts/" + worker.value() + "/second-factor";
        var stranger = village.holder(Role.DESK_OFFICER, village.mine());
        assertThat(as(officer, MockMvcRequestBuilders.get("/accounts/" + worker.value()))
                        .getContentAsString())
                .contains(address);
        assertThat(as(stranger, MockMvcRequestBuilders.post(address + "/end").param("reason", "丢了"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(as(officer, MockMvcRequestBuilders.post(address + "/end")).getStatus())
                .isEqualTo(422);
        assertThat(phone.isSignedIn()).isTrue();

        var done = as(officer, MockMvcRequestBuilders.post(address + "/end").param("reason", "手机掉井下了"));

        assertThat(done.getStatus()).isEqualTo(303);
        assertThat(phone.isSignedIn()).isFalse();
        assertThat(jdbc.sql(
                                "select person || ' ' || detail from audit.entry where action = 'factor.taken-away' and subject = :subject")
                        .param("subject", "person:" + worker.value())
                        .query((row, _) -> row.getString(1))
                        .list())
                .containsExactly(officer.value() + " 手机掉井下了");
        var browser = browser();
        assertThat(browser.signIn(number, PASSWORD).getRedirectedUrl()).isEqualTo("/me");
        assertThat(browser.get("/inbox").getContentAsString()).contains("您的第二道验证被取消了");
    }

    @Test
    void a_copy_of_the_database_holds_neither_secret_nor_codes() throws Exception {
        var enrolled = signedIn().enrol(PASSWORD, TestClock.now());

        var secret = jdbc.sql("select secret from factor.authenticator where person = :person")
                .param("person", worker.value())
                .query((row, _) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                .single();
        var digests = jdbc.sql("select digest from factor.recovery_code where person = :person")
                .param("person", worker.value())
                .query((row, _) -> row.getString(1))
                .list();

        assertThat(secret).doesNotContain(enrolled.secret());
        assertThat(digests).hasSize(10).allSatisfy(digest -> assertThat(digest).matches("[0-9a-f]{64}"));
    }

    @Test
    void who_leaves_the_enterprise_takes_his_secret_with_him() throws Exception {
        signedIn().enrol(PASSWORD, TestClock.now());

        village.leave(worker);

        assertThat(jdbc.sql("select count(*) from factor.authenticator where person = :person")
                        .param("person", worker.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void the_pages_are_rendered_in_both_languages() throws Exception {
        var phone = signedIn();
        phone.enrol(PASSWORD, TestClock.now());
        for (var language : new String[] {"zh-CN", "en"}) {
            var browser = half();
            browser.keep(new Cookie("language", language));
            phone.keep(new Cookie("language", language));

            assertThat(Browser.page(browser.get("/sign-in/code")).select("h1").text())
                    .isEqualTo(language.equals("en") ? "Now the code" : "再输动态码");
            assertThat(Browser.page(phone.get("/me/second-factor")).select("h1").text())
                    .isEqualTo(language.equals("en") ? "Second factor" : "第二道验证");
        }
    }

    private MockHttpServletResponse as(PersonId person, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(SignedIn.as(person))).andReturn().getResponse();
    }

    private Browser browser() {
        return new Browser(mvc);
    }

    private Browser signedIn() throws Exception {
        var browser = browser();
        assertThat(browser.signIn(number, PASSWORD).getRedirectedUrl()).isEqualTo("/me");
        return browser;
    }

    /** The right password was given. */
    private Browser half() throws Exception {
        var browser = browser();
        assertThat(browser.signIn(number, PASSWORD).getRedirectedUrl()).isEqualTo("/sign-in/code");
        return browser;
    }

    private static MockHttpServletResponse give(Browser browser, String code) throws Exception {
        return browser.post("/sign-in/code", "code", code);
    }

    private static String wrong(String right) {
        return right.equals("123456") ? "654321" : "123456";
    }
}
