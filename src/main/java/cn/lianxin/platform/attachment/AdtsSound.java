package cn.lianxin.platform.attachment;

import java.io.ByteArrayOutputStream;

/** AAC as a stream of frames, each with a header of its own. */
final class AdtsSound {

    private static final int[] RATES = {
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350
    };
    private static final int HEADER = 7;
    private static final int SAMPLES = 1024;

    private AdtsSound() {}

    static Sound of(byte[] bytes) throws BrokenFile {
        var clean = new ByteArrayOutputStream(bytes.length);
        long samples = 0;
        int rate = 0;
        for (int at = 0; at + HEADER <= bytes.length; ) {
            int length = (bytes[at + 3] & 3) << 11 | (bytes[at + 4] & 0xFF) << 3 | (bytes[at + 5] & 0xFF) >>> 5;
            int index = bytes[at + 2] >>> 2 & 15;
            var isFrame = bytes[at] == (byte) 0xFF && (bytes[at + 1] & 0xF6) == 0xF0;
            if (!isFrame || length < HEADER || index >= RATES.length || at + length > bytes.length) {
                break;
            }
            rate = RATES[index];
            samples += (long) SAMPLES * ((bytes[at + 6] & 3) + 1);
            clean.write(bytes, at, length);
            at += length;
        }
        if (rate == 0) {
            throw new BrokenFile("no frame of sound");
        }
        return Sound.heard(clean.toByteArray(), Sound.length(samples, rate));
    }
}
