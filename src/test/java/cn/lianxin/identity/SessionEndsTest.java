package cn.lianxin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Nobody sits in a session of somebody longer than he should. */
@ProductTest
class SessionEndsTest {

    private static final String OLD = "a password of tests";
    private static final String NEW = "井下一千米 well lit";

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationContext context;

    UnitId mine = new UnitId(0);
    PersonId person = new PersonId(0);
    Cookie phone = new Cookie("nobody", "");

    @BeforeEach
    void somebodyIsSignedIn() {
        mine = village.mine();
        person = village.worker(mine);
        accounts.openMany(Map.of(person, OLD));
        phone = SignedIn.cookieOf(person, context);
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void however_often_it_is_used_it_ends_after_thirty_days() throws Exception {
        for (var hours = 0; hours + 11 < 30 * 24; hours += 11) {
            TestClock.forward(Duration.ofHours(11));
            assertThat(isIn(phone)).as("after %d hours", hours + 11).isTrue();
        }

        TestClock.forward(Duration.ofHours(11));

        assertThat(isIn(phone)).isFalse();
    }

    @Test
    void a_closed_or_reset_account_ends_all_of_them_at_once() throws Exception {
        var administrator = new Actor.Member(
                village.holder(Role.ADMINISTRATOR, mine), "管", List.of(new Grant(Role.ADMINISTRATOR, mine)));
        var terminal = SignedIn.cookieOf(person, context);
        assertThat(isIn(phone) && isIn(terminal)).isTrue();

        accounts.resetAtDesk(person, "手机丢了", administrator);
        assertThat(isIn(phone) || isIn(terminal)).isFalse();

        var again = SignedIn.cookieOf(person, context);
        accounts.close(person, "调走了", administrator);
        assertThat(isIn(again)).isFalse();
    }

    @Test
    void whoever_changes_the_password_types_the_old_one_and_all_other_browsers_are_out() throws Exception {
        var stranger = SignedIn.cookieOf(person, context);
        assertThat(isIn(phone) && isIn(stranger)).isTrue();

        assertThat(change(stranger, "not the old one").getStatus()).isEqualTo(422);
        assertThat(change(stranger, "").getStatus()).isEqualTo(422);
        assertThat(isIn(phone)).isTrue();
        var changed = change(phone, OLD);

        assertThat(changed.getStatus()).isEqualTo(303);
        assertThat(isIn(phone) || isIn(stranger)).isFalse();
        assertThat(signIn(OLD).getStatus()).isEqualTo(422);
        assertThat(signIn(NEW).getStatus()).isEqualTo(303);
    }

    @Test
    void a_password_stays_good_for_years() throws Exception {
        TestClock.forward(Duration.ofDays(3 * 365));

        var signedIn = signIn(OLD);

        assertThat(signedIn.getStatus()).isEqualTo(303);
        assertThat(signedIn.getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void every_session_has_192_bits_of_its_own() {
        var seen = new HashSet<String>();

        for (var i = 0; i < 10_000; i++) {
            assertThat(seen.add(SessionToken.random().value())).isTrue();
        }

        assertThat(seen).allMatch(value -> value.matches("[A-Za-z0-9_-]{32}"));
    }

    private boolean isIn(Cookie cookie) throws Exception {
        return send(get("/me").cookie(cookie)).getStatus() == 200;
    }

    private MockHttpServletResponse change(Cookie cookie, String current) throws Exception {
        return send(post("/password")
                .cookie(cookie)
                .param("current", current)
                .param("password", NEW)
                .param("again", NEW));
    }

    private MockHttpServletResponse signIn(String password) throws Exception {
        return send(
                post("/sign-in").param("number", village.staffNumber(person)).param("password", password));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(SignedIn.asNobody())).andReturn().getResponse();
    }
}
