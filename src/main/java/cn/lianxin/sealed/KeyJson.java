package cn.lianxin.sealed;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;

/** A key as it lies in the database, told as it is. */
record KeyJson(@JsonValue @JsonRawValue String json) {

    static KeyJson of(String json) {
        return new KeyJson(json);
    }

    /** The thumbprint: the text is already in the order of RFC 7638. */
    String kid() {
        return Sealing.text(Sealing.sha256(json.getBytes(StandardCharsets.UTF_8)));
    }
}
