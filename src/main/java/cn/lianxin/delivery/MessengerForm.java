package cn.lianxin.delivery;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.text.PlainText;
import java.util.Map;
import java.util.Set;

/** What an administrator typed of a gateway. */
record MessengerForm(
        String name,
        String addressKind,
        boolean enabled,
        String method,
        String url,
        String headers,
        String bodyFormat,
        String body,
        String successPointer,
        String successValue,
        String idPointer,
        boolean repeatable,
        String secret) {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST = 4_000;
    private static final Set<String> METHODS = Set.of("POST", "PUT", "GET");
    private static final Set<String> FORMATS = Set.of("JSON", "FORM", "NONE");

    static MessengerForm typed(Map<String, String> fields) {
        return new MessengerForm(
                fields.getOrDefault("name", ""),
                fields.getOrDefault("addressKind", ""),
                fields.containsKey("enabled"),
                fields.getOrDefault("method", ""),
                fields.getOrDefault("url", ""),
                fields.getOrDefault("headers", ""),
                fields.getOrDefault("bodyFormat", ""),
                fields.getOrDefault("body", ""),
                fields.getOrDefault("successPointer", ""),
                fields.getOrDefault("successValue", ""),
                fields.getOrDefault("idPointer", ""),
                fields.containsKey("repeatable"),
                fields.getOrDefault("secret", ""));
    }

    static MessengerForm of(Messenger messenger) {
        return new MessengerForm(
                messenger.name(),
                messenger.addressKind().name(),
                messenger.enabled(),
                messenger.method(),
                messenger.url(),
                messenger.headers(),
                messenger.bodyFormat().name(),
                messenger.body(),
                messenger.successPointer(),
                messenger.successValue(),
                messenger.idPointer(),
                messenger.repeatable(),
                "");
    }

    /** Refuses {@code messenger-name}, {@code messenger-too-long}, {@code messenger-get-body} and what {@link CallTemplate} does. */
    Messenger messenger(long id) {
        var clean = PlainText.line(name);
        if (clean.isBlank() || PlainText.lengthOf(clean) > LONGEST_NAME) {
            throw new Refusal.Violation("name", "messenger-name", LONGEST_NAME);
        }
        if (url.length() > LONGEST || headers.length() > LONGEST || body.length() > LONGEST) {
            throw new Refusal.Violation("body", "messenger-too-long", LONGEST);
        }
        if (!METHODS.contains(method) || !FORMATS.contains(bodyFormat) || method.equals("GET") && hasBody()) {
            throw new Refusal.Violation("bodyFormat", "messenger-get-body");
        }
        var messenger = new Messenger(
                id,
                clean,
                addressKind.equals(AddressKind.ACCOUNT.name()) ? AddressKind.ACCOUNT : AddressKind.TELEPHONE,
                enabled,
                method,
                url.strip(),
                headers.strip(),
                Messenger.BodyFormat.valueOf(bodyFormat),
                body,
                successPointer.strip(),
                successValue.strip(),
                idPointer.strip(),
                repeatable,
                false);
        CallTemplate.mustBeRight(messenger);
        return messenger;
    }

    private boolean hasBody() {
        return !bodyFormat.equals(Messenger.BodyFormat.NONE.name());
    }
}
