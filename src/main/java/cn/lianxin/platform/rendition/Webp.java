package cn.lianxin.platform.rendition;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes WebP by native code. It is given pixels that Java has decoded and never a file that somebody sent; WebP that comes in is not
 * read by it.
 */
final class Webp {

    private static final Logger LOG = LoggerFactory.getLogger(Webp.class);
    private static final float QUALITY = 0.72f;
    private static final String LOSSY = "Lossy";

    private Webp() {}

    /** Tried once, when the first page asks. */
    private static final class Native {
        private static final boolean THERE = tried();

        private static boolean tried() {
            if (Boolean.getBoolean("lianxin.without-webp")) {
                return false;
            }
            try {
                return of(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB)).length > 0;
            } catch (IOException | RuntimeException | LinkageError cannot) {
                LOG.warn("This machine writes no WebP, pictures are JPEG alone: {}", cannot.toString());
                return false;
            }
        }
    }

    static boolean isThere() {
        return Native.THERE;
    }

    static byte[] of(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = new WebPImageWriterSpi().createWriterInstance(null);
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionType(LOSSY);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
