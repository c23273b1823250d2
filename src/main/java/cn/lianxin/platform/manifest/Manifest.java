package cn.lianxin.platform.manifest;

import cn.lianxin.platform.merkle.EntryBundle;
import cn.lianxin.platform.merkle.Hash;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One entry of the log.
 *
 * @param kind of publication
 * @param subject which one of its kind; it tells of no person
 * @param commitments by the names of the fields
 */
public record Manifest(String kind, String subject, Instant at, SortedMap<String, Hash> commitments) {

    private static final int VERSION = 1;
    private static final Set<String> NAMES = Set.of("at", "commitments", "kind", "subject", "v");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Commits to each of the fields. */
    public static Manifest of(
            String kind, String subject, Instant at, Map<String, String> fields, Map<String, Salt> salts) {
        var commitments = new TreeMap<String, Hash>();
        fields.forEach((name, content) -> {
            var salt = salts.get(name);
            if (salt == null) {
                throw new IllegalArgumentException("no salt for " + name);
            }
            commitments.put(name, salt.commit(name, content));
        });
        return new Manifest(kind, subject, at.truncatedTo(ChronoUnit.SECONDS), commitments);
    }

    /** Refuses {@code ENTRY_TOO_LARGE}. */
    public byte[] bytes() {
        var texts = new TreeMap<String, String>();
        commitments.forEach((name, hash) -> texts.put(name, hash.toString()));
        var bytes = CanonicalJson.write(Map.of(
                        "v", VERSION, "kind", kind, "subject", subject, "at", at.toString(), "commitments", texts))
                .getBytes(StandardCharsets.UTF_8);
        EntryBundle.mustFit(bytes);
        return bytes;
    }

    /** Refuses {@code MANIFEST_MALFORMED}, {@code MANIFEST_NOT_CANONICAL} and {@code ENTRY_TOO_LARGE}. */
    public static Manifest parse(byte[] bytes) {
        EntryBundle.mustFit(bytes);
        Manifest manifest;
        try {
            manifest = of(JSON.readTree(bytes));
        } catch (JacksonException | DateTimeException notAManifest) {
            throw new Unproven(Reason.MANIFEST_MALFORMED, "not readable", notAManifest);
        }
        if (!java.util.Arrays.equals(manifest.bytes(), bytes)) {
            throw new Unproven(Reason.MANIFEST_NOT_CANONICAL, manifest.kind() + " " + manifest.subject());
        }
        return manifest;
    }

    private static Manifest of(JsonNode json) {
        if (!json.isObject()
                || !Set.copyOf(json.propertyNames()).equals(NAMES)
                || json.get("v").asInt(0) != VERSION) {
            throw new Unproven(Reason.MANIFEST_MALFORMED, "other fields than it must have");
        }
        var commitments = new TreeMap<String, Hash>();
        for (var one : json.get("commitments").properties()) {
            commitments.put(one.getKey(), Hash.parse(one.getValue().asString("")));
        }
        return new Manifest(
                json.get("kind").asString(""),
                json.get("subject").asString(""),
                Instant.parse(json.get("at").asString("")),
                commitments);
    }

    /** Refuses {@code FIELD_ALTERED} where this is not what was committed to. */
    public void mustHold(String name, Salt salt, String content) {
        if (!salt.commit(name, content).equals(commitments.get(name))) {
            throw new Unproven(Reason.FIELD_ALTERED, subject + ": " + name);
        }
    }
}
