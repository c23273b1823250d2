package cn.lianxin.platform.attachment;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/** Where in a JPEG, PNG or WebP words may stand: segments and chunks. Hostile bytes give no words and no error. */
final class CreditPlaces {

    private static final byte[] XMP_IN_JPEG = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] IPTC = "Photoshop 3.0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] XMP_IN_PNG = "XML:com.adobe.xmp\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int SIGNATURE = 8;
    private static final int PNG_HEADER = 33;
    private static final int RIFF_HEAD = 12;
    private static final int EXTENDED = 18;
    private static final byte WITH_XMP = 0x04;
    private static final int LONGEST_SEGMENT = 0xFFFF - 2;

    /** One piece of a file. */
    private interface Piece {
        void at(String name, byte[] bytes);
    }

    private CreditPlaces() {}

    static void read(FileType type, byte[] bytes, Credit credit) {
        pieces(type, bytes, (name, piece) -> {
            switch (name) {
                case "XMP" -> CreditWords.ofXmp(piece, credit);
                case "Exif" -> CreditWords.ofExif(piece, credit);
                case "IPTC" -> CreditWords.ofIptc(piece, credit);
                case "tEXt" -> CreditWords.ofPngText(piece, credit);
                default -> {}
            }
        });
    }

    static Optional<byte[]> packet(FileType type, byte[] bytes) {
        var found = new ByteArrayOutputStream();
        pieces(type, bytes, (name, piece) -> {
            if (name.equals("XMP") && found.size() == 0) {
                found.writeBytes(piece);
            }
        });
        return found.size() == 0 ? Optional.empty() : Optional.of(found.toByteArray());
    }

    private static void pieces(FileType type, byte[] bytes, Piece visitor) {
        try {
            switch (type) {
                case JPEG -> segments(bytes, visitor);
                case PNG -> chunksOfPng(bytes, visitor);
                case WEBP -> chunksOfWebp(bytes, visitor);
                default -> {}
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException cutOff) {
            // What was found until here counts.
        }
    }

    private static void segments(byte[] bytes, Piece visitor) {
        for (var at = 2; at + 4 <= bytes.length && bytes[at] == (byte) 0xFF; ) {
            var marker = bytes[at + 1] & 0xFF;
            if (marker == 0xDA || marker == 0xD9) {
                return;
            }
            var end = at + 2 + ((bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF);
            if (marker == 0xE1 && begins(bytes, at + 4, XMP_IN_JPEG)) {
                visitor.at("XMP", Arrays.copyOfRange(bytes, at + 4 + XMP_IN_JPEG.length, end));
            } else if (marker == 0xE1 && begins(bytes, at + 4, EXIF)) {
                visitor.at("Exif", Arrays.copyOfRange(bytes, at + 4 + EXIF.length, end));
            } else if (marker == 0xED && begins(bytes, at + 4, IPTC)) {
                visitor.at("IPTC", Arrays.copyOfRange(bytes, at + 4 + IPTC.length, end));
            }
            at = end;
        }
    }

    private static void chunksOfPng(byte[] bytes, Piece visitor) {
        var buffer = ByteBuffer.wrap(bytes);
        for (var at = SIGNATURE; at + 12 <= bytes.length; ) {
            var length = buffer.getInt(at);
            var name = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (length < 0 || length > bytes.length - at - 12) {
                return;
            }
            var from = at + 8;
            if (name.equals("iTXt") && begins(bytes, from, XMP_IN_PNG)) {
                visitor.at("XMP", Arrays.copyOfRange(bytes, from + XMP_IN_PNG.length, from + length));
            } else if (name.equals("tEXt")) {
                visitor.at("tEXt", Arrays.copyOfRange(bytes, from, from + length));
            } else if (name.equals("eXIf")) {
                visitor.at("Exif", Arrays.copyOfRange(bytes, from, from + length));
            }
            at = from + length + 4;
        }
    }

    private static void chunksOfWebp(byte[] bytes, Piece visitor) {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (var at = RIFF_HEAD; at + 8 <= bytes.length; ) {
            var length = buffer.getInt(at + 4);
            if (length < 0 || length > bytes.length - at - 8) {
                return;
            }
            switch (new String(bytes, at, 4, StandardCharsets.ISO_8859_1)) {
                case "XMP " -> visitor.at("XMP", Arrays.copyOfRange(bytes, at + 8, at + 8 + length));
                case "EXIF" -> {
                    var head = begins(bytes, at + 8, EXIF) ? EXIF.length : 0;
                    visitor.at("Exif", Arrays.copyOfRange(bytes, at + 8 + head, at + 8 + length));
                }
                default -> {}
            }
            at += 8 + length + length % 2;
        }
    }

    static byte[] write(FileType type, byte[] clean, byte[] packet) {
        return switch (type) {
            case JPEG -> intoJpeg(clean, packet);
            case PNG -> intoPng(clean, packet);
            case WEBP -> intoWebp(clean, packet);
            default -> clean;
        };
    }

    /** Behind what stands first: a head of JFIF, and the segment that says how it lies. */
    private static byte[] intoJpeg(byte[] clean, byte[] packet) {
        if (packet.length + XMP_IN_JPEG.length > LONGEST_SEGMENT) {
            return clean;
        }
        var behind = 2;
        while (clean[behind] == (byte) 0xFF
                && ((clean[behind + 1] & 0xFF) == 0xE0 || (clean[behind + 1] & 0xFF) == 0xE1)) {
            behind += 2 + ((clean[behind + 2] & 0xFF) << 8 | clean[behind + 3] & 0xFF);
        }
        return ByteBuffer.allocate(clean.length + 4 + XMP_IN_JPEG.length + packet.length)
                .put(clean, 0, behind)
                .putShort((short) 0xFFE1)
                .putShort((short) (2 + XMP_IN_JPEG.length + packet.length))
                .put(XMP_IN_JPEG)
                .put(packet)
                .put(clean, behind, clean.length - behind)
                .array();
    }

    private static byte[] intoPng(byte[] clean, byte[] packet) {
        var length = XMP_IN_PNG.length + packet.length;
        var chunk = ByteBuffer.allocate(12 + length)
                .putInt(length)
                .put("iTXt".getBytes(StandardCharsets.US_ASCII))
                .put(XMP_IN_PNG)
                .put(packet);
        var sum = new CRC32();
        sum.update(chunk.array(), 4, 4 + length);
        chunk.putInt((int) sum.getValue());
        return ByteBuffer.allocate(clean.length + 12 + length)
                .put(clean, 0, PNG_HEADER)
                .put(chunk.array())
                .put(clean, PNG_HEADER, clean.length - PNG_HEADER)
                .array();
    }

    /** Only into one of the extended form; a plain one came without words. */
    private static byte[] intoWebp(byte[] clean, byte[] packet) {
        if (clean.length < RIFF_HEAD + EXTENDED
                || !new String(clean, RIFF_HEAD, 4, StandardCharsets.ISO_8859_1).equals("VP8X")) {
            return clean;
        }
        var whole = ByteBuffer.allocate(clean.length + 8 + packet.length + packet.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(clean)
                .put("XMP ".getBytes(StandardCharsets.US_ASCII))
                .putInt(packet.length)
                .put(packet);
        whole.putInt(4, whole.capacity() - 8);
        whole.put(RIFF_HEAD + 8, (byte) (whole.get(RIFF_HEAD + 8) | WITH_XMP));
        return whole.array();
    }

    private static boolean begins(byte[] bytes, int at, byte[] word) {
        return at + word.length <= bytes.length && Arrays.equals(bytes, at, at + word.length, word, 0, word.length);
    }
}
