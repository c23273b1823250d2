package cn.lianxin.delivery;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.outgoing.Destination;
import cn.lianxin.platform.outgoing.HttpCall;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Makes the call of a {@link Messenger}. What is filled in cannot leave its place: it is encoded in addresses and forms,
 * in JSON it stays inside of the string where it stands, in headers it has no line break.
 */
final class CallTemplate {

    private static final Pattern PLACE = Pattern.compile("\\{(to|text|link|id|secret)}");
    private static final Pattern HEADER = Pattern.compile("([A-Za-z0-9-]{1,60}):[ \\t]*([ -~]{0,2000})");
    private static final List<String> OURS =
            List.of("host", "content-length", "content-type", "transfer-encoding", "connection", "expect", "upgrade");
    private static final Letter SAMPLE = new Letter(new UUID(0, 0), "s", "t", "l");
    private static final JsonMapper JSON = new JsonMapper();

    private CallTemplate() {}

    /**
     * Refuses {@code address-wrong}, {@code messenger-host-filled-in}, {@code messenger-headers-wrong},
     * {@code messenger-body-wrong}, {@code messenger-pointer-wrong}, each at its field.
     */
    static void mustBeRight(Messenger messenger) {
        if (PLACE.matcher(messenger.url().replaceFirst("(?s)^([a-z]+://[^/?#]*).*", "$1"))
                .find()) {
            throw new Refusal.Violation("url", "messenger-host-filled-in");
        }
        Destination.of(sampleAddress(messenger), "url");
        headers(messenger, values("1", SAMPLE, "s"));
        body(messenger, values("1", SAMPLE, "s"));
        pointer(messenger.successPointer(), "successPointer");
        pointer(messenger.idPointer(), "idPointer");
    }

    /** With the places filled in; where it leads does not depend on them. */
    static String sampleAddress(Messenger messenger) {
        return url(messenger, values("1", SAMPLE, "s"));
    }

    static HttpCall call(Messenger messenger, String to, Letter letter, String secret) {
        var values = values(to, letter, secret);
        var headers = headers(messenger, values);
        headers.put("Idempotency-Key", letter.id().toString());
        var type =
                switch (messenger.bodyFormat()) {
                    case JSON -> "application/json";
                    case FORM -> "application/x-www-form-urlencoded";
                    case NONE -> "";
                };
        return new HttpCall(messenger.method(), url(messenger, values), headers, type, body(messenger, values));
    }

    static JsonPointer pointer(String text, String field) {
        try {
            return JsonPointer.compile(text);
        } catch (IllegalArgumentException wrong) {
            throw new Refusal.Violation(field, "messenger-pointer-wrong");
        }
    }

    private static Map<String, String> values(String to, Letter letter, String secret) {
        return Map.of(
                "to", to,
                "text", letter.text(),
                "link", letter.link(),
                "id", letter.id().toString(),
                "secret", secret);
    }

    private static String url(Messenger messenger, Map<String, String> values) {
        return fill(messenger.url(), values, CallTemplate::encode);
    }

    private static Map<String, String> headers(Messenger messenger, Map<String, String> values) {
        var headers = new LinkedHashMap<String, String>();
        for (var line : messenger.headers().lines().filter(it -> !it.isBlank()).toList()) {
            var parts = HEADER.matcher(fill(line.strip(), values, it -> it.replaceAll("[^ -~]", "")));
            if (!parts.matches() || OURS.contains(parts.group(1).toLowerCase(Locale.ROOT))) {
                throw new Refusal.Violation("headers", "messenger-headers-wrong", line);
            }
            headers.put(parts.group(1), parts.group(2));
        }
        return headers;
    }

    private static String body(Messenger messenger, Map<String, String> values) {
        return switch (messenger.bodyFormat()) {
            case NONE -> "";
            case FORM -> form(messenger.body(), values);
            case JSON -> {
                try {
                    yield JSON.writeValueAsString(filled(JSON.readTree(messenger.body()), values));
                } catch (JacksonException wrong) {
                    throw new Refusal.Violation("body", "messenger-body-wrong");
                }
            }
        };
    }

    /** One {@code name=value} a line. */
    private static String form(String body, Map<String, String> values) {
        return body.lines()
                .filter(line -> !line.isBlank())
                .map(line -> {
                    var parts = line.split("=", 2);
                    if (parts.length < 2 || parts[0].isBlank()) {
                        throw new Refusal.Violation("body", "messenger-body-wrong");
                    }
                    return encode(parts[0].strip())
                            + "="
                            + encode(fill(parts[1].strip(), values, UnaryOperator.identity()));
                })
                .collect(Collectors.joining("&"));
    }

    private static JsonNode filled(JsonNode node, Map<String, String> values) {
        return switch (node) {
            case StringNode text -> StringNode.valueOf(fill(text.stringValue(), values, UnaryOperator.identity()));
            case ObjectNode object -> {
                object.propertyNames().stream()
                        .toList()
                        .forEach(name -> object.set(name, filled(object.get(name), values)));
                yield object;
            }
            case ArrayNode array -> {
                for (var i = 0; i < array.size(); i++) {
                    array.set(i, filled(array.get(i), values));
                }
                yield array;
            }
            default -> node;
        };
    }

    private static String fill(String template, Map<String, String> values, UnaryOperator<String> escape) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(escape.apply(values.getOrDefault(place.group(1), ""))));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
