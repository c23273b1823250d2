package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.web.SharedDevice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * From which devices somebody has signed in before, and terminals, before which one has to stand. Wrong passwords are counted
 * for each of them apart: whoever fails from elsewhere, as often as he likes, keeps nobody out of his own telephone.
 */
@Component
class FamiliarDevices {

    private static final String NAME = "lianxin-device";
    private static final String SECURE_NAME = "__Host-" + NAME;
    private static final Duration KEPT = Duration.ofDays(400);

    private final StoredDevices devices;
    private final Clock clock;

    FamiliarDevices(StoredDevices devices, Clock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    /** The one before which this person sits, if he has signed in there before or it is a terminal. */
    Optional<StoredDevices.Key> of(PersonId person, HttpServletRequest request) {
        if (SharedDevice.is(request)) {
            return Optional.of(new StoredDevices.Key(person, "terminal " + SharedDevice.key(request)));
        }
        return token(request).map(token -> key(person, token)).filter(devices::isKnown);
    }

    /** He has signed in here: the next time it is a familiar one. */
    void remember(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        var now = clock.instant();
        if (SharedDevice.is(request)) {
            devices.forgive(new StoredDevices.Key(person, "terminal " + SharedDevice.key(request)));
            return;
        }
        var token = token(request).orElseGet(SessionToken::random);
        devices.keep(key(person, token), now);
        devices.sweep(person, now.minus(KEPT));
        var cookie = ResponseCookie.from(nameFor(request), token.value())
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Takes one attempt there; until when it rests, if it does. */
    Optional<Instant> take(StoredDevices.Key device) {
        return devices.take(device, clock.instant());
    }

    /** A digest of both, so that nobody reads in the database who shares a telephone. */
    private static StoredDevices.Key key(PersonId person, SessionToken token) {
        return new StoredDevices.Key(person, new SessionToken(token.value() + "/" + person.value()).digest());
    }

    private static Optional<SessionToken> token(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(nameFor(request)))
                        .findFirst()
                        .flatMap(cookie -> SessionToken.parse(cookie.getValue()));
    }

    private static String nameFor(HttpServletRequest request) {
        return request.isSecure() ? SECURE_NAME : NAME;
    }
}
