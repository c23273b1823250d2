package cn.lianxin.platform.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Copies a GIF with its pictures, their times and how often they repeat; comments and what programs left are not copied. */
final class GifTraces {

    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int END = 0x3B;
    private static final int TIMING = 0xF9;
    private static final int APPLICATION = 0xFF;
    private static final Set<String> REPEATING = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");
    /** Label, eleven letters, one block of three bytes, the end. */
    private static final int REPETITION = 2 + 12 + 4 + 1;

    private final byte[] bytes;
    private final ByteArrayOutputStream clean;

    private GifTraces(byte[] bytes) {
        this.bytes = bytes;
        this.clean = new ByteArrayOutputStream(bytes.length);
    }

    static byte[] without(byte[] bytes) throws BrokenFile {
        try {
            return new GifTraces(bytes).copied();
        } catch (IndexOutOfBoundsException cutOff) {
            throw new BrokenFile("a block is cut off");
        }
    }

    private byte[] copied() throws BrokenFile {
        int at = 13 + table(bytes[10]);
        clean.write(bytes, 0, at);
        while (bytes[at] != END) {
            int end = endOf(at);
            if (stays(at, end)) {
                clean.write(bytes, at, end - at);
            }
            at = end;
        }
        clean.write(END);
        return clean.toByteArray();
    }

    private int endOf(int at) throws BrokenFile {
        return switch (bytes[at]) {
            case IMAGE -> blocks(at + 10 + table(bytes[at + 9]) + 1);
            case EXTENSION -> blocks(at + 2);
            default -> throw new BrokenFile("no block where one should be");
        };
    }

    private boolean stays(int at, int end) {
        if (bytes[at] == IMAGE) {
            return true;
        }
        int label = bytes[at + 1] & 0xFF;
        return label == TIMING && end - at == 8
                || label == APPLICATION
                        && end - at == REPETITION
                        && REPEATING.contains(new String(bytes, at + 3, 11, StandardCharsets.ISO_8859_1));
    }

    private static int table(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    private int blocks(int from) {
        int at = from;
        while (bytes[at] != 0) {
            at += 1 + (bytes[at] & 0xFF);
        }
        return at + 1;
    }
}
