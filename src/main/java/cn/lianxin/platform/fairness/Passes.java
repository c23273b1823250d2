package cn.lianxin.platform.fairness;

import cn.lianxin.platform.secret.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * What a stranger gets who was let in: good for one visit, with a share of its own. It names nobody, is written down nowhere
 * and is gone with the browser.
 */
@Component
class Passes {

    private static final String COOKIE = "pass";
    private static final String PURPOSE = "fairness:pass";
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final Secrets secrets;
    private final Clock clock;

    Passes(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The mark of the pass that this browser has. */
    Optional<String> of(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .findFirst()
                        .flatMap(cookie -> Ticket.read(cookie.getValue(), clock.instant(), secrets, PURPOSE))
                        .map(Ticket::id);
    }

    /** @return its mark */
    String give(HttpServletRequest request, HttpServletResponse response) {
        var ticket = Ticket.until(clock.instant().plus(LIFE));
        var cookie = ResponseCookie.from(COOKIE, ticket.lock(secrets, PURPOSE))
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return ticket.id();
    }
}
