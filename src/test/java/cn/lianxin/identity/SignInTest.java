package cn.lianxin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.web.SharedDevice;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ProductTest
class SignInTest {

    private static final String PASSWORD = "井下一千米 well lit";

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    Members members;

    @Autowired
    SessionLimits limits;

    @Autowired
    SignInAttempts attempts;

    @Autowired
    StoredAccounts stored;

    @Autowired
    Clock clock;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void the_password_of_the_slip_opens_only_the_page_on_which_it_is_changed() throws Exception {
        var person = village.worker(village.mine());
        var slip = accounts.openWithFirstPassword(person, Village.FOUNDER);

        var signedIn = signIn(person, slip.toUpperCase(Locale.ROOT).replace("-", " "), "/me");

        assertThat(signedIn.getStatus()).isEqualTo(303);
        assertThat(signedIn.getRedirectedUrl()).isEqualTo("/password?back=%2Fme");
        var cookie = cookieOf(signedIn);
        assertThat(fetch(get("/me").cookie(cookie)).getRedirectedUrl()).isEqualTo("/password");
        assertThat(fetch(get("/").cookie(cookie)).getRedirectedUrl()).isEqualTo("/password");
        assertThat(fetch(get("/password").cookie(cookie)).getContentAsString()).contains("先换成自己的密码");

        var changed = fetch(post("/password")
                .cookie(cookie)
                .param("password", PASSWORD)
                .param("again", PASSWORD)
                .param("back", "/me"));

        assertThat(changed.getRedirectedUrl()).isEqualTo("/me");
        assertThat(fetch(get("/me").cookie(cookieOf(changed))).getContentAsString())
                .contains(village.staffNumber(person));
        assertThat(fetch(get("/me").cookie(cookie)).getRedirectedUrl()).startsWith("/sign-in");
        assertThat(signIn(person, slip, "/").getStatus()).isEqualTo(422);
        assertThat(signIn(person, PASSWORD, "/").getStatus()).isEqualTo(303);
    }

    @Test
    void what_was_wrong_is_not_told_and_the_number_is_kept() throws Exception {
        var person = memberWithPassword();

        var wrongPassword = signIn(person, "not the password", "/me");
        var wrongNumber = fetch(post("/sign-in").param("number", "nobody-7").param("password", PASSWORD));

        assertThat(wrongPassword.getStatus()).isEqualTo(422);
        assertThat(wrongNumber.getStatus()).isEqualTo(422);
        assertThat(wrongPassword.getContentAsString())
                .contains("工号或密码不对")
                .contains("value=\"" + village.staffNumber(person) + "\"")
                .contains("value=\"/me\"")
                .doesNotContain("not the password");
        assertThat(wrongNumber.getContentAsString()).contains("工号或密码不对").contains("nobody-7");
    }

    @Test
    void after_five_failures_the_account_rests_and_others_do_not() throws Exception {
        var person = memberWithPassword();
        var neighbour = memberWithPassword();
        for (var i = 0; i < 5; i++) {
            assertThat(signIn(person, "wrong wrong", "/").getContentAsString()).contains("工号或密码不对");
        }

        var resting = signIn(person, PASSWORD, "/");

        assertThat(resting.getStatus()).isEqualTo(422);
        assertThat(resting.getContentAsString()).contains("试错的次数太多");
        assertThat(signIn(neighbour, PASSWORD, "/").getStatus()).isEqualTo(303);
        TestClock.forward(Duration.ofSeconds(61));
        assertThat(signIn(person, "wrong again", "/").getContentAsString()).contains("工号或密码不对");
        TestClock.forward(Duration.ofSeconds(61));
        assertThat(signIn(person, PASSWORD, "/").getContentAsString()).contains("试错的次数太多");
        TestClock.forward(Duration.ofSeconds(61));
        assertThat(signIn(person, PASSWORD, "/").getStatus()).isEqualTo(303);
        assertThat(signIn(person, "wrong once", "/").getContentAsString()).contains("工号或密码不对");
        assertThat(signIn(person, PASSWORD, "/").getStatus()).isEqualTo(303);
    }

    @Test
    void whoever_fails_from_elsewhere_keeps_nobody_out_of_his_own_telephone_or_a_terminal() throws Exception {
        var person = memberWithPassword();
        var device = deviceOf(signIn(person, PASSWORD, "/"));
        for (var i = 0; i < 6; i++) {
            signIn(person, "wrong wrong", "/");
        }
        assertThat(signIn(person, PASSWORD, "/").getContentAsString()).contains("试错的次数太多");

        assertThat(fetch(attempt(person, PASSWORD).cookie(device)).getStatus()).isEqualTo(303);
        assertThat(fetch(attempt(person, "wrong wrong").with(atTerminal("lamp-room")))
                        .getContentAsString())
                .contains("工号或密码不对");
        assertThat(fetch(attempt(person, PASSWORD).with(atTerminal("lamp-room")))
                        .getStatus())
                .isEqualTo(303);
    }

