package cn.lianxin.watermark;

/** Compares two squares in all their shifts at once. */
final class Fourier {

    private static final int EDGE = Chips.EDGE;
    private static final double[] COSINES = new double[EDGE / 2];
    private static final double[] SINES = new double[EDGE / 2];

    static {
        for (int place = 0; place < EDGE / 2; place++) {
            COSINES[place] = Math.cos(2 * Math.PI * place / EDGE);
            SINES[place] = Math.sin(2 * Math.PI * place / EDGE);
        }
    }

    private final double[] real = new double[Chips.COUNT];
    private final double[] imaginary = new double[Chips.COUNT];

    static Fourier of(float[] square) {
        var transform = new Fourier();
        for (int place = 0; place < Chips.COUNT; place++) {
            transform.real[place] = square[place];
        }
        transform.run(1);
        return transform;
    }

    /** At each place, how alike the square is to the other one moved by that much. */
    double[] likeness(Fourier other) {
        var product = new Fourier();
        for (int place = 0; place < Chips.COUNT; place++) {
            product.real[place] = real[place] * other.real[place] + imaginary[place] * other.imaginary[place];
            product.imaginary[place] = imaginary[place] * other.real[place] - real[place] * other.imaginary[place];
        }
        product.run(-1);
        for (int place = 0; place < Chips.COUNT; place++) {
            product.real[place] /= Chips.COUNT;
        }
        return product.real;
    }

    private void run(int direction) {
        for (int line = 0; line < EDGE; line++) {
            run(line * EDGE, 1, direction);
        }
        for (int line = 0; line < EDGE; line++) {
            run(line, EDGE, direction);
        }
    }

    private void run(int start, int step, int direction) {
        for (int place = 1, mirrored = 0; place < EDGE; place++) {
            int bit = EDGE >> 1;
            for (; (mirrored & bit) != 0; bit >>= 1) {
                mirrored ^= bit;
            }
            mirrored ^= bit;
            if (place < mirrored) {
                swap(real, start + place * step, start + mirrored * step);
                swap(imaginary, start + place * step, start + mirrored * step);
            }
        }
        for (int length = 2; length <= EDGE; length <<= 1) {
            for (int from = 0; from < EDGE; from += length) {
                for (int place = 0; place < length / 2; place++) {
                    combine(
                            start + (from + place) * step,
                            start + (from + place + length / 2) * step,
                            COSINES[place * EDGE / length],
                            -direction * SINES[place * EDGE / length]);
                }
            }
        }
    }

    private void combine(int one, int two, double cosine, double sine) {
        double r = real[two] * cosine - imaginary[two] * sine;
        double i = real[two] * sine + imaginary[two] * cosine;
        real[two] = real[one] - r;
        imaginary[two] = imaginary[one] - i;
        real[one] += r;
        imaginary[one] += i;
    }

    private static void swap(double[] values, int one, int two) {
        double kept = values[one];
        values[one] = values[two];
        values[two] = kept;
    }
}
