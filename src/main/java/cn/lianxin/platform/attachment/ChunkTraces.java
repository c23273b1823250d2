package cn.lianxin.platform.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** Copies a PNG or WebP with only those chunks that make the picture: no Exif, no XMP, no words, no time. */
final class ChunkTraces {

    private static final Set<String> PNG_PICTURE = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "pHYs", "bKGD",
            "acTL", "fcTL", "fdAT");
    private static final Set<String> WEBP_PICTURE = Set.of("VP8 ", "VP8L", "VP8X", "ICCP", "ALPH", "ANIM", "ANMF");
    private static final int SIGNATURE = 8;
    private static final int EXIF_AND_XMP = 0x0C;

    private ChunkTraces() {}

    static byte[] withoutInPng(byte[] bytes) throws BrokenFile {
        var clean = new ByteArrayOutputStream(bytes.length);
        clean.write(bytes, 0, SIGNATURE);
        var buffer = ByteBuffer.wrap(bytes);
        for (int at = SIGNATURE; at + 12 <= bytes.length; ) {
            long end = at + 12 + Integer.toUnsignedLong(buffer.getInt(at));
            if (end > bytes.length) {
                throw new BrokenFile("a chunk is cut off");
            }
            var type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (PNG_PICTURE.contains(type)) {
                clean.write(bytes, at, (int) end - at);
            }
            if (type.equals("IEND")) {
                return clean.toByteArray();
            }
            at = (int) end;
        }
        throw new BrokenFile("ends before its end chunk");
    }

    static byte[] withoutInWebp(byte[] bytes) throws BrokenFile {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long whole = 8 + Integer.toUnsignedLong(buffer.getInt(4));
        if (whole > bytes.length) {
            throw new BrokenFile("shorter than it says");
        }
        var clean = new ByteArrayOutputStream(bytes.length);
        clean.write(bytes, 0, 12);
        for (int at = 12; at + 8 <= whole; ) {
            long length = Integer.toUnsignedLong(buffer.getInt(at + 4));
            long end = at + 8 + length + (length & 1);
            if (at + 8 + length > whole) {
                throw new BrokenFile("a chunk is cut off");
            }
            var type = new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
            if (WEBP_PICTURE.contains(type)) {
                var chunk = Arrays.copyOfRange(bytes, at, (int) end);
                if (type.equals("VP8X") && length > 0) {
                    chunk[8] &= ~EXIF_AND_XMP;
                }
                clean.writeBytes(chunk);
            }
            at = (int) end;
        }
        var result = clean.toByteArray();
        ByteBuffer.wrap(result).order(ByteOrder.LITTLE_ENDIAN).putInt(4, result.length - 8);
        return result;
    }
}
