package cn.lianxin.platform.attachment;

import java.awt.Dimension;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** How large a photo is, upright, from its first bytes alone. */
final class PhotoHeader {

    private static final int WEBP_PICTURE = 12;
    private static final int WEBP_HEADER = 30;
    private static final int FOURTEEN_BITS = 0x3FFF;

    private PhotoHeader() {}

    /** 0 by 0 where they do not say. */
    static Dimension upright(String mediaType, byte[] bytes) {
        try {
            return switch (FileType.ofMediaType(mediaType).orElse(FileType.TXT)) {
                case JPEG -> turned(Picture.sizeOf(bytes), JpegTraces.orientationOf(bytes));
                case PNG, GIF -> Picture.sizeOf(bytes);
                case WEBP -> ofWebp(bytes);
                default -> new Dimension();
            };
        } catch (BrokenFile unreadable) {
            return new Dimension();
        }
    }

    private static Dimension turned(Dimension size, int orientation) {
        return Orientation.lies(orientation) ? new Dimension(size.height, size.width) : size;
    }

    private static Dimension ofWebp(byte[] bytes) {
        if (bytes.length < WEBP_HEADER) {
            return new Dimension();
        }
        var header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return switch (new String(bytes, WEBP_PICTURE, 4, StandardCharsets.ISO_8859_1)) {
            case "VP8X" -> new Dimension(1 + (header.getInt(24) & 0xFFFFFF), 1 + (header.getInt(26) >>> 8));
            case "VP8 " -> new Dimension(header.getShort(26) & FOURTEEN_BITS, header.getShort(28) & FOURTEEN_BITS);
            case "VP8L" ->
                new Dimension(1 + (header.getInt(21) & FOURTEEN_BITS), 1 + (header.getInt(21) >>> 14 & FOURTEEN_BITS));
            default -> new Dimension();
        };
    }
}
