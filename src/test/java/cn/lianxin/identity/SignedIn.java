package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.CurrentActor;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Makes a request of a test come from somebody, and from one of our own pages: {@code
 * mvc.perform(post("/…").with(SignedIn.as(person)))}.
 */
public final class SignedIn {

    private SignedIn() {}

    /** With the roles he has at that moment; he needs no account. */
    public static RequestPostProcessor as(PersonId person) {
        return request -> {
            var context = contextOf(request);
            var name = context.getBean(Directory.class).person(person).name();
            var member = context.getBean(Members.class).member(person, name);
            return as(member).postProcessRequest(request);
        };
    }

    public static RequestPostProcessor as(Actor actor) {
        return request -> {
            CurrentActor.set(request, actor);
            return fromOurPage(request);
        };
    }

    /** As nobody, from one of our own pages. */
    public static RequestPostProcessor asNobody() {
        return SignedIn::fromOurPage;
    }

    /** With the cookie of a session that is really on record; he gets an account if he has none. */
    public static RequestPostProcessor byCookie(PersonId person) {
        return request -> {
            request.setCookies(cookieOf(person, contextOf(request)));
            return fromOurPage(request);
        };
    }

    /** The cookie of a new session, for tests that keep one through several requests. */
    public static Cookie cookieOf(PersonId person, ApplicationContext context) {
        context.getBean(Accounts.class).openMany(Map.of(person, "a password of tests"));
        var token = SessionToken.random();
        var now = context.getBean(Clock.class).instant();
        var limits = context.getBean(SessionLimits.class);
        var session = new Session(
                token.digest(), new Session.Holder.Person(person), now, now, now, false, false, Device.UNKNOWN);
        context.getBean(Sessions.class).add(session.usedAt(now, limits));
        return new Cookie(SessionCookie.NAME, token.value());
    }

    private static ApplicationContext contextOf(MockHttpServletRequest request) {
        return Objects.requireNonNull(WebApplicationContextUtils.getWebApplicationContext(request.getServletContext()));
    }

    private static MockHttpServletRequest fromOurPage(MockHttpServletRequest request) {
        if (request.getHeader("Origin") == null) {
            request.addHeader("Host", "localhost");
            request.addHeader("Origin", "http://localhost");
        }
        return request;
    }
}