    @Test
    void a_familiar_device_is_counted_as_well_and_is_familiar_for_one_person_alone() throws Exception {
        var person = memberWithPassword();
        var neighbour = memberWithPassword();
        var device = deviceOf(signIn(person, PASSWORD, "/"));
        for (var i = 0; i < 5; i++) {
            fetch(attempt(person, "wrong wrong").cookie(device));
            signIn(neighbour, "wrong wrong", "/");
        }

        assertThat(fetch(attempt(person, PASSWORD).cookie(device)).getContentAsString())
                .contains("试错的次数太多");
        assertThat(signIn(person, PASSWORD, "/").getStatus()).isEqualTo(303);
        assertThat(fetch(attempt(neighbour, PASSWORD).cookie(device)).getContentAsString())
                .contains("试错的次数太多");
    }

    private static Cookie deviceOf(MockHttpServletResponse response) {
        return Objects.requireNonNull(response.getCookie("lianxin-device"));
    }

    private MockHttpServletRequestBuilder attempt(PersonId person, String password) {
        return post("/sign-in")
                .param("number", village.staffNumber(person))
                .param("password", password)
                .param("back", "/");
    }

    private static RequestPostProcessor atTerminal(String key) {
        return request -> {
            SharedDevice.mark(request, key);
            return request;
        };
    }

    @Test
    void guesses_sent_at_once_are_not_free() throws Exception {
        var person = memberWithPassword();

        var taken = inParallel(30, () -> attempts.take(person).isEmpty());

        assertThat(taken.stream().filter(free -> free)).hasSize(5);
    }

    private static <R> List<R> inParallel(int times, Callable<R> task) throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var results = new ArrayList<R>();
            for (var future : threads.invokeAll(Collections.nCopies(times, task))) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void numbers_without_an_account_rest_in_the_same_way() throws Exception {
        var nobody = post("/sign-in").param("number", "nobody-42").param("password", "x");

        for (var i = 0; i < 5; i++) {
            assertThat(fetch(nobody).getContentAsString()).contains("工号或密码不对");
        }

        assertThat(fetch(nobody).getContentAsString()).contains("试错的次数太多");
    }

    @Test
    void the_cookie_is_out_of_reach_of_scripts_and_other_sites() throws Exception {
        var person = memberWithPassword();

        var plain = signIn(person, PASSWORD, "/").getHeader("Set-Cookie");
        var secure = fetch(post("/sign-in")
                        .secure(true)
                        .header("Origin", "https://localhost")
                        .header("Host", "localhost")
                        .param("number", village.staffNumber(person))
                        .param("password", PASSWORD))
                .getHeader("Set-Cookie");

        assertThat(plain).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Secure");
        assertThat(secure).contains("Secure");
    }

    @Test
    void a_session_needs_nothing_but_the_database() throws Exception {
        var person = memberWithPassword();
        var cookie = cookieOf(signIn(person, PASSWORD, "/"));

        var afterRestart = new KnownSessions(sessions, members, limits, Optional.empty(), Optional.empty(), clock);

        assertThat(afterRestart.behind(new SessionToken(cookie.getValue())))
                .hasValueSatisfying(known -> assertThat(known.belongsTo(person)).isTrue());
    }

    @Test
    void use_moves_the_end_and_idleness_brings_it() throws Exception {
        var cookie = cookieOf(signIn(memberWithPassword(), PASSWORD, "/"));

        for (var i = 0; i < 3; i++) {
            TestClock.forward(Duration.ofHours(11));
            assertThat(fetch(get("/me").cookie(cookie)).getStatus()).isEqualTo(200);
        }
        TestClock.forward(Duration.ofHours(13));

        assertThat(fetch(get("/me").cookie(cookie)).getRedirectedUrl()).isEqualTo("/sign-in?back=%2Fme");
    }

    @Test
    void signing_out_ends_it_at_once() throws Exception {
        var cookie = cookieOf(signIn(memberWithPassword(), PASSWORD, "/"));
        assertThat(fetch(get("/me").cookie(cookie)).getStatus()).isEqualTo(200);

        var signedOut = fetch(post("/sign-out").cookie(cookie));

        assertThat(signedOut.getHeader("Set-Cookie")).contains("Max-Age=0");
        assertThat(fetch(get("/me").cookie(cookie)).getRedirectedUrl()).startsWith("/sign-in");
    }

