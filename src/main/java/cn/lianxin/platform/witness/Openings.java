package cn.lianxin.platform.witness;

import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.merkle.Unproven;
import cn.lianxin.platform.merkle.Unproven.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What is published at this moment, and the salts by which it is held against the entries. */
public final class Openings {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What stands for one entry. */
    public sealed interface Opening {
        /** @param now what is published at this moment; empty where it is gone */
        record Open(Map<String, String> salts, Optional<Map<String, String>> now) implements Opening {}

        /** Its salts were destroyed. */
        record Erased() implements Opening {}

        /** This reader may not see it. */
        record Withheld() implements Opening {}
    }

    private Openings() {}

    public static byte[] write(List<Opening> openings) {
        return JSON.writeValueAsBytes(openings.stream()
                .map(opening -> switch (opening) {
                    case Opening.Open open ->
                        open.now().isPresent()
                                ? Map.of(
                                        "salts", open.salts(), "now", open.now().get())
                                : Map.of("salts", open.salts());
                    case Opening.Erased _ -> Map.of("erased", true);
                    case Opening.Withheld _ -> Map.of("withheld", true);
                })
                .toList());
    }

    static List<Opening> parse(byte[] bytes) {
        try {
            var openings = new ArrayList<Opening>();
            for (var one : JSON.readTree(bytes)) {
                if (one.has("erased")) {
                    openings.add(new Opening.Erased());
                } else if (one.has("withheld")) {
                    openings.add(new Opening.Withheld());
                } else {
                    openings.add(new Opening.Open(
                            texts(one.get("salts")),
                            one.has("now") ? Optional.of(texts(one.get("now"))) : Optional.empty()));
                }
            }
            return openings;
        } catch (JacksonException e) {
            throw new Unproven(Reason.MANIFEST_MALFORMED, "openings", e);
        }
    }

    private static Map<String, String> texts(tools.jackson.databind.JsonNode node) {
        var texts = new HashMap<String, String>();
        for (var one : node.properties()) {
            texts.put(one.getKey(), one.getValue().asString(""));
        }
        return texts;
    }

    static Salt salt(Map<String, String> salts, String name, String subject) {
        var text = salts.get(name);
        if (text == null) {
            throw new Unproven(Reason.FIELD_MISSING, subject + ": the salt of " + name);
        }
        return Salt.parse(text);
    }
}
