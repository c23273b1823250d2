package cn.lianxin.watermark;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A square of light and dark fields that nobody can draw, or tell from chance, without the key: one for each mark, and one
 * that all marks share, by which they are found in a picture.
 */
final class Chips {

    /** Fields along an edge of the square. */
    static final int EDGE = 32;

    static final int COUNT = EDGE * EDGE;

    private static final int BLOCK = 256;

    private final float[] signs;

    private Chips(float[] signs) {
        this.signs = signs;
    }

    static Chips shared(byte[] key) {
        return of(key, "shared");
    }

    static Chips of(byte[] key, long mark) {
        return of(key, "mark " + mark);
    }

    private static Chips of(byte[] key, String of) {
        var signs = new float[COUNT];
        for (int block = 0; block < COUNT / BLOCK; block++) {
            var bits = digest(key, of + " " + block);
            for (int bit = 0; bit < BLOCK; bit++) {
                signs[block * BLOCK + bit] = (bits[bit / 8] >> bit % 8 & 1) == 0 ? -1 : 1;
            }
        }
        return new Chips(signs);
    }

    private static byte[] digest(byte[] key, String of) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(of.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    float at(int place) {
        return signs[place];
    }

    /** How alike a square of measured brightness is to this one. */
    double product(float[] measured) {
        double sum = 0;
        for (int place = 0; place < COUNT; place++) {
            sum += measured[place] * signs[place];
        }
        return sum;
    }
}