    @Test
    void leaving_ends_it_at_once() throws Exception {
        var person = memberWithPassword();
        var cookie = cookieOf(signIn(person, PASSWORD, "/"));
        assertThat(fetch(get("/me").cookie(cookie)).getStatus()).isEqualTo(200);

        village.leave(person);

        assertThat(fetch(get("/me").cookie(cookie)).getRedirectedUrl()).startsWith("/sign-in");
        assertThat(signIn(person, PASSWORD, "/").getContentAsString()).contains("工号或密码不对");
    }

    @Test
    void one_can_sign_out_everywhere_else() throws Exception {
        var person = memberWithPassword();
        var phone = cookieOf(signIn(person, PASSWORD, "/"));
        var terminal = cookieOf(signIn(person, PASSWORD, "/"));
        assertThat(fetch(get("/me").cookie(terminal)).getStatus()).isEqualTo(200);

        fetch(post("/me/sessions/end").cookie(phone));

        assertThat(fetch(get("/me").cookie(terminal)).getRedirectedUrl()).startsWith("/sign-in");
        assertThat(fetch(get("/me").cookie(phone)).getStatus()).isEqualTo(200);
    }

    @Test
    void one_session_can_be_ended_from_another_and_nobody_elses() throws Exception {
        var person = memberWithPassword();
        var phone = cookieOf(signIn(person, PASSWORD, "/"));
        var lost = cookieOf(signIn(person, PASSWORD, "/"));
        var stranger = cookieOf(signIn(memberWithPassword(), PASSWORD, "/"));
        var handle = new SessionToken(lost.getValue()).digest().substring(0, 16);
        var end = "/me/sessions/" + handle + "/end";
        assertThat(fetch(get("/me").cookie(phone)).getContentAsString())
                .contains(end)
                .contains("认不出的设备");

        assertThat(fetch(post(end).cookie(stranger)).getStatus()).isEqualTo(404);
        assertThat(fetch(get("/me").cookie(lost)).getStatus()).isEqualTo(200);
        assertThat(fetch(post(end).cookie(phone)).getRedirectedUrl()).isEqualTo("/me?done=SIGNED_OUT_THERE");

        assertThat(fetch(get("/me").cookie(lost)).getRedirectedUrl()).startsWith("/sign-in");
        assertThat(fetch(get("/me").cookie(phone)).getStatus()).isEqualTo(200);
    }

    @Test
    void nobody_is_sent_to_a_stranger() throws Exception {
        var person = memberWithPassword();

        assertThat(signIn(person, PASSWORD, "https://evil.example/").getRedirectedUrl())
                .isEqualTo("/");
        assertThat(signIn(person, PASSWORD, "//evil.example/").getRedirectedUrl())
                .isEqualTo("/");
        assertThat(signIn(person, PASSWORD, "/\\evil.example").getRedirectedUrl())
                .isEqualTo("/");
        assertThat(signIn(person, PASSWORD, "/me?x={y}").getRedirectedUrl()).isEqualTo("/me?x={y}");
    }

    @Test
    void a_hash_of_less_work_is_renewed() throws Exception {
        var person = memberWithPassword();
        var weak = new Argon2PasswordEncoder(16, 32, 1, 1024, 1);
        stored.setPassword(person, Objects.requireNonNull(weak.encode(PASSWORD)), false, clock.instant());

        assertThat(signIn(person, PASSWORD, "/").getStatus()).isEqualTo(303);

        assertThat(stored.find(person).orElseThrow().passwordHash()).contains("m=19456,t=2,p=1");
        assertThat(signIn(person, PASSWORD, "/").getStatus()).isEqualTo(303);
    }

    private PersonId memberWithPassword() {
        var person = village.worker(village.mine());
        accounts.openMany(Map.of(person, PASSWORD));
        return person;
    }

    private MockHttpServletResponse signIn(PersonId person, String password, String back) throws Exception {
        return fetch(post("/sign-in")
                .param("number", village.staffNumber(person))
                .param("password", password)
                .param("back", back));
    }

    private MockHttpServletResponse fetch(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(SignedIn.asNobody())).andReturn().getResponse();
    }

    private static Cookie cookieOf(MockHttpServletResponse response) {
        var header = Objects.requireNonNull(response.getHeader("Set-Cookie"));
        return new Cookie(SessionCookie.NAME, header.substring(header.indexOf('=') + 1, header.indexOf(';')));
    }
}
