package cn.lianxin.platform.rendition;

import cn.lianxin.platform.attachment.AttachmentId;
import cn.lianxin.platform.attachment.AttachmentKind;
import cn.lianxin.platform.attachment.Content;
import cn.lianxin.platform.attachment.StoredAttachment;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures made of nothing, as cameras, printers and phones make them. */
public final class Photographs {

    private static final int CORNER = 6;

    private Photographs() {}

    /** Clouds of light and dark with grain on them: as hard to press as a photograph. */
    public static BufferedImage photograph(int width, int height, long seed) {
        var dice = new Random(seed);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        for (var cells = 3; cells < width / 3; cells *= 3) {
            var clouds = new BufferedImage(cells, Math.max(2, cells * height / width), BufferedImage.TYPE_INT_ARGB);
            for (var y = 0; y < clouds.getHeight(); y++) {
                for (var x = 0; x < cells; x++) {
                    var light = dice.nextInt(256);
                    clouds.setRGB(
                            x, y, 0x50000000 | light << 16 | (light * 7 / 8) << 8 | (light * 3 / 4 + dice.nextInt(40)));
                }
            }
            canvas.drawImage(clouds, 0, 0, width, height, null);
        }
        canvas.dispose();
        return image;
    }

    /** Red, green, blue and white in its corners, as they are seen, on grey. */
    static BufferedImage corners(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(Color.GRAY);
        canvas.fillRect(0, 0, width, height);
        int w = width / CORNER;
        int h = height / CORNER;
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, w, h);
        canvas.setColor(Color.GREEN);
        canvas.fillRect(width - w, 0, w, h);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(0, height - h, w, h);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(width - w, height - h, w, h);
        canvas.dispose();
        return image;
    }

    /** As a camera held otherwise stores what is seen as {@code seen}. */
    static byte[] lying(BufferedImage seen, int orientation) {
        var lies = orientation >= 5;
        int width = seen.getWidth();
        int height = seen.getHeight();
        var stored = new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < stored.getHeight(); y++) {
            for (var x = 0; x < stored.getWidth(); x++) {
                stored.setRGB(
                        x,
                        y,
                        switch (orientation) {
                            case 2 -> seen.getRGB(width - 1 - x, y);
                            case 3 -> seen.getRGB(width - 1 - x, height - 1 - y);
                            case 4 -> seen.getRGB(x, height - 1 - y);
                            case 5 -> seen.getRGB(y, x);
                            case 6 -> seen.getRGB(width - 1 - y, x);
                            case 7 -> seen.getRGB(width - 1 - y, height - 1 - x);
                            case 8 -> seen.getRGB(y, height - 1 - x);
                            default -> seen.getRGB(x, y);
                        });
            }
        }
        return segment(written(stored, "jpeg"), 0xE1, exif(orientation));
    }

    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(32)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 0x4D4D)
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .array();
    }

    /** With one more segment behind its start. */
    public static byte[] segment(byte[] jpeg, int marker, byte[] body) {
        return ByteBuffer.allocate(jpeg.length + 4 + body.length)
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (body.length + 2))
                .put(body)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    public static byte[] written(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** One colour in four inks, as a program for printing writes it. */
    static byte[] inks(int width, int height, int[] four, int transform) {
        var raster = Raster.createInterleavedRaster(java.awt.image.DataBuffer.TYPE_BYTE, width, height, 4, null);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                raster.setPixel(x, y, four);
            }
        }
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(raster, null, null), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        var adobe = "Adobe".getBytes(StandardCharsets.US_ASCII);
        var body = Arrays.copyOf(adobe, 12);
        body[6] = 100;
        body[11] = (byte) transform;
        var plain = withoutAdobe(bytes.toByteArray());
        return transform < 0 ? plain : segment(plain, 0xEE, body);
    }

    /** Java's writer says itself how it wrote them. */
    private static byte[] withoutAdobe(byte[] jpeg) {
        for (var at = 2; (jpeg[at + 1] & 0xFF) != 0xDA; ) {
            var end = at + 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
            if ((jpeg[at + 1] & 0xFF) == 0xEE) {
                return ByteBuffer.allocate(jpeg.length - (end - at))
                        .put(jpeg, 0, at)
                        .put(jpeg, end, jpeg.length - end)
                        .array();
            }
            at = end;
        }
        return jpeg;
    }

    static Content stored(byte[] bytes, String mediaType) {
        return new Content(
                new StoredAttachment(
                        new AttachmentId(UUID.randomUUID()),
                        "图",
                        mediaType,
                        bytes.length,
                        AttachmentKind.PHOTO,
                        Optional.empty()),
                mediaType,
                bytes,
                "1");
    }

    public static BufferedImage read(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
