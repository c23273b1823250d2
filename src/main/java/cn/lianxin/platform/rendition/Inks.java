package cn.lianxin.platform.rendition;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Pictures made for printing, in cyan, magenta, yellow and black, which Java's reader hands out as they are. */
final class Inks {

    /** What the numbers in the file mean. */
    enum Coding {
        /** So much ink. */
        INK,
        /** So much paper, as Adobe's programs write. */
        PAPER,
        /** Brightness and two differences of colour in place of three inks, and paper for black. */
        BRIGHTNESS
    }

    private static final int FOUR = 4;
    private static final int FULL = 255;
    private static final int MIDDLE = 128;
    private static final int ADOBE = 0xEE;
    private static final int SCAN = 0xDA;
    private static final int TRANSFORM = 15;
    private static final byte[] NAME = "Adobe".getBytes(StandardCharsets.US_ASCII);

    private Inks() {}

    static Coding coding(byte[] jpeg) {
        for (var at = 2; at + TRANSFORM < jpeg.length && jpeg[at] == (byte) 0xFF; ) {
            var marker = jpeg[at + 1] & 0xFF;
            if (marker == SCAN) {
                break;
            }
            if (marker == ADOBE && Arrays.equals(jpeg, at + 4, at + 4 + NAME.length, NAME, 0, NAME.length)) {
                return jpeg[at + TRANSFORM] == 2 ? Coding.BRIGHTNESS : Coding.PAPER;
            }
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
        }
        return Coding.INK;
    }

    static BufferedImage onScreen(Raster raster, Coding coding) {
        if (raster.getNumBands() != FOUR) {
            throw new IllegalArgumentException(raster.getNumBands() + " bands");
        }
        var image = new BufferedImage(raster.getWidth(), raster.getHeight(), BufferedImage.TYPE_INT_RGB);
        var line = new int[FOUR * raster.getWidth()];
        var colours = new int[raster.getWidth()];
        for (var y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, line);
            for (var x = 0; x < colours.length; x++) {
                colours[x] = colour(line, FOUR * x, coding);
            }
            image.setRGB(0, y, colours.length, 1, colours, 0, colours.length);
        }
        return image;
    }

    private static int colour(int[] line, int at, Coding coding) {
        int first = line[at];
        int second = line[at + 1];
        int third = line[at + 2];
        int black = line[at + 3];
        return switch (coding) {
            case INK -> light(FULL - first, FULL - second, FULL - third, FULL - black);
            case PAPER -> light(first, second, third, black);
            case BRIGHTNESS -> {
                double red = first + 1.402 * (third - MIDDLE);
                double green = first - 0.344136 * (second - MIDDLE) - 0.714136 * (third - MIDDLE);
                double blue = first + 1.772 * (second - MIDDLE);
                yield light(FULL - within(red), FULL - within(green), FULL - within(blue), black);
            }
        };
    }

    private static int light(int red, int green, int blue, int paper) {
        return red * paper / FULL << 16 | green * paper / FULL << 8 | blue * paper / FULL;
    }

    private static int within(double value) {
        return (int) Math.round(Math.clamp(value, 0, FULL));
    }
}
