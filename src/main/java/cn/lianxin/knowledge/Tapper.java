package cn.lianxin.knowledge;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.vault.Aliases;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Tells one tap from another of the same person, by a key that leads to nobody and differs from question to question. */
@Component
class Tapper {

    private static final String COOKIE = "tapped";

    private final Aliases aliases;

    Tapper(Aliases aliases) {
        this.aliases = aliases;
    }

    /** @param visit what stands for somebody of whom nothing is known */
    String keyOf(long question, Actor actor, String visit) {
        return switch (actor) {
            case Actor.Member member -> aliases.keyOf("question " + question, member.person());
            case Actor.ReceiptHolder holder -> digest(question + " receipt " + holder.digest());
            case Actor.Visitor _, Actor.Application _, Actor.Clockwork _ -> digest(question + " visit " + visit);
        };
    }

    /** As long as the browser is open. */
    static String visit(HttpServletRequest request, HttpServletResponse response) {
        var kept = WebUtils.getCookie(request, COOKIE);
        return kept != null && kept.getValue().matches("[0-9a-f-]{36}") ? kept.getValue() : begin(request, response);
    }

    private static String begin(HttpServletRequest request, HttpServletResponse response) {
        var visit = UUID.randomUUID().toString();
        var cookie = ResponseCookie.from(COOKIE, visit)
                .path("/questions")
                .sameSite("Lax")
                .httpOnly(true)
                .secure(request.isSecure())
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return visit;
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
