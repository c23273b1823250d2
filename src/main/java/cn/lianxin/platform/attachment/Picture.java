package cn.lianxin.platform.attachment;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Looks at a photo that Java can decode: JPEG, PNG, GIF. */
final class Picture {

    static final int PREVIEW_EDGE = 480;
    private static final float PREVIEW_QUALITY = 0.75f;

    /** Decoding a large photo takes hundreds of megabytes; a crowd must wait rather than fall. */
    static final Semaphore DECODING = new Semaphore(2);

    interface Look<R> {
        R at(ImageReader reader) throws IOException;
    }

    private Picture() {}

    /** Width and height in pixels, from the header alone. */
    static Dimension sizeOf(byte[] bytes) throws BrokenFile {
        try {
            return look(bytes, reader -> new Dimension(reader.getWidth(0), reader.getHeight(0)));
        } catch (IOException | RuntimeException unreadable) {
            throw new BrokenFile("the header of the picture cannot be read");
        }
    }

    /** A small upright JPEG; empty if the photo cannot be decoded or is no larger itself. */
    static Optional<byte[]> preview(byte[] bytes, int orientation) {
        DECODING.acquireUninterruptibly();
        try {
            var preview = jpeg(
                    upright(look(bytes, reader -> decodeCoarsely(reader, PREVIEW_EDGE)), orientation, PREVIEW_EDGE),
                    PREVIEW_QUALITY);
            return preview.length < bytes.length ? Optional.of(preview) : Optional.empty();
        } catch (IOException | RuntimeException undecodable) {
            return Optional.empty();
        } finally {
            DECODING.release();
        }
    }

    static <R> R look(byte[] bytes, Look<R> look) throws IOException {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new IOException("no reader");
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return look.at(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    static BufferedImage decodeCoarsely(ImageReader reader, int edge) throws IOException {
        var parameters = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * edge));
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, parameters);
    }

    static BufferedImage upright(BufferedImage photo, int orientation, int edge) {
        double scale = Math.min(1, edge / (double) Math.max(photo.getWidth(), photo.getHeight()));
        double width = photo.getWidth() * scale;
        double height = photo.getHeight() * scale;
        boolean lying = Orientation.lies(orientation);
        var result = new BufferedImage(
                pixels(lying ? height : width), pixels(lying ? width : height), BufferedImage.TYPE_INT_RGB);
        var canvas = result.createGraphics();
        try {
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, result.getWidth(), result.getHeight());
            canvas.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION,
                    scale < 1
                            ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                            : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
            var transform = Orientation.upright(orientation, width, height);
            transform.scale(scale, scale);
            canvas.drawImage(photo, transform, null);
        } finally {
            canvas.dispose();
        }
        return result;
    }

    private static int pixels(double length) {
        return Math.max(1, (int) Math.round(length));
    }

    static byte[] jpeg(BufferedImage image, float quality) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
