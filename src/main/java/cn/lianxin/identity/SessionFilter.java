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

    private static final String KNOWN = SessionFilter.class.getName();

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
            request.setAttribute(KNOWN, known);
        });
        chain.doFilter(request, response);
    }

    /** What he has to do before anything is open to him. */
    static Due due(HttpServletRequest request) {
        return request.getAttribute(KNOWN) instanceof KnownSessions.Known known ? known.due() : Due.NOTHING;
    }

    /** Whether the session was opened by more than a password. */
    static boolean secondFactorGiven(HttpServletRequest request) {
        return request.getAttribute(KNOWN) instanceof KnownSessions.Known known && known.secondFactor();
    }
}
