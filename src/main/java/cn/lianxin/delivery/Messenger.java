package cn.lianxin.delivery;

/**
 * A gateway for SMS or an enterprise messenger, as an administrator describes it.
 *
 * @param id 0 before it is saved
 * @param headers one a line, {@code Name: value}
 * @param successPointer JSON pointer into the answer; empty where the status alone counts
 * @param successValue what stands there when the message was taken
 * @param idPointer where the answer has the gateway's own id; may be empty
 * @param repeatable whether it drops what it has by the {@code Idempotency-Key}
 * @param hasSecret whether a secret is on record, which is never shown
 */
record Messenger(
        long id,
        String name,
        AddressKind addressKind,
        boolean enabled,
        String method,
        String url,
        String headers,
        BodyFormat bodyFormat,
        String body,
        String successPointer,
        String successValue,
        String idPointer,
        boolean repeatable,
        boolean hasSecret) {

    private static final String PREFIX = "messenger:";

    enum BodyFormat {
        JSON,
        FORM,
        NONE
    }

    static Messenger empty() {
        return new Messenger(
                0,
                "",
                AddressKind.TELEPHONE,
                true,
                "POST",
                "https://",
                "",
                BodyFormat.JSON,
                """
                {
                  "to": "{to}",
                  "text": "{text} {link}"
                }""",
                "",
                "",
                "",
                false,
                false);
    }

    Way way() {
        return new Way(PREFIX + id, name, addressKind, repeatable);
    }

    static boolean isMessenger(String way) {
        return way.matches(PREFIX + "[0-9]{1,18}");
    }

    static long idOf(String way) {
        return Long.parseLong(way.substring(PREFIX.length()));
    }
}
