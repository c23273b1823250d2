package cn.lianxin.sealed;

import cn.lianxin.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The open half of a key, as RFC 7517 has it: a point of the curve P-256. */
record PublicKey(String x, String y) {

    private static final X9ECParameters CURVE = ECNamedCurveTable.getByName("P-256");
    private static final int COORDINATE = 32;
    private static final int SHOWN = 12;

    /** What a browser sends; whatever else stands in it is left out. */
    record Sent(
            @Nullable String kty,
            @Nullable String crv,
            @Nullable String x,
            @Nullable String y) {}

    /** Refused as {@code sealed-broken} unless it lies on the curve: another point would give keys away. */
    static PublicKey of(@Nullable Sent sent) {
        if (sent == null || !Objects.equals(sent.kty, "EC") || !Objects.equals(sent.crv, "P-256")) {
            throw Sealing.broken();
        }
        var x = Sealing.bytes(sent.x, COORDINATE);
        var y = Sealing.bytes(sent.y, COORDINATE);
        try {
            CURVE.getCurve().decodePoint(Arrays.concatenate(new byte[] {4}, x, y));
        } catch (IllegalArgumentException elsewhere) {
            throw Sealing.broken();
        }
        return new PublicKey(Sealing.text(x), Sealing.text(y));
    }

    /** In the one order that RFC 7638 takes the thumbprint of. */
    String json() {
        return "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + x + "\",\"y\":\"" + y + "\"}";
    }

    /** The thumbprint, by which it is named everywhere. */
    String kid() {
        return Sealing.text(Sealing.sha256(json().getBytes(StandardCharsets.UTF_8)));
    }

    /** What two people compare on the telephone: the first 96 bits of the thumbprint. */
    static String fingerprint(String kid) {
        return HexFormat.of()
                .formatHex(Arrays.copyOf(Sealing.bytes(kid, COORDINATE), SHOWN))
                .replaceAll("(.{4})(?=.)", "$1 ")
                .toUpperCase(Locale.ROOT);
    }

    /** Refused where somebody calls a key by the name of another. */
    PublicKey named(@Nullable String kid) {
        if (!kid().equals(kid)) {
            throw new Refusal.Conflict("sealed-key-stale");
        }
        return this;
    }
}
