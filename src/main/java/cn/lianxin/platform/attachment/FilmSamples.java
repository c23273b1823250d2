package cn.lianxin.platform.attachment;

import cn.lianxin.platform.attachment.IsoBoxes.Box;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Where in a film the bytes of one track lie: a phone keeps its places between pictures and sound. */
final class FilmSamples {

    private final byte[] bytes;
    private final ByteBuffer buffer;
    private long left;

    FilmSamples(byte[] bytes) {
        this.bytes = bytes;
        this.buffer = ByteBuffer.wrap(bytes);
        this.left = bytes.length;
    }

    /** Empties all of it. A track of which more is said than the file has is broken. */
    void blank(Box track) throws BrokenFile {
        for (var media : IsoBoxes.only(IsoBoxes.inside(bytes, track), "mdia")) {
            for (var information : IsoBoxes.only(IsoBoxes.inside(bytes, media), "minf")) {
                for (var table : IsoBoxes.only(IsoBoxes.inside(bytes, information), "stbl")) {
                    blank(IsoBoxes.inside(bytes, table));
                }
            }
        }
    }

    private void blank(List<Box> table) throws BrokenFile {
        var sizes = IsoBoxes.only(table, "stsz");
        var runs = IsoBoxes.only(table, "stsc");
        if (sizes.isEmpty() || runs.isEmpty()) {
            return;
        }
        for (var wide : List.of(false, true)) {
            for (var places : IsoBoxes.only(table, wide ? "co64" : "stco")) {
                blank(sizes.getFirst(), runs.getFirst(), places, wide ? 8 : 4);
            }
        }
    }

    private void blank(Box sizes, Box runs, Box places, int width) throws BrokenFile {
        long each = Integer.toUnsignedLong(buffer.getInt(sizes.body() + 4));
        int chunks = (places.end() - places.body() - 8) / width;
        int lists = (runs.end() - runs.body() - 8) / 12;
        int list = 0;
        int sample = 0;
        for (int chunk = 0; chunk < chunks && list < lists; chunk++) {
            while (list + 1 < lists && buffer.getInt(runs.body() + 8 + 12 * (list + 1)) <= chunk + 1) {
                list++;
            }
            int many = buffer.getInt(runs.body() + 8 + 12 * list + 4);
            long length = 0;
            for (int next = 0; next < many && length <= left; next++, sample++) {
                length += each != 0 ? each : Integer.toUnsignedLong(buffer.getInt(sizes.body() + 12 + 4 * sample));
            }
            int at = places.body() + 8 + width * chunk;
            empty(width == 8 ? buffer.getLong(at) : Integer.toUnsignedLong(buffer.getInt(at)), length);
        }
    }

    private void empty(long start, long length) throws BrokenFile {
        left -= length;
        if (left < 0 || start < 0 || start > bytes.length - length) {
            throw new BrokenFile("a track lies outside the file");
        }
        Arrays.fill(bytes, (int) start, (int) (start + length), (byte) 0);
    }
}
