package cn.lianxin.watermark;

import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * What happens to a screenshot on its way.
 *
 * @param scale one for none
 * @param quarter whether half of the width and half of the height are left, from anywhere
 * @param jpeg whether it is compressed at quality 60
 */
public record Damage(double scale, boolean quarter, boolean jpeg) {

    private static final float QUALITY = 0.6f;

    /** Every scale, whole and a quarter, as PNG and as JPEG. */
    public static Stream<Damage> all() {
        return DoubleStream.of(0.5, 0.61, 0.75, 1, 1.33, 1.5, 1.87, 2)
                .boxed()
                .flatMap(scale -> Stream.of(false, true)
                        .flatMap(quarter -> Stream.of(false, true).map(jpeg -> new Damage(scale, quarter, jpeg))));
    }

    public BufferedImage done(BufferedImage picture, Random chance) {
        var cut = quarter ? cut(picture, chance) : picture;
        var scaled = scale == 1 ? cut : scaled(cut);
        return jpeg ? compressed(scaled) : scaled;
    }

    private static BufferedImage cut(BufferedImage picture, Random chance) {
        int width = picture.getWidth() / 2;
        int height = picture.getHeight() / 2;
        return picture.getSubimage(chance.nextInt(width), chance.nextInt(height), width, height);
    }

    private BufferedImage scaled(BufferedImage picture) {
        int width = (int) Math.round(picture.getWidth() * scale);
        int height = (int) Math.round(picture.getHeight() * scale);
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = scaled.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(
                scale < 1 ? picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING) : picture,
                0,
                0,
                width,
                height,
                null);
        canvas.dispose();
        return scaled;
    }

    private static BufferedImage compressed(BufferedImage picture) {
        var opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(picture, 0, 0, null);
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(opaque, null, null), parameters);
            output.flush();
            return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }
}
