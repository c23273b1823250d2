package cn.lianxin.platform.merkle;

import cn.lianxin.platform.merkle.Unproven.Reason;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Up to 256 entries one after the other, each behind its length. */
public final class EntryBundle {

    /** What two bytes can say. */
    public static final int LARGEST = 65_535;

    private static final int BYTE = 0xff;

    private EntryBundle() {}

    /** Refuses {@code ENTRY_TOO_LARGE}. */
    public static byte[] of(List<byte[]> entries) {
        var out = new ByteArrayOutputStream();
        for (var entry : entries) {
            mustFit(entry);
            out.write(entry.length >> Byte.SIZE);
            out.write(entry.length & BYTE);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }

    public static void mustFit(byte[] entry) {
        if (entry.length > LARGEST) {
            throw new Unproven(Reason.ENTRY_TOO_LARGE, entry.length + " of " + LARGEST + " bytes");
        }
    }

    /** Refuses {@code BUNDLE_TRUNCATED} and {@code BUNDLE_TOO_LONG}. */
    public static List<byte[]> parse(Tile tile, byte[] bytes) {
        var entries = new ArrayList<byte[]>();
        var at = 0;
        while (entries.size() < tile.width()) {
            if (bytes.length - at < 2) {
                throw new Unproven(Reason.BUNDLE_TRUNCATED, tile.path() + ", entry " + entries.size());
            }
            var length = (bytes[at] & BYTE) << Byte.SIZE | bytes[at + 1] & BYTE;
            at += 2;
            if (bytes.length - at < length) {
                throw new Unproven(Reason.BUNDLE_TRUNCATED, tile.path() + ", entry " + entries.size());
            }
            entries.add(Arrays.copyOfRange(bytes, at, at + length));
            at += length;
        }
        if (at != bytes.length) {
            throw new Unproven(Reason.BUNDLE_TOO_LONG, tile.path() + ": " + (bytes.length - at) + " bytes more");
        }
        return entries;
    }
}
