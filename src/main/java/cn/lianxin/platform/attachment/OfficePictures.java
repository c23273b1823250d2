package cn.lianxin.platform.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Pictures inside of office documents, cleaned as those that come by themselves; those that nobody can clean do not stay. */
final class OfficePictures {

    private static final String METAFILE = "image/x-emf";
    private static final int DESCRIPTION = 60;

    private OfficePictures() {}

    /** Of what it will be once it is clean; empty where it is no picture that can be. */
    static String typeOf(byte[] bytes) {
        return switch (kind(bytes)) {
            case "tiff" -> "image/png";
            case String kind -> kind;
        };
    }

    static byte[] without(byte[] bytes) throws IOException, BrokenFile {
        return switch (kind(bytes)) {
            case "image/jpeg" -> JpegTraces.without(bytes);
            case "image/png" -> ChunkTraces.withoutInPng(bytes);
            case "image/gif" -> GifTraces.without(bytes);
            case "image/webp" -> ChunkTraces.withoutInWebp(bytes);
            case "tiff" -> redrawn(bytes);
            case METAFILE -> undescribed(bytes);
            default -> bytes;
        };
    }

    private static String kind(byte[] bytes) {
        if (bytes.length < 44) {
            return "";
        }
        int first = ByteBuffer.wrap(bytes).getInt();
        return switch (first) {
            case 0x89504E47 -> "image/png";
            case 0x47494638 -> "image/gif";
            case 0x52494646 -> "image/webp";
            case 0x49492A00, 0x4D4D002A -> "tiff";
            case 0xD7CDC69A, 0x01000900 -> "image/x-wmf";
            case 0x01000000 -> METAFILE;
            default -> first >>> 8 == 0xFFD8FF ? "image/jpeg" : first >>> 16 == 0x424D ? "image/bmp" : "";
        };
    }

    private static byte[] redrawn(byte[] bytes) throws IOException, BrokenFile {
        var size = Picture.sizeOf(bytes);
        if ((long) size.width * size.height > Intake.MOST_PIXELS) {
            throw BrokenFile.swells();
        }
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
        var redrawn = new ByteArrayOutputStream();
        if (picture == null || !ImageIO.write(picture, "png", redrawn)) {
            throw new BrokenFile("a picture that cannot be read");
        }
        return redrawn.toByteArray();
    }

    /** Which program drew it, and what of. */
    private static byte[] undescribed(byte[] bytes) {
        var clean = bytes.clone();
        var header = ByteBuffer.wrap(clean).order(ByteOrder.LITTLE_ENDIAN);
        if (clean.length >= DESCRIPTION + 8) {
            long length = 2 * Integer.toUnsignedLong(header.getInt(DESCRIPTION));
            long start = Integer.toUnsignedLong(header.getInt(DESCRIPTION + 4));
            if (start + length <= clean.length) {
                Arrays.fill(clean, (int) start, (int) (start + length), (byte) 0);
            }
        }
        return clean;
    }
}
