package cn.lianxin.platform.identifying;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * What was learnt, as it lies beside this class: the digest of the sentences that taught it, and for each sign that matters its number
 * and a byte for each tag. Learning takes half a minute and much memory, reading neither; {@code WeightsTest} learns again and compares.
 */
final class Weights {

    private static final String FILE = "weights.gz";

    /** A byte is so much of one. */
    private static final float STEP = 1 / 24f;

    /** A sign of which no tag makes more than this is left out. */
    private static final int LEAST = 2;

    private Weights() {}

    static Tagger read() {
        try (var file = Objects.requireNonNull(Weights.class.getResourceAsStream(FILE), FILE);
                var unpacked = new GZIPInputStream(file)) {
            return of(unpacked.readAllBytes());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static Tagger of(byte[] stored) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(stored))) {
            in.skipNBytes(Taught.DIGEST);
            var following = new double[Tag.COUNT * Tag.COUNT];
            for (var pair = 0; pair < following.length; pair++) {
                following[pair] = in.readDouble();
            }
            var keys = new int[in.readInt()];
            var weights = new float[keys.length * Tag.COUNT];
            for (var key = 0; key < keys.length; key++) {
                keys[key] = in.readInt();
            }
            for (var at = 0; at < weights.length; at++) {
                weights[at] = in.readByte() * STEP;
            }
            return new Tagger(Numbering.of(keys), weights, following);
        }
    }

    /** Of the sentences that taught them. */
    static byte[] digest(byte[] stored) {
        return Arrays.copyOf(stored, Taught.DIGEST);
    }

    static byte[] stored(Tagger tagger, byte[] digest) throws IOException {
        var keys = tagger.numbering.keys();
        var kept = new int[keys.length];
        var count = 0;
        for (var place = 0; place < keys.length; place++) {
            if (matters(tagger.weights, place)) {
                kept[count++] = place;
            }
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(digest);
            for (var pair : tagger.following) {
                out.writeDouble(pair);
            }
            out.writeInt(count);
            for (var at = 0; at < count; at++) {
                out.writeInt(keys[kept[at]]);
            }
            for (var at = 0; at < count; at++) {
                for (var tag = 0; tag < Tag.COUNT; tag++) {
                    out.writeByte(inSteps(tagger.weights[kept[at] * Tag.COUNT + tag]));
                }
            }
        }
        return bytes.toByteArray();
    }

    private static boolean matters(float[] weights, int place) {
        for (var tag = 0; tag < Tag.COUNT; tag++) {
            if (Math.abs(inSteps(weights[place * Tag.COUNT + tag])) > LEAST) {
                return true;
            }
        }
        return false;
    }

    private static int inSteps(float weight) {
        return Math.clamp(Math.round(weight / STEP), -127, 127);
    }
}
