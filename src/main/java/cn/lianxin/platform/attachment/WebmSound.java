package cn.lianxin.platform.attachment;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;

/** WebM, sound or film: as long as its last block says; what is not needed to play it (tags, titles, dates, programs) becomes empty space of the same size. */
final class WebmSound {

    private static final int SEGMENT = 0x18538067;
    private static final int CLUSTER = 0x1F43B675;
    private static final int INFO = 0x1549A966;
    private static final int TRACKS = 0x1654AE6B;
    private static final int TRACK = 0xAE;
    private static final int BLOCK_GROUP = 0xA0;
    private static final Set<Integer> OPENED = Set.of(SEGMENT, CLUSTER, INFO, TRACKS, TRACK, BLOCK_GROUP);
    private static final Set<Integer> PLAYED = Set.of(
            // head, index, places to jump to
            0x1A45DFA3,
            0x114D9B74,
            0x1C53BB6B,
            0xEC,
            // scale and length
            0x2AD7B1,
            0x4489,
            // a track: number, kind, coding, size of its pictures, rate of its sound
            0xD7,
            0x73C5,
            0x83,
            0xB9,
            0x88,
            0x55AA,
            0x9C,
            0x6DE7,
            0x23E383,
            0x86,
            0x63A2,
            0x56AA,
            0x56BB,
            0xE0,
            0xE1,
            // blocks
            0xE7,
            0xA7,
            0xAB,
            0xA3,
            0xA1,
            0x9B,
            0xFB,
            0x75A2,
            0x75A1);

    private static final int SCALE = 0x2AD7B1;
    private static final int CLUSTER_TIME = 0xE7;
    private static final int SIMPLE_BLOCK = 0xA3;
    private static final int BLOCK = 0xA1;
    private static final int EMPTY = 0xEC;
    private static final long UNKNOWN = -1;

    private final byte[] bytes;
    private int at;
    private long scale = 1_000_000;
    private long cluster;
    private long last;

    private WebmSound(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    static Sound of(byte[] bytes) throws BrokenFile {
        var webm = new WebmSound(bytes);
        try {
            webm.walk();
        } catch (IndexOutOfBoundsException end) {
            throw new BrokenFile("ends where more was promised");
        }
        return Sound.heard(webm.bytes, Duration.ofMillis(webm.last * webm.scale / 1_000_000));
    }

    /** Enters what holds blocks and passes over all else, so that sizes which a recorder never wrote do not matter. */
    private void walk() throws BrokenFile {
        while (at < bytes.length) {
            int start = at;
            int id = (int) number(4, true);
            long size = number(8, false);
            if (OPENED.contains(id)) {
                continue;
            }
            if (size == UNKNOWN || size > bytes.length - at) {
                throw new BrokenFile("an element is cut off");
            }
            int end = at + (int) size;
            switch (id) {
                case SCALE -> scale = Math.max(1, value(end));
                case CLUSTER_TIME -> cluster = value(end);
                case SIMPLE_BLOCK, BLOCK -> last = Math.max(last, cluster + blockTime());
                default -> {
                    if (!PLAYED.contains(id)) {
                        empty(start, end);
                    }
                }
            }
            at = end;
        }
    }

    private int blockTime() throws BrokenFile {
        int before = at;
        number(8, false);
        int time = ByteBuffer.wrap(bytes).getShort(at);
        at = before;
        return time;
    }

    private long value(int end) {
        long value = 0;
        for (int place = at; place < end; place++) {
            value = value << 8 | bytes[place] & 0xFF;
        }
        return value;
    }

    /** A number of one to eight bytes whose first bits tell how many. */
    private long number(int longest, boolean withMarker) throws BrokenFile {
        int first = bytes[at] & 0xFF;
        int length = Integer.numberOfLeadingZeros(first) - 23;
        if (length > longest) {
            throw new BrokenFile("no number where one should be");
        }
        long value = withMarker ? first : first & (1 << 8 - length) - 1;
        boolean ones = (first | -(1 << 8 - length)) == -1;
        for (int place = 1; place < length; place++) {
            value = value << 8 | bytes[at + place] & 0xFF;
            ones &= bytes[at + place] == -1;
        }
        at += length;
        return ones && !withMarker ? UNKNOWN : value;
    }

    private void empty(int start, int end) {
        int size = end - start;
        Arrays.fill(bytes, start, end, (byte) 0);
        bytes[start] = (byte) EMPTY;
        if (size - 2 < 127) {
            bytes[start + 1] = (byte) (0x80 | size - 2);
        } else {
            ByteBuffer.wrap(bytes).putLong(start + 1, 1L << 56 | size - 9);
        }
    }
}
