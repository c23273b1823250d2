package cn.lianxin.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** Carries the {@link SessionToken} between browser and server, out of reach of scripts and of other sites' forms. */
final class SessionCookie {

    static final String NAME = "lianxin";

    /** Browsers take such a cookie from HTTPS alone: nobody on the way can put his own session under somebody. */
    private static final String SECURE_NAME = "__Host-" + NAME;

    /** A negative age makes a cookie that goes when the browser is closed. */
    static final Duration UNTIL_BROWSER_CLOSES = Duration.ofSeconds(-1);

    private SessionCookie() {}

    static Optional<SessionToken> read(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(nameFor(request)))
                .findFirst()
                .flatMap(cookie -> SessionToken.parse(cookie.getValue()));
    }

    static void write(SessionToken token, Duration age, HttpServletRequest request, HttpServletResponse response) {
        add(token.value(), age, request, response);
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        add("", Duration.ZERO, request, response);
    }

    private static void add(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(nameFor(request), value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String nameFor(HttpServletRequest request) {
        return request.isSecure() ? SECURE_NAME : NAME;
    }
}
