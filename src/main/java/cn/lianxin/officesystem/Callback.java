package cn.lianxin.officesystem;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.newsroom.CarriedDecisions.Decision;
import cn.lianxin.platform.text.PlainText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One decision as the office system sends it.
 *
 * @param id of its own making; what it sends again has the same
 * @param reviewer his staff number
 * @param at when he decided
 */
record Callback(String id, Decision decision, String reviewer, Instant at) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> FIELDS =
            Set.of("id", "article", "digest", "stage", "decision", "reason", "errors", "reviewer", "at");
    private static final int MOST_STAGES = 9;
    private static final int MOST_ERRORS = 999;
    private static final int LONGEST_NUMBER = 40;

    /** Refuses {@code office-body} and {@code office-field}; a field that it does not know as well, so that nothing is lost unnoticed. */
    static Callback of(byte[] body) {
        var sent = read(body);
        var unknown = new TreeSet<>(sent.propertyNames());
        unknown.removeAll(FIELDS);
        if (!unknown.isEmpty()) {
            throw wrong(unknown.first());
        }
        var passes =
                switch (text(sent, "decision")) {
                    case "pass" -> true;
                    case "send-back" -> false;
                    default -> throw wrong("decision");
                };
        var reason = PlainText.block(sent.has("reason") ? text(sent, "reason") : "");
        if (reason.isEmpty() != passes) {
            throw wrong("reason");
        }
        var decision = new Decision(
                number(sent, "article", Long.MAX_VALUE),
                matching(sent, "digest", "[0-9a-f]{64}"),
                (int) number(sent, "stage", MOST_STAGES),
                passes,
                sent.has("errors") ? (int) number(sent, "errors", MOST_ERRORS) : 0,
                reason);
        var id = matching(sent, "id", "[A-Za-z0-9._:-]{1,80}");
        return new Callback(id, decision, matching(sent, "reviewer", ".{1," + LONGEST_NUMBER + "}"), moment(sent));
    }

    /** What it says, however it was written. */
    String digest() {
        var all = String.join(
                "\u001f",
                Long.toString(decision.article()),
                decision.digest(),
                Integer.toString(decision.stage()),
                Boolean.toString(decision.passes()),
                Integer.toString(decision.errors()),
                decision.reason(),
                reviewer,
                at.toString());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode read(byte[] body) {
        try {
            var read = JSON.readTree(body);
            if (read != null && read.isObject()) {
                return read;
            }
        } catch (JacksonException broken) {
            throw new Refusal.Violation("", "office-body");
        }
        throw new Refusal.Violation("", "office-body");
    }

    private static String text(JsonNode sent, String field) {
        var value = sent.get(field);
        if (value == null || !value.isString()) {
            throw wrong(field);
        }
        return value.asString();
    }

    private static String matching(JsonNode sent, String field, String pattern) {
        var text = text(sent, field);
        if (!text.matches(pattern)) {
            throw wrong(field);
        }
        return text;
    }

    private static long number(JsonNode sent, String field, long most) {
        var value = sent.get(field);
        if (value == null
                || !value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.asLong() < 0
                || value.asLong() > most) {
            throw wrong(field);
        }
        return value.asLong();
    }

    private static Instant moment(JsonNode sent) {
        try {
            return OffsetDateTime.parse(text(sent, "at")).toInstant();
        } catch (DateTimeException none) {
            throw wrong("at");
        }
    }

    private static Refusal.Violation wrong(String field) {
        return new Refusal.Violation(field, "office-field", field);
    }
}
