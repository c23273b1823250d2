package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends sessions, here or everywhere else; at once. */
@Component
public class SigningOut {

    private final OpeningSessions opening;
    private final Sessions sessions;
    private final KnownSessions known;
    private final Optional<SecondStep> secondStep;
    private final Clock clock;

    SigningOut(
            OpeningSessions opening,
            Sessions sessions,
            KnownSessions known,
            Optional<SecondStep> secondStep,
            Clock clock) {
        this.opening = opening;
        this.sessions = sessions;
        this.known = known;
        this.secondStep = secondStep;
        this.clock = clock;
    }

    /** Ends the session of this browser, or its half of a sign-in, and takes its cookies back; it may have had none. */
    @Transactional
    public void signOut(HttpServletRequest request, HttpServletResponse response) {
        secondStep.ifPresent(step -> step.abandon(request, response));
        opening.close(request, response);
    }

    /** Ends all sessions of a person, in every browser; tokens stay. */
    @Transactional
    public void signOutEverywhere(Actor.Member by) {
        sessions.endAllBut("", by.person());
        known.forget(by.person());
    }

    /**
     * Ends one session of his own, wherever it is.
     *
     * @throws Refusal.NotFound where it is nobody's or somebody else's
     */
    @Transactional
    void signOutThere(String handle, Actor.Member by) {
        var there = sessions.of(by.person(), clock.instant()).stream()
                .filter(session -> session.handle().equals(handle))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
        sessions.end(there.digest());
        known.forget(by.person());
    }

    @Transactional
    void signOutElsewhere(Actor.Member by, HttpServletRequest request) {
        var here = SessionCookie.read(request).map(SessionToken::digest).orElse("");
        sessions.endAllBut(here, by.person());
        known.forget(by.person());
    }
}
