package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.CurrentActor;
import cn.lianxin.platform.web.MachinePath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns the cookie into the {@link Actor} of the request; an actor who is already known stays, and machines have none. */
class SessionFilter extends OncePerRequestFilter {

    private static final String MUST_CHANGE = SessionFilter.class.getName() + ".mustChange";

    private final KnownSessions sessions;

    SessionFilter(KnownSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return MachinePath.matches(request) || !(CurrentActor.of(request) instanceof Actor.Visitor);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SessionCookie.read(request).flatMap(sessions::behind).ifPresent(known -> {
            CurrentActor.set(request, known.actor());
            request.setAttribute(MUST_CHANGE, known.mustChange());
        });
        chain.doFilter(request, response);
    }

    /** Whether nothing is open to him before he has made the password his own. */
    static boolean mustChangePassword(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(MUST_CHANGE));
    }
}
