package cn.lianxin.platform.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The boxes of which MP4, M4A, 3GP, QuickTime and HEIC files are built. */
final class IsoBoxes {

    /**
     * One box within the file.
     *
     * @param start of its header
     * @param body where its content begins
     */
    record Box(String type, int start, int body, int end) {}

    private IsoBoxes() {}

    /** The boxes from one place to another, in order. */
    static List<Box> between(byte[] bytes, int start, int end) throws BrokenFile {
        var boxes = new ArrayList<Box>();
        var buffer = ByteBuffer.wrap(bytes);
        for (int at = start; at + 8 <= end; ) {
            long size = Integer.toUnsignedLong(buffer.getInt(at));
            int header = 8;
            if (size == 1 && at + 16 <= end) {
                size = buffer.getLong(at + 8);
                header = 16;
            } else if (size == 0) {
                size = (long) end - at;
            }
            if (size < header || size > end - at) {
                throw new BrokenFile("a box is cut off");
            }
            var type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            boxes.add(new Box(type, at, at + header, at + (int) size));
            at += (int) size;
        }
        return boxes;
    }

    static List<Box> top(byte[] bytes) throws BrokenFile {
        return between(bytes, 0, bytes.length);
    }

    static List<Box> inside(byte[] bytes, Box box) throws BrokenFile {
        return between(bytes, box.body(), box.end());
    }

    /** Whether a film has a track of pictures; one without is a recording. */
    static boolean hasPictures(byte[] bytes) {
        try {
            return tracks(bytes).stream().anyMatch(track -> handlerIs(bytes, track, "vide"));
        } catch (BrokenFile cutOff) {
            return true;
        }
    }

    private static List<Box> tracks(byte[] bytes) throws BrokenFile {
        var tracks = new ArrayList<Box>();
        for (var movie : only(top(bytes), "moov")) {
            tracks.addAll(only(inside(bytes, movie), "trak"));
        }
        return tracks;
    }

    /** Whether the track holds this: {@code vide} pictures, {@code soun} sound. */
    static boolean handlerIs(byte[] bytes, Box track, String handler) {
        try {
            for (var media : only(inside(bytes, track), "mdia")) {
                for (var box : only(inside(bytes, media), "hdlr")) {
                    if (box.end() - box.body() >= 12
                            && new String(bytes, box.body() + 8, 4, StandardCharsets.ISO_8859_1).equals(handler)) {
                        return true;
                    }
                }
            }
            return false;
        } catch (BrokenFile cutOff) {
            return true;
        }
    }

    static List<Box> only(List<Box> boxes, String type) {
        return boxes.stream().filter(box -> box.type().equals(type)).toList();
    }

    /** Turns boxes into free space of the same length, so that no other box has to move. */
    static void free(byte[] bytes, List<Box> boxes, Predicate<Box> which) {
        for (var box : boxes) {
            if (which.test(box)) {
                System.arraycopy("free".getBytes(StandardCharsets.US_ASCII), 0, bytes, box.start() + 4, 4);
                Arrays.fill(bytes, box.body(), box.end(), (byte) 0);
            }
        }
    }
}
