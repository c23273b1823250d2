package cn.lianxin.api.idempotency;

import cn.lianxin.api.document.Receipts;
import cn.lianxin.application.KnownApplication;
import cn.lianxin.kernel.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Under what an answer is kept: whose key it is, and what was asked under it. Nothing here tells the key or the words that
 * were sent.
 *
 * @param application that sent it
 * @param person for whom it acts, 0 for itself
 * @param name digest of the key
 * @param content what was sent, by the key itself: who does not know it cannot try out what it might have been
 */
record RequestKey(long application, long person, String name, String content) {

    static final String FORM = "[!-~]{1,200}";

    static RequestKey of(String key, KnownApplication known, HttpServletRequest request, byte[] body) {
        var person =
                known.actor() instanceof Actor.Member member ? member.person().value() : 0;
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        var line = request.getMethod() + " " + request.getRequestURI() + query + "\n";
        return new RequestKey(known.id(), person, digest("key:" + key), mac(key, line, receipt(request), body));
    }

    private static String receipt(HttpServletRequest request) {
        var receipt = request.getHeader(Receipts.HEADER);
        return receipt == null ? "\n" : receipt + "\n";
    }

    private static String mac(String key, String line, String receipt, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("content:" + key).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(line.getBytes(StandardCharsets.UTF_8));
            mac.update(receipt.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
