package cn.lianxin.platform.attachment;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.imaging.formats.jpeg.exif.ExifRewriter;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputSet;

/** Files as devices make them, and as people forge them, built from nothing. */
final class Samples {

    static final String OWNER = "Huawei of Zhang San";

    private Samples() {}

    /** Red on the left, blue on the right, so that a turn shows. */
    static BufferedImage picture(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = picture.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 2, 0, width - width / 2, height);
        canvas.dispose();
        return picture;
    }

    static byte[] image(String format, int width, int height) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(picture(width, height), format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A photo as a phone makes it: place, device, owner, orientation, XMP, a comment and a second picture behind the end. */
    static byte[] phonePhoto(int width, int height, int orientation) {
        try {
            var exif = new TiffOutputSet();
            exif.setGpsInDegrees(113.5, 40.1);
            var root = exif.getOrCreateRootDirectory();
            root.add(TiffTagConstants.TIFF_TAG_ORIENTATION, (short) orientation);
            root.add(TiffTagConstants.TIFF_TAG_MAKE, OWNER);
            var bytes = new ByteArrayOutputStream();
            new ExifRewriter().updateExifMetadataLossless(image("jpeg", width, height), bytes, exif);
            var photo = bytes.toByteArray();
            var all = new ByteArrayOutputStream();
            all.write(photo, 0, 2);
            all.writeBytes(segment(0xE1, "http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude='40,6N'/>" + OWNER));
            all.writeBytes(segment(0xFE, "comment by " + OWNER));
            all.write(photo, 2, photo.length - 2);
            all.writeBytes(photo);
            return all.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] segment(int marker, String text) {
        var body = text.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(body.length + 4)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (body.length + 2))
                .put(body)
                .array();
    }

    static byte[] pngWithWords() {
        var png = image("png", 40, 30);
        return join(
                Arrays.copyOf(png, 33),
                chunk("tEXt", "Author\0" + OWNER),
                chunk("eXIf", "MM\0*" + OWNER),
                Arrays.copyOfRange(png, 33, png.length),
                OWNER.getBytes(StandardCharsets.US_ASCII));
    }

    /** Says it has this size, and has no pixels at all. */
    static byte[] pngThatClaims(int width, int height) {
        var header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put((byte) 2);
        return join(
                HexFormat.of().parseHex("89504e470d0a1a0a"),
                chunk("IHDR", new String(header.array(), StandardCharsets.ISO_8859_1)),
                chunk("IDAT", "x"),
                chunk("IEND", ""));
    }

    private static byte[] chunk(String type, String text) {
        var body = (type + text).getBytes(StandardCharsets.ISO_8859_1);
        var sum = new CRC32();
        sum.update(body);
        return ByteBuffer.allocate(body.length + 8)
                .putInt(body.length - 4)
                .put(body)
                .putInt((int) sum.getValue())
                .array();
    }

    static byte[] webp() {
        return riff(
                "WEBP",
                webpChunk("VP8X", "\u0008\0\0\0\1\0\0\1\0\0"),
                webpChunk("VP8 ", "picture"),
                webpChunk("EXIF", OWNER));
    }

    private static byte[] webpChunk(String type, String text) {
        var body = text.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(8 + body.length + (body.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii(type))
                .putInt(body.length)
                .put(body)
                .array();
    }

    static byte[] riff(String form, byte[]... chunks) {
        var body = join(chunks);
        return join(
                ByteBuffer.allocate(12)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(ascii("RIFF"))
                        .putInt(body.length + 4)
                        .put(ascii(form))
                        .array(),
                body);
    }

    static byte[] film(String brand, String handler) {
        var track = box("trak", box("mdia", box("hdlr", ascii("\0\0\0\0\0\0\0\0" + handler + "\0\0\0\0"))));
        return join(
                box("ftyp", ascii(brand + "\0\0\2\0isom" + brand)),
                box("moov", track, box("udta", box("©xyz", ascii("+40.1000+113.5000/" + OWNER)))),
                box("mdat", ascii("sound and pictures")));
    }

    static byte[] heic() {
        var ftyp = box("ftyp", ascii("heic\0\0\0\0mif1heic"));
        var items = box(
                "iinf",
                ascii("\0\0\0\0\0\2"),
                box("infe", ascii("\2\0\0\0\0\1\0\0hvc1\0")),
                box("infe", ascii("\2\0\0\0\0\2\0\0Exif\0")));
        var picture = ascii("the picture");
        var exif = ascii("Exif GPS " + OWNER);
        int places = 8 + 4 + 2 + 2 + 2 * 14;
        int data = ftyp.length + 12 + items.length + places + 8;
        var location = ByteBuffer.allocate(places - 8)
                .putInt(0)
                .putShort((short) 0x4400)
                .putShort((short) 2);
        place(location, 1, data, picture.length);
        place(location, 2, data + picture.length, exif.length);
        return join(ftyp, box("meta", new byte[4], items, box("iloc", location.array())), box("mdat", picture, exif));
    }

    private static void place(ByteBuffer location, int item, int start, int length) {
        location.putShort((short) item)
                .putShort((short) 0)
                .putShort((short) 1)
                .putInt(start)
                .putInt(length);
    }

    static byte[] box(String type, byte[]... content) {
        var body = join(content);
        return ByteBuffer.allocate(body.length + 8)
                .putInt(body.length + 8)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(body)
                .array();
    }

    static byte[] matroska(String documentType, String codec) {
        return join(
                HexFormat.of().parseHex("1a45dfa39f4286810142f7810142f2810442f381084282"),
                new byte[] {(byte) (0x80 + documentType.length())},
                ascii(documentType),
                HexFormat.of().parseHex("42878104428581021853806701ffffff"),
                ascii(codec),
                new byte[200]);
    }

    static byte[] archive(String... names) {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var archive = new ZipOutputStream(bytes)) {
                for (var name : names) {
                    archive.putNextEntry(new ZipEntry(name));
                    archive.write(ascii("<?xml version='1.0'?><x/>"));
                    archive.closeEntry();
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] oldOffice(String stream) {
        return join(
                HexFormat.of().parseHex("d0cf11e0a1b11ae1"),
                new byte[1024],
                stream.getBytes(StandardCharsets.UTF_16LE));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
