package cn.lianxin.platform.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Copies a JPEG without what the camera, the phone and the editor wrote into it: place, time, device, owner, comments
 * and the second pictures that phones hide behind the end. What makes the picture stays bit by bit, with its colour
 * profile and its orientation.
 */
final class JpegTraces {

    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int JFIF = 0xE0;
    private static final int ADOBE_COLOURS = 0xEE;
    private static final int TABLES = 0xDB;
    private static final byte[] JFIF_NAME = "JFIF\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ADOBE_NAME = "Adobe".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COLOUR_PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

    private JpegTraces() {}

    static byte[] without(byte[] bytes) throws BrokenFile {
        var clean = new ByteArrayOutputStream(bytes.length);
        writeMarker(clean, START_OF_IMAGE);
        int orientation = orientationOf(bytes);
        boolean toBeTold = orientation != 1;
        int at = 2;
        while (true) {
            at = nextMarker(bytes, at);
            int marker = bytes[at + 1] & 0xFF;
            if (marker == END_OF_IMAGE) {
                writeMarker(clean, END_OF_IMAGE);
                return clean.toByteArray();
            }
            if (toBeTold && marker != JFIF) {
                clean.writeBytes(onlyOrientation(orientation));
                toBeTold = false;
            }
            int end = endOfSegment(bytes, at);
            if (marker == START_OF_SCAN) {
                end = nextMarker(bytes, end);
            }
            if (marker == JFIF || marker == ADOBE_COLOURS) {
                clean.writeBytes(withoutThumbnail(bytes, at, end));
            } else if (stays(bytes, at, marker)) {
                clean.write(bytes, at, end - at);
            }
            at = end;
        }
    }

    /** 1 to 8 as in Exif; 1, upright, where the photo does not say. */
    static int orientationOf(byte[] bytes) throws BrokenFile {
        for (int at = nextMarker(bytes, 2); ; at = nextMarker(bytes, endOfSegment(bytes, at))) {
            int marker = bytes[at + 1] & 0xFF;
            if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
                return 1;
            }
            if (marker == 0xE1 && begins(bytes, at + 4, EXIF)) {
                int from = at + 4 + EXIF.length;
                return orientationIn(ByteBuffer.wrap(bytes, from, endOfSegment(bytes, at) - from)
                        .slice());
            }
        }
    }

    private static int orientationIn(ByteBuffer exif) {
        try {
            exif.order(exif.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = exif.getInt(4);
            for (int entry = 0; entry < exif.getShort(directory); entry++) {
                int at = directory + 2 + 12 * entry;
                if (exif.getShort(at) == 0x0112) {
                    int orientation = exif.getShort(at + 8);
                    return orientation >= 1 && orientation <= 8 ? orientation : 1;
                }
            }
            return 1;
        } catch (IndexOutOfBoundsException malformed) {
            return 1;
        }
    }

    private static byte[] onlyOrientation(int orientation) {
        return ByteBuffer.allocate(36)
                .putShort((short) 0xFFE1)
                .putShort((short) 34)
                .put(EXIF)
                .putShort((short) 0x4D4D)
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    /** Resolution and colours alone: behind them lies a small picture, sometimes of what was cut away. */
    private static byte[] withoutThumbnail(byte[] bytes, int at, int end) {
        boolean jfif = begins(bytes, at + 4, JFIF_NAME);
        int length = jfif ? 18 : begins(bytes, at + 4, ADOBE_NAME) ? 16 : 0;
        if (length == 0 || end - at < length) {
            return new byte[0];
        }
        var segment = Arrays.copyOfRange(bytes, at, at + length);
        segment[2] = 0;
        segment[3] = (byte) (length - 2);
        if (jfif) {
            segment[16] = 0;
            segment[17] = 0;
        }
        return segment;
    }

    private static boolean stays(byte[] bytes, int at, int marker) {
        boolean coding =
                marker >= 0xC0 && marker <= 0xCF || marker >= START_OF_SCAN && marker <= 0xDD || marker == TABLES;
        return coding || marker == 0xE2 && begins(bytes, at + 4, COLOUR_PROFILE);
    }

    /** Where the next marker begins; fill bytes and stray bytes before it are passed over, as decoders do. */
    private static int nextMarker(byte[] bytes, int from) throws BrokenFile {
        for (int at = from; at + 1 < bytes.length; at++) {
            if (bytes[at] == (byte) 0xFF && isMarker(bytes[at + 1] & 0xFF)) {
                return at;
            }
        }
        throw new BrokenFile("ends before its end marker");
    }

    private static int endOfSegment(byte[] bytes, int at) throws BrokenFile {
        if (at + 4 > bytes.length) {
            throw new BrokenFile("a segment is cut off");
        }
        int end = at + 2 + (((bytes[at + 2] & 0xFF) << 8) | (bytes[at + 3] & 0xFF));
        if (end > bytes.length || end < at + 4) {
            throw new BrokenFile("a segment is cut off");
        }
        return end;
    }

    private static boolean isMarker(int afterFF) {
        boolean restart = afterFF >= 0xD0 && afterFF <= 0xD7;
        return afterFF != 0 && afterFF != 0xFF && !restart;
    }

    private static boolean begins(byte[] bytes, int at, byte[] word) {
        return at + word.length <= bytes.length && Arrays.equals(bytes, at, at + word.length, word, 0, word.length);
    }

    private static void writeMarker(ByteArrayOutputStream clean, int marker) {
        clean.write(0xFF);
        clean.write(marker);
    }
}
