package cn.lianxin.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes requests up: as the document has them, and as nobody would send them who had read it. */
final class MadeUp {

    private static final List<String> NASTY_JSON = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1.5",
            "1e400",
            "9223372036854775808",
            "99999999999999999999999",
            "[]",
            "{}",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud83d\"",
            "\"😀👨‍👩‍👧\"",
            "\"' or 1=1 --\"",
            "\"%_\\\\%\"",
            "\"2026-02-30\"",
            "\"\\u202e\\u200b\"",
            "\"<script>alert(1)</script>\"",
            "[null]",
            "[[[[[[]]]]]]",
            "{\"a\":{\"a\":{\"a\":1}}}",
            "\"{0} {1}\"",
            "\"${jndi:ldap://x}\"");

    private static final List<String> NASTY_TEXT = List.of(
            "",
            " ",
            "-1",
            "0",
            "99999999999999999999",
            "\u0000",
            "😀",
            "a/b",
            "..",
            "%",
            "'",
            "true",
            "null",
            "{0}",
            "2026-02-30",
            "x".repeat(3_000),
            "\u202e",
            "LTFfLTE",
            "1_1",
            ";a=b");

    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/x-www-form-urlencoded",
            "application/json;charset=utf-16",
            "nonsense",
            "a/b/c",
            "multipart/form-data",
            "application/problem+json",
            "*/*");

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final Random random;
    private final Document document;
    private final Map<String, List<String>> known;

    MadeUp(Random random, Document document, Map<String, List<String>> known) {
        this.random = random;
        this.document = document;
        this.known = known;
    }

    String address(Document.Described operation) {
        var path = VARIABLE.matcher(operation.path().substring("/api/v1".length()))
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(segment(found.group(1))));
        var query = new ArrayList<String>();
        for (var parameter : operation.parameters("query")) {
            if (parameter.get("required").asBoolean() ? !rarely() : random.nextInt(3) == 0) {
                var value = rarely() ? oneOf(NASTY_TEXT) : plain(parameter.get("schema"));
                query.add(parameter.get("name").asString() + "=" + encoded(value));
            }
        }
        if (rarely()) {
            query.add(encoded(oneOf(NASTY_TEXT)) + "=1");
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    /** Never empty and never with a slash in it: that would be another address. */
    private String segment(String name) {
        var values = known.getOrDefault(name, List.of("1", UUID.randomUUID().toString()));
        var value = rarely() ? oneOf(NASTY_TEXT) : oneOf(values);
        return encoded(
                value.isBlank() || value.contains("/") || value.contains("..") || value.contains(";") ? "x" : value);
    }

    Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        if (random.nextInt(4) > 0) {
            headers.put(
                    "Idempotency-Key",
                    rarely()
                            ? oneOf(List.of("", "a b", "k".repeat(300), "键", "same"))
                            : UUID.randomUUID().toString());
        }
        if (rarely()) {
            headers.put("If-Match", oneOf(List.of("\"1\"", "*", "", "W/\"1\"")));
        }
        if (rarely()) {
            headers.put(
                    "Accept",
                    oneOf(List.of("text/html", "application/xml", "nonsense", "", "application/json", "*/*;q=0")));
        }
        if (rarely()) {
            headers.put("Lianxin-Receipt", oneOf(List.of("", "1", "12345678901234567890", "一二三")));
        }
        if (rarely()) {
            headers.put("Accept-Language", oneOf(List.of("en", "xx", "en;q=9", "")));
        }
        return headers;
    }

    @Nullable
    String contentType(Document.Described operation) {
        var content = operation.operation().path("requestBody").path("content");
        if (rarely()) {
            return random.nextBoolean() ? null : oneOf(TYPES);
        }
        return content.isMissingNode()
                ? null
                : content.propertyNames().iterator().next();
    }

    byte[] body(Document.Described operation) {
        var schema = operation.operation().at("/requestBody/content/application~1json/schema");
        if (schema.isMissingNode()) {
            var bytes = new byte[rarely() ? 20 : 0];
            random.nextBytes(bytes);
            return bytes;
        }
        return switch (random.nextInt(24)) {
            case 0 -> new byte[0];
            case 1 -> new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};
            case 2 -> bytes("[".repeat(3_000) + "]".repeat(3_000));
            case 3 -> bytes("{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000));
            case 4 -> bytes("{} {}");
            case 5 -> bytes("{\"x\":1,\"x\":2}");
            case 6 -> bytes("\uFEFF{}");
            case 7 -> bytes("{\"text\":\"" + "长".repeat(90_000) + "\"}");
            default -> bytes(object(document.resolved(schema)));
        };
    }

    private String object(JsonNode schema) {
        var fields = new ArrayList<String>();
        schema.get("properties").properties().forEach(property -> {
            if (random.nextInt(10) > 0) {
                fields.add("\"" + property.getKey() + "\":"
                        + (rarely() ? oneOf(NASTY_JSON) : json(property.getValue(), property.getKey())));
            }
        });
        if (random.nextInt(15) == 0) {
            fields.add("\"unheardOf\":1");
        }
        return "{" + String.join(",", fields) + "}";
    }

    private String json(JsonNode schema, String name) {
        if (schema.has("anyOf") || schema.get("type").toString().contains("null") && random.nextInt(4) == 0) {
            return "null";
        }
        var type = schema.get("type").toString();
        if (type.contains("array")) {
            return random.nextInt(3) > 0 ? "[]" : "[" + json(schema.get("items"), name) + "]";
        }
        if (type.contains("boolean")) {
            return String.valueOf(random.nextBoolean());
        }
        if (type.contains("integer")) {
            return String.valueOf(random.nextInt(4));
        }
        return "\"" + text(schema, name) + "\"";
    }

    private String text(JsonNode schema, String name) {
        var units = known.getOrDefault("code", List.of());
        return switch (name) {
            case "lead", "unit", "assisting", "parent", "successor" -> oneOf(units);
            case "matter" -> oneOf(List.of("E4", "E3", "K4", "M6"));
            case "main", "number" -> oneOf(known.getOrDefault("number", List.of("1")));
            default -> plain(schema);
        };
    }

    private String plain(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.get("enum")
                    .get(random.nextInt(schema.get("enum").size()))
                    .asString();
        }
        var type = schema.get("type").toString();
        if (type.contains("boolean")) {
            return String.valueOf(random.nextBoolean());
        }
        return switch (schema.path("format").asString("")) {
            // No day that has not come: a stoppage announced here would hold for every other test.
            case "date" -> oneOf(List.of("2026-11-01", "1999-12-31", "2999-12-31"));
            case "uuid" -> UUID.randomUUID().toString();
            default -> oneOf(List.of("热水", "x", "2026", "澡堂没热水，四天了"));
        };
    }

    private boolean rarely() {
        return random.nextInt(6) == 0;
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String shown(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        return text.length() <= 600 ? text : text.substring(0, 600) + "…";
    }
}
