package cn.lianxin.watermark;

import cn.lianxin.kernel.Refusal;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A picture that somebody brings; measured by its head before it is decoded. */
final class Screenshot {

    static final int LARGEST = 20 * 1024 * 1024;
    static final long MOST_PIXELS = 24_000_000;

    private static final int SEARCHED_PIXELS = 5_000_000;
    private static final int WIDEST = 4_000;

    /** With less than this along an edge there is not enough of any mark. */
    private static final int SMALLEST = 80;

    /** Phones draw each pixel of a page as up to three. */
    private static final int FINEST = 3;

    private static final Set<String> TAKEN = Set.of("png", "jpeg");

    private Screenshot() {}

    static BufferedImage of(byte[] bytes) {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw unreadable();
            }
            var reader = readers.next();
            try {
                return decoded(reader, input);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof Refusal refusal ? refusal : unreadable();
        }
    }

    private static BufferedImage decoded(ImageReader reader, MemoryCacheImageInputStream input) throws IOException {
        if (!TAKEN.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            throw unreadable();
        }
        reader.setInput(input, true, true);
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) {
            throw new Refusal.Violation("picture", "watermark-picture-too-large", MOST_PIXELS / 1_000_000);
        }
        if (Math.min(width, height) < SMALLEST) {
            throw new Refusal.Violation("picture", "watermark-picture-too-small", SMALLEST);
        }
        return reader.read(0);
    }

    /** As it came, and smaller, as a page of that size would be. */
    static Stream<BufferedImage> sizes(BufferedImage picture) {
        return IntStream.rangeClosed(1, FINEST)
                .filter(times ->
                        times == 1 || Math.min(picture.getWidth(), picture.getHeight()) / times >= 2 * SMALLEST)
                .mapToObj(times -> middle(times == 1 ? picture : smaller(picture, times)));
    }

    /** There is the same mark all over a page; of a long one its middle is enough, and all that memory is given for. */
    private static BufferedImage middle(BufferedImage picture) {
        int width = Math.min(picture.getWidth(), WIDEST);
        int height = Math.min(picture.getHeight(), SEARCHED_PIXELS / width);
        return picture.getSubimage((picture.getWidth() - width) / 2, (picture.getHeight() - height) / 2, width, height);
    }

    private static BufferedImage smaller(BufferedImage picture, int times) {
        int width = picture.getWidth() / times;
        int height = picture.getHeight() / times;
        var smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = smaller.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(picture, 0, 0, width, height, null);
        canvas.dispose();
        return smaller;
    }

    private static Refusal unreadable() {
        return new Refusal.Violation("picture", "watermark-picture-unreadable");
    }
}
