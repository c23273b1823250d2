package cn.lianxin.watermark;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * What is left of a screenshot when letters, lines and pictures are taken out and every plain area is levelled: the grain,
 * if there is one, and noise. Kept as sums, so that the mean of any rectangle costs the same.
 */
final class Brightness {

    private static final int BLOCK = 32;
    private static final int NEAR = 9;
    private static final int AROUND_LETTERS = 2;
    private static final float MOST = 7;

    final int width;
    final int height;
    private final double[] values;
    private final double[] weights;

    private Brightness(int width, int height, double[] values, double[] weights) {
        this.width = width;
        this.height = height;
        this.values = values;
        this.weights = weights;
    }

    static Brightness of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        var grey = grey(picture, width, height);
        var usual = usual(grey, width, height);
        var plain = plain(grey, usual, width, height);
        return summed(grey, means(grey, plain, usual, width, height), plain, width, height);
    }

    private static float[] grey(BufferedImage picture, int width, int height) {
        var grey = new float[width * height];
        var line = new int[width];
        for (int y = 0; y < height; y++) {
            picture.getRGB(0, y, width, 1, line, 0, width);
            for (int x = 0; x < width; x++) {
                int colour = line[x];
                grey[y * width + x] =
                        0.299f * (colour >> 16 & 255) + 0.587f * (colour >> 8 & 255) + 0.114f * (colour & 255);
            }
        }
        return grey;
    }

    private static int blocks(int length) {
        return (length + BLOCK - 1) / BLOCK;
    }

    /** Of each block the brightness that most of it has. */
    private static float[] usual(float[] grey, int width, int height) {
        int columns = blocks(width);
        var usual = new float[columns * blocks(height)];
        for (int block = 0; block < usual.length; block++) {
            var counts = new int[66];
            int left = block % columns * BLOCK;
            int top = block / columns * BLOCK;
            for (int y = top; y < Math.min(height, top + BLOCK); y++) {
                for (int x = left; x < Math.min(width, left + BLOCK); x++) {
                    counts[1 + (int) grey[y * width + x] / 4]++;
                }
            }
            int most = 1;
            for (int shade = 1; shade < 65; shade++) {
                if (around(counts, shade) > around(counts, most)) {
                    most = shade;
                }
            }
            usual[block] = (most - 1) * 4 + 2;
        }
        return usual;
    }

    private static int around(int[] counts, int shade) {
        return counts[shade - 1] + 2 * counts[shade] + counts[shade + 1];
    }

    private static boolean[] plain(float[] grey, float[] usual, int width, int height) {
        var plain = new boolean[grey.length];
        Arrays.fill(plain, true);
        int columns = blocks(width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (Math.abs(grey[y * width + x] - usual[y / BLOCK * columns + x / BLOCK]) > NEAR) {
                    blot(plain, x, y, width, height);
                }
            }
        }
        return plain;
    }

    private static void blot(boolean[] plain, int x, int y, int width, int height) {
        for (int row = Math.max(0, y - AROUND_LETTERS); row <= Math.min(height - 1, y + AROUND_LETTERS); row++) {
            int start = row * width + Math.max(0, x - AROUND_LETTERS);
            Arrays.fill(plain, start, row * width + Math.min(width, x + AROUND_LETTERS + 1), false);
        }
    }

    /** Of each block the mean of what is plain in it and in its neighbours of the same shade. */
    private static float[] means(float[] grey, boolean[] plain, float[] usual, int width, int height) {
        int columns = blocks(width);
        int rows = blocks(height);
        var sums = new double[usual.length];
        var counts = new int[usual.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (plain[y * width + x]) {
                    sums[y / BLOCK * columns + x / BLOCK] += grey[y * width + x];
                    counts[y / BLOCK * columns + x / BLOCK]++;
                }
            }
        }
        var means = new float[usual.length];
        for (int block = 0; block < usual.length; block++) {
            double sum = 0;
            int count = 0;
            for (int row = Math.max(0, block / columns - 1); row <= Math.min(rows - 1, block / columns + 1); row++) {
                for (int column = Math.max(0, block % columns - 1);
                        column <= Math.min(columns - 1, block % columns + 1);
                        column++) {
                    int other = row * columns + column;
                    if (Math.abs(usual[other] - usual[block]) <= NEAR) {
                        sum += sums[other];
                        count += counts[other];
                    }
                }
            }
            means[block] = count == 0 ? usual[block] : (float) (sum / count);
        }
        return means;
    }

    private static Brightness summed(float[] grey, float[] means, boolean[] plain, int width, int height) {
        int line = width + 1;
        var values = new double[line * (height + 1)];
        var weights = new double[line * (height + 1)];
        int columns = blocks(width);
        for (int y = 0; y < height; y++) {
            double value = 0;
            double weight = 0;
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                if (plain[at]) {
                    value += Math.clamp(grey[at] - means[y / BLOCK * columns + x / BLOCK], -MOST, MOST);
                    weight++;
                }
                values[(y + 1) * line + x + 1] = values[y * line + x + 1] + value;
                weights[(y + 1) * line + x + 1] = weights[y * line + x + 1] + weight;
            }
        }
        return new Brightness(width, height, values, weights);
    }

    /** The sum of the brightness between these edges, which need not lie on pixels. */
    double value(double left, double top, double right, double bottom) {
        return between(values, left, top, right, bottom);
    }

    /** How many plain pixels lie there. */
    double weight(double left, double top, double right, double bottom) {
        return between(weights, left, top, right, bottom);
    }

    private double between(double[] sums, double left, double top, double right, double bottom) {
        return at(sums, right, bottom) - at(sums, left, bottom) - at(sums, right, top) + at(sums, left, top);
    }

    private double at(double[] sums, double x, double y) {
        int column = Math.clamp((int) x, 0, width - 1);
        int row = Math.clamp((int) y, 0, height - 1);
        double right = Math.clamp(x - column, 0, 1);
        double down = Math.clamp(y - row, 0, 1);
        int line = width + 1;
        int place = row * line + column;
        return (1 - down) * ((1 - right) * sums[place] + right * sums[place + 1])
                + down * ((1 - right) * sums[place + line] + right * sums[place + line + 1]);
    }
}
