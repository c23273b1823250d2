package cn.lianxin.companyaccount;

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

/** By which a browser is known again. It has to come along from the page of another site: the provider sends it back here. */
enum BrowserMark {
    /** It has gone to the provider. */
    BEGUN("lianxin-company"),
    /** Somebody has come in from there. */
    CAME("lianxin-came");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String name;

    BrowserMark(String name) {
        this.name = name;
    }

    /** @return the digest of the new one */
    String write(Duration age, HttpServletRequest request, HttpServletResponse response) {
        var bits = new byte[24];
        RANDOM.nextBytes(bits);
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        add(value, age, request, response);
        return digest(value);
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        add("", Duration.ZERO, request, response);
    }

    /** The digest of the one that came along. */
    Optional<String> read(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(nameFor(request)))
                        .findFirst()
                        .map(cookie -> digest(cookie.getValue()));
    }

    private void add(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(nameFor(request), value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String nameFor(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + name : name;
    }

    private static String digest(String value) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
