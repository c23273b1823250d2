package cn.lianxin.platform.attachment;

import cn.lianxin.platform.attachment.IsoBoxes.Box;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Blanks all items of a HEIC photo but its pictures where they lie. Its rotation is kept elsewhere and stays. */
final class HeicTraces {

    private static final Set<String> PICTURE = Set.of("hvc1", "hev1", "lhv1", "av01", "jpeg", "grid", "iden", "iovl");

    private final byte[] bytes;

    private HeicTraces(byte[] bytes) {
        this.bytes = bytes;
    }

    static byte[] without(byte[] original) throws BrokenFile {
        var clean = new HeicTraces(original.clone());
        try {
            clean.blank();
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException cutOff) {
            throw new BrokenFile("the list of items is cut off");
        }
        return clean.bytes;
    }

    private void blank() throws BrokenFile {
        var top = IsoBoxes.top(bytes);
        var metas = IsoBoxes.only(top, "meta");
        if (metas.isEmpty()) {
            throw new BrokenFile("no list of items");
        }
        for (var meta : metas) {
            var parts = IsoBoxes.between(bytes, meta.body() + 4, meta.end());
            var telling = new HashSet<Integer>();
            for (var list : IsoBoxes.only(parts, "iinf")) {
                telling.addAll(tellingItems(list));
            }
            for (var references : IsoBoxes.only(parts, "iref")) {
                telling.addAll(thumbnails(references));
            }
            int inner = IsoBoxes.only(parts, "idat").stream()
                    .mapToInt(Box::body)
                    .findFirst()
                    .orElse(0);
            for (var places : IsoBoxes.only(parts, "iloc")) {
                blankItems(places, telling, inner);
            }
        }
        IsoBoxes.free(bytes, top, box -> box.type().equals("uuid"));
    }

    private Set<Integer> tellingItems(Box list) throws BrokenFile {
        var telling = new HashSet<Integer>();
        int countLength = bytes[list.body()] == 0 ? 2 : 4;
        for (var item : IsoBoxes.only(IsoBoxes.between(bytes, list.body() + 4 + countLength, list.end()), "infe")) {
            var entry = ByteBuffer.wrap(bytes, item.body(), item.end() - item.body());
            int version = entry.getInt() >>> 24;
            int id = (int) number(entry, version == 3 ? 4 : 2);
            entry.getShort();
            var type = new byte[4];
            entry.get(type);
            if (version >= 2 && !PICTURE.contains(new String(type, StandardCharsets.ISO_8859_1))) {
                telling.add(id);
            }
        }
        return telling;
    }

    /** The small pictures: they often show what was cut away. Who looks for one is shown the photo itself. */
    private Set<Integer> thumbnails(Box references) throws BrokenFile {
        var thumbnails = new HashSet<Integer>();
        int width = bytes[references.body()] == 0 ? 2 : 4;
        for (var small : IsoBoxes.only(IsoBoxes.between(bytes, references.body() + 4, references.end()), "thmb")) {
            thumbnails.add((int) number(ByteBuffer.wrap(bytes, small.body(), small.end() - small.body()), width));
            System.arraycopy("skip".getBytes(StandardCharsets.US_ASCII), 0, bytes, small.start() + 4, 4);
        }
        return thumbnails;
    }

    private void blankItems(Box places, Set<Integer> telling, int inner) throws BrokenFile {
        var entries = ByteBuffer.wrap(bytes, places.body(), places.end() - places.body());
        int version = entries.getInt() >>> 24;
        int sizes = entries.getShort();
        int idLength = version < 2 ? 2 : 4;
        for (long items = number(entries, idLength); items > 0; items--) {
            boolean blanked = telling.contains((int) number(entries, idLength));
            boolean inside = version > 0 && (entries.getShort() & 0xF) == 1;
            entries.getShort();
            long base = number(entries, (sizes >>> 4) & 0xF) + (inside ? inner : 0);
            for (long extents = number(entries, 2); extents > 0; extents--) {
                number(entries, version > 0 ? sizes & 0xF : 0);
                long start = base + number(entries, (sizes >>> 12) & 0xF);
                long end = start + number(entries, (sizes >>> 8) & 0xF);
                if (blanked && end == start) {
                    throw new BrokenFile("an item without a length");
                }
                if (blanked) {
                    Arrays.fill(bytes, Math.toIntExact(start), Math.toIntExact(end), (byte) 0);
                }
            }
        }
    }

    private static long number(ByteBuffer from, int length) {
        long number = 0;
        for (int left = length; left > 0; left--) {
            number = (number << 8) | (from.get() & 0xFF);
        }
        return number;
    }
}
