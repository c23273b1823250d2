package cn.lianxin.platform.rendition;

import cn.lianxin.platform.attachment.Content;
import cn.lianxin.platform.attachment.Orientation;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Pixels, upright, in the colours of screens, on white paper where nothing was.
 *
 * @param image red, green and blue
 */
record Photo(BufferedImage image) {

    /** Decoded at once, at most; what is larger is read with gaps. */
    private static final long MOST_BYTES = 100_000_000;
    /** A strip of wall paper gets no higher than so many times its width. */
    private static final int HIGHEST = 3;

    private static final int DEPTH_IN_PNG = 24;
    private static final Set<String> STILL = Set.of("image/jpeg", "image/png");
    private static final byte[] MOVES = "acTL".getBytes(StandardCharsets.US_ASCII);
    private static final int FAR_ENOUGH = 4_096;

    private interface Look<R> {
        R at(ImageReader reader) throws IOException;
    }

    /** What Java reads and what stands still; a browser shows the others as they are. */
    static boolean mayBeDecoded(Content file) {
        return STILL.contains(file.mediaType()) && !(file.mediaType().equals("image/png") && moves(file.bytes()));
    }

    private static boolean moves(byte[] png) {
        for (var at = 0; at + MOVES.length <= Math.min(png.length, FAR_ENOUGH); at++) {
            if (java.util.Arrays.equals(png, at, at + MOVES.length, MOVES, 0, MOVES.length)) {
                return true;
            }
        }
        return false;
    }

    /** From the header alone; none for what cannot be read. */
    static long pixels(Content file) {
        try {
            return look(file, reader -> (long) reader.getWidth(0) * reader.getHeight(0));
        } catch (IOException | RuntimeException unreadable) {
            return 0;
        }
    }

    /** @param width at most */
    static Photo of(Content file, int width) throws IOException {
        try {
            var orientation = Orientation.of(file);
            var stored = look(file, reader -> decoded(reader, file));
            return new Photo(upright(stored, orientation, width));
        } catch (RuntimeException hostile) {
            throw new IOException("decoder: " + hostile.getClass().getSimpleName(), hostile);
        }
    }

    Photo atMost(int width) {
        var scale = scale(image.getWidth(), image.getHeight(), width);
        return scale == 1 ? this : new Photo(drawn(image, 1, scale));
    }

    private static <R> R look(Content file, Look<R> look) throws IOException {
        var readers = ImageIO.getImageReadersByMIMEType(file.mediaType());
        if (!readers.hasNext()) {
            throw new IOException("no reader");
        }
        var reader = readers.next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file.bytes()))) {
            reader.setInput(input, true, true);
            return look.at(reader);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage decoded(ImageReader reader, Content file) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        var step = 1;
        while (pixels * bytesOfOne(file) / ((long) step * step) > MOST_BYTES) {
            step++;
        }
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        try {
            var image = reader.read(0, parameters);
            // What Java makes of inks depends on who wrote them and comes out black.
            return isOfInks(image) ? ofInks(reader, parameters, file) : image;
        } catch (IIOException inks) {
            if (!reader.canReadRaster()) {
                throw inks;
            }
            return ofInks(reader, parameters, file);
        }
    }

    private static boolean isOfInks(BufferedImage image) {
        return image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_CMYK;
    }

    private static BufferedImage ofInks(ImageReader reader, ImageReadParam parameters, Content file)
            throws IOException {
        return Inks.onScreen(reader.readRaster(0, parameters), Inks.coding(file.bytes()));
    }

    private static int bytesOfOne(Content file) {
        if (file.mediaType().equals("image/png")) {
            return file.bytes()[DEPTH_IN_PNG] == 16 ? 8 : 4;
        }
        return 4;
    }

    private static double scale(int width, int height, int wanted) {
        return Math.min(1, Math.min(wanted / (double) width, HIGHEST * wanted / (double) height));
    }

    private static BufferedImage upright(BufferedImage stored, int orientation, int wanted) {
        var lies = Orientation.lies(orientation);
        var scale = lies
                ? scale(stored.getHeight(), stored.getWidth(), wanted)
                : scale(stored.getWidth(), stored.getHeight(), wanted);
        var halved = stored;
        while (scale <= 0.5) {
            halved = drawn(halved, 1, 0.5);
            scale *= 2;
        }
        return drawn(halved, orientation, Math.min(1, scale));
    }

    /** Halving mixes four pixels to one; what is left is less than that. */
    private static BufferedImage drawn(BufferedImage from, int orientation, double scale) {
        var width = from.getWidth() * scale;
        var height = from.getHeight() * scale;
        var lies = Orientation.lies(orientation);
        var result = new BufferedImage(
                pixels(lies ? height : width), pixels(lies ? width : height), BufferedImage.TYPE_INT_RGB);
        var canvas = result.createGraphics();
        try {
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, result.getWidth(), result.getHeight());
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            canvas.drawImage(from, placed(from, result, orientation), null);
        } finally {
            canvas.dispose();
        }
        return result;
    }

    /** Fills the whole of it: an edge that is half covered would be a white line. */
    private static AffineTransform placed(BufferedImage from, BufferedImage to, int orientation) {
        var lies = Orientation.lies(orientation);
        double width = lies ? to.getHeight() : to.getWidth();
        double height = lies ? to.getWidth() : to.getHeight();
        var transform = Orientation.upright(orientation, width, height);
        transform.scale(width / from.getWidth(), height / from.getHeight());
        return transform;
    }

    private static int pixels(double length) {
        return Math.max(1, (int) Math.round(length));
    }
}
