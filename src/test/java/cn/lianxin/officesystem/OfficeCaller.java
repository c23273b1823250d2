package cn.lianxin.officesystem;

import cn.lianxin.ManyAddresses;
import cn.lianxin.TestClock;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jsoup.Jsoup;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** The office system of an enterprise, for tests: it signs by what the documentation says and knows nothing of our code. */
public record OfficeCaller(MockMvcTester mvc, String key, String secret) {

    private static final JsonMapper JSON = new JsonMapper();

    /** With a key that one made and the other let in. */
    public static OfficeCaller letIn(
            MockMvcTester mvc, UnitId unit, Actor.Member administrator, Actor.Member chiefEditor) {
        var made = made(mvc, unit, administrator);
        var letIn = mvc.post()
                .uri("/office-systems/keys/" + made.key + "/letting-in")
                .with(SignedIn.as(chiefEditor))
                .exchange();
        if (letIn.getResponse().getStatus() != 303) {
            throw new AssertionError("not let in: " + letIn.getResponse().getStatus());
        }
        return made;
    }

    static OfficeCaller made(MockMvcTester mvc, UnitId unit, Actor.Member administrator) {
        var page = Jsoup.parse(text(mvc.post()
                .uri("/office-systems/keys")
                .param("name", "集团OA")
                .param("unit", String.valueOf(unit.value()))
                .with(SignedIn.as(administrator))
                .exchange()));
        var told = page.select(".flash-warning");
        return new OfficeCaller(
                mvc,
                told.text().replaceAll("(?s).*?钥匙 (\\d+) 的密钥.*", "$1"),
                told.select("code").text());
    }

    /** A decision; what it is called in JSON, by name. */
    public static Map<String, Object> decision(
            String id, long article, String digest, int stage, String reviewer, boolean passes) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", id);
        fields.put("article", article);
        fields.put("digest", digest);
        fields.put("stage", stage);
        fields.put("decision", passes ? "pass" : "send-back");
        if (!passes) {
            fields.put("reason", "再核一核数字");
        }
        fields.put("reviewer", reviewer);
        fields.put("at", TestClock.now().truncatedTo(ChronoUnit.SECONDS).toString());
        return fields;
    }

    public MvcTestResult send(Map<String, Object> decision) {
        return send(JSON.writeValueAsString(decision));
    }

    MvcTestResult send(String body) {
        var now = Long.toString(TestClock.now().getEpochSecond());
        return send(body, now, sign(now, body, secret));
    }

    MvcTestResult send(String body, Instant at) {
        var stamp = Long.toString(at.getEpochSecond());
        return send(body, stamp, sign(stamp, body, secret));
    }

    MvcTestResult send(String body, String timestamp, String signature) {
        return mvc.post()
                .uri("/api/office/decisions")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Lianxin-Key", key)
                .header("Lianxin-Timestamp", timestamp)
                .header("Lianxin-Signature", signature)
                .content(body.getBytes(StandardCharsets.UTF_8))
                .with(request -> {
                    request.setRemoteAddr(ManyAddresses.next());
                    return request;
                })
                .exchange();
    }

    MvcTestResult waiting(String after) {
        var now = Long.toString(TestClock.now().getEpochSecond());
        return mvc.get()
                .uri("/api/office/waiting?after=" + after)
                .header("Lianxin-Key", key)
                .header("Lianxin-Timestamp", now)
                .header("Lianxin-Signature", sign(now, after, secret))
                .exchange();
    }

    static String sign(String timestamp, String body, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
