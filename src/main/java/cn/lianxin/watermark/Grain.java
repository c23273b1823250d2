package cn.lianxin.watermark;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The picture that lies over a page again and again: like the grain of paper, too faint to be read round. */
final class Grain {

    /** Pixels of a page along the edge of one field. */
    static final int FIELD = 8;

    static final int EDGE = FIELD * Chips.EDGE;

    /** Out of 255: how much darker than the paper, or lighter than the night, the darkest field is. */
    static final int STRONGEST = 6;

    private Grain() {}

    /** @param dark for pages of light letters on dark */
    static byte[] png(Chips shared, Chips own, boolean dark) {
        var picture = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < EDGE; y++) {
            for (int x = 0; x < EDGE; x++) {
                int place = y / FIELD * Chips.EDGE + x / FIELD;
                int alpha = Math.round(STRONGEST * (2 + shared.at(place) + own.at(place)) / 4);
                picture.setRGB(x, y, alpha << 24 | (dark ? 0xFFFFFF : 0));
            }
        }
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
