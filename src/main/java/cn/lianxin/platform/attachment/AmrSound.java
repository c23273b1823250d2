package cn.lianxin.platform.attachment;

import java.time.Duration;
import java.util.Arrays;

/** AMR, as telephones record calls: fifty frames a second. */
final class AmrSound {

    private static final int[] NARROW = {12, 13, 15, 17, 19, 20, 26, 31, 5, -1, -1, -1, -1, -1, -1, 0};
    private static final int[] WIDE = {17, 23, 32, 36, 40, 46, 50, 58, 60, 5, -1, -1, -1, -1, 0, 0};
    private static final int MILLISECONDS = 20;

    private AmrSound() {}

    static Sound of(byte[] bytes) throws BrokenFile {
        boolean wide = bytes.length > 9 && bytes[5] == '-';
        int at = wide ? 9 : 6;
        long frames = 0;
        while (at < bytes.length) {
            int size = (wide ? WIDE : NARROW)[bytes[at] >>> 3 & 15];
            if (size < 0) {
                throw new BrokenFile("a frame of no size");
            }
            if (at + 1 + size > bytes.length) {
                break;
            }
            frames++;
            at += 1 + size;
        }
        return Sound.heard(Arrays.copyOf(bytes, at), Duration.ofMillis(frames * MILLISECONDS));
    }
}
