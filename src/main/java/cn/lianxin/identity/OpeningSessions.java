package cn.lianxin.identity;

import cn.lianxin.platform.audit.SecurityEvent;
import cn.lianxin.platform.audit.SecurityLog;
import cn.lianxin.platform.web.SharedDevice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Begins and ends the session of one browser, on record and in its cookie. */
@Component
class OpeningSessions {

    private final Sessions sessions;
    private final KnownSessions known;
    private final SessionLimits limits;
    private final FamiliarDevices devices;
    private final SecurityLog security;

    OpeningSessions(
            Sessions sessions,
            KnownSessions known,
            SessionLimits limits,
            FamiliarDevices devices,
            SecurityLog security) {
        this.sessions = sessions;
        this.known = known;
        this.limits = limits;
        this.devices = devices;
        this.security = security;
    }

    /** A new secret each time, so that one who planted a cookie before learns nothing. */
    void open(
            Session.Holder holder,
            boolean secondFactor,
            Instant now,
            HttpServletRequest request,
            HttpServletResponse response) {
        end(request);
        sessions.sweep(now);
        var token = SessionToken.random();
        var shared = SharedDevice.is(request);
        var device = Device.of(request);
        sessions.add(
                new Session(token.digest(), holder, now, now, now, shared, secondFactor, device).usedAt(now, limits));
        var age = shared
                ? SessionCookie.UNTIL_BROWSER_CLOSES
                : switch (holder) {
                    case Session.Holder.Person _ -> limits.longest();
                    case Session.Holder.Receipt _ -> SessionCookie.UNTIL_BROWSER_CLOSES;
                };
        SessionCookie.write(token, age, request, response);
        if (holder instanceof Session.Holder.Person person) {
            devices.remember(person.id(), request, response);
            security.record(
                    secondFactor ? SecurityEvent.Kind.SIGNED_IN_BY_FACTOR : SecurityEvent.Kind.SIGNED_IN,
                    Optional.of(person.id()),
                    request);
        }
    }

    void close(HttpServletRequest request, HttpServletResponse response) {
        end(request);
        SessionCookie.clear(request, response);
    }

    private void end(HttpServletRequest request) {
        SessionCookie.read(request).ifPresent(token -> {
            sessions.end(token.digest());
            known.forget(token);
        });
    }
}
