package cn.lianxin.sealed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * What was sealed, whole, in the general form of RFC 7516: whoever has a key for it opens it with any library for that.
 *
 * @param step where it stands in its report
 * @param closedFor the names of the keys that open it, in their order
 */
record Parcel(String number, int step, Instant at, List<String> closedFor, String json) {

    Parcel {
        closedFor = List.copyOf(closedFor);
    }

    byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    String sha256() {
        return HexFormat.of().formatHex(Sealing.sha256(bytes()));
    }
}
