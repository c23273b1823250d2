package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends sessions, here or everywhere else; at once. */
@Component
public class SigningOut {

    private final OpeningSessions opening;
    private final Sessions sessions;
    private final KnownSessions known;

    SigningOut(OpeningSessions opening, Sessions sessions, KnownSessions known) {
        this.opening = opening;
        this.sessions = sessions;
        this.known = known;
    }

    /** Ends the session of this browser and takes its cookie back; nothing happens where there was none. */
    @Transactional
    public void signOut(HttpServletRequest request, HttpServletResponse response) {
        opening.close(request, response);
    }

    /** Ends all sessions of a person, in every browser; tokens stay. */
    @Transactional
    public void signOutEverywhere(Actor.Member by) {
        sessions.endAllBut("", by.person());
        known.forget(by.person());
    }

    @Transactional
    void signOutElsewhere(Actor.Member by, HttpServletRequest request) {
        var here = SessionCookie.read(request).map(SessionToken::digest).orElse("");
        sessions.endAllBut(here, by.person());
        known.forget(by.person());
    }
}
