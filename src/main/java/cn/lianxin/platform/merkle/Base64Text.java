package cn.lianxin.platform.merkle;

import java.util.Base64;

/** Base64 of which there is one way to write the same bytes. */
public final class Base64Text {

    private Base64Text() {}

    public static byte[] decode(String text, Unproven.Reason otherwise) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new Unproven(otherwise, "not base64", notBase64);
        }
        throw new Unproven(otherwise, "not the one way to write it in base64");
    }
}
