package cn.lianxin.terminal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * What the browser of a terminal keeps so that it is known again.
 *
 * @param value 144 random bits, safe in a cookie
 */
record TerminalKey(String value) {

    private static final String COOKIE = "lianxin-terminal";
    private static final Duration YEARS = Duration.ofDays(3_650);
    private static final SecureRandom RANDOM = new SecureRandom();

    static TerminalKey random() {
        var bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return new TerminalKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static Optional<TerminalKey> of(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .findFirst()
                        .map(cookie -> new TerminalKey(cookie.getValue()));
    }

    void leaveIn(HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .maxAge(YEARS)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
