package cn.lianxin.platform.attachment;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** MP3: its frames one after the other, without the tags before, behind and between them. */
final class MpegSound {

    private static final int[] KILOBITS_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KILOBITS_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] RATES = {44_100, 48_000, 32_000};

    private record Frame(int length, int samples, int rate) {}

    private MpegSound() {}

    static Sound of(byte[] bytes) throws BrokenFile {
        var clean = new ByteArrayOutputStream(bytes.length);
        long milliseconds = 0;
        long samples = 0;
        int rate = 0;
        for (int at = afterTag(bytes); at + 4 <= bytes.length; ) {
            var frame = frame(bytes, at);
            if (frame == null || at + frame.length() > bytes.length || !followed(bytes, at + frame.length())) {
                at++;
                continue;
            }
            if (frame.rate() != rate) {
                milliseconds += rate == 0 ? 0 : samples * 1000 / rate;
                samples = 0;
                rate = frame.rate();
            }
            samples += frame.samples();
            clean.write(bytes, at, frame.length());
            at += frame.length();
        }
        if (rate == 0) {
            throw new BrokenFile("no frame of sound");
        }
        milliseconds += samples * 1000 / rate;
        return Sound.heard(clean.toByteArray(), Duration.ofMillis(milliseconds));
    }

    private static int afterTag(byte[] bytes) {
        if (bytes.length < 10 || bytes[0] != 'I' || bytes[1] != 'D' || bytes[2] != '3') {
            return 0;
        }
        int size = (bytes[6] & 0x7F) << 21 | (bytes[7] & 0x7F) << 14 | (bytes[8] & 0x7F) << 7 | bytes[9] & 0x7F;
        return size + 10;
    }

    /** A frame stands before another, before a tag or at the end; eleven bits alone are found anywhere. */
    private static boolean followed(byte[] bytes, int at) {
        return at + 4 > bytes.length
                || frame(bytes, at) != null
                || bytes[at] == 'T' && bytes[at + 1] == 'A'
                || bytes[at] == 'A' && bytes[at + 1] == 'P'
                || bytes[at] == 'L' && bytes[at + 1] == 'Y';
    }

    private static @Nullable Frame frame(byte[] bytes, int at) {
        int head = (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
        int version = head >>> 19 & 3;
        int layer = head >>> 17 & 3;
        int kilobits = head >>> 12 & 15;
        int rateIndex = head >>> 10 & 3;
        if (head >>> 21 != 0x7FF || version == 1 || layer != 1 || kilobits == 0 || kilobits == 15 || rateIndex == 3) {
            return null;
        }
        boolean first = version == 3;
        int rate = RATES[rateIndex] >> (first ? 0 : version == 2 ? 1 : 2);
        int bits = (first ? KILOBITS_1 : KILOBITS_2)[kilobits] * 1000;
        int samples = first ? 1152 : 576;
        return new Frame(samples / 8 * bits / rate + (head >>> 9 & 1), samples, rate);
    }
}
