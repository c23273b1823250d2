package cn.lianxin.watermark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds in a picture of unknown scale and cut how the grain lies, by the square that all marks share. */
final class Searching {

    private static final double SMALLEST = 0.45;
    private static final double LARGEST = 2.2;

    /** A scale that is off by less moves no field of the window by more than a third of one. */
    private static final int WINDOW = 96;

    private static final double STEP = 1.007;
    private static final int MOST = 5;
    private static final double LEAST_LIKENESS = 4;
    private static final double CERTAIN = 9;
    private static final int HALVES = 2 * Chips.EDGE;

    private final Brightness picture;
    private final Fourier shared;
    private final Reading reading;
    private final List<Alignment> found = new ArrayList<>();

    Searching(Brightness picture, Chips shared) {
        this.picture = picture;
        var square = new float[Chips.COUNT];
        for (int place = 0; place < Chips.COUNT; place++) {
            square[place] = shared.at(place);
        }
        this.shared = Fourier.of(square);
        this.reading = new Reading(picture, shared);
    }

    /** The most likely first, and it alone where chance cannot have made it. */
    List<Alignment> alignments() {
        for (double scale = SMALLEST; scale <= LARGEST; scale *= STEP) {
            tryScale(scale);
        }
        var refined = new ArrayList<Alignment>();
        for (var rough : found.stream()
                .sorted(Comparator.comparingDouble(Alignment::likeness).reversed())
                .limit(MOST)
                .toList()) {
            var alignment = reading.refined(rough);
            if (alignment.likeness() > CERTAIN) {
                return List.of(alignment);
            }
            refined.add(alignment);
        }
        return refined;
    }

    private void tryScale(double scale) {
        double half = scale * Grain.FIELD / 2;
        int columns = (int) Math.min(2 * WINDOW, picture.width / half);
        int rows = (int) Math.min(2 * WINDOW, picture.height / half);
        double left = Math.max(0, (picture.width - columns * half) / 2);
        double top = Math.max(0, (picture.height - rows * half) / 2);
        var folded = new double[HALVES * HALVES];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double x = left + column * half;
                double y = top + row * half;
                folded[row % HALVES * HALVES + column % HALVES] += picture.value(x, y, x + half, y + half);
            }
        }
        for (int phase = 0; phase < 4; phase++) {
            best(folded, phase & 1, phase >> 1, scale, left, top);
        }
    }

    private void best(double[] folded, int right, int down, double scale, double left, double top) {
        var square = new float[Chips.COUNT];
        for (int row = 0; row < HALVES; row++) {
            for (int column = 0; column < HALVES; column++) {
                int place = (row + HALVES - down) % HALVES / 2 * Chips.EDGE + (column + HALVES - right) % HALVES / 2;
                square[place] += (float) folded[row * HALVES + column];
            }
        }
        double energy = Reading.calm(square);
        if (energy == 0) {
            return;
        }
        var likeness = Fourier.of(square).likeness(shared);
        int most = 0;
        for (int place = 1; place < Chips.COUNT; place++) {
            if (-likeness[place] > -likeness[most]) {
                most = place;
            }
        }
        double deviations = -likeness[most] / Math.sqrt(energy);
        if (deviations > LEAST_LIKENESS) {
            double field = scale * Grain.FIELD;
            found.add(new Alignment(
                    scale,
                    left + right * field / 2 + most % Chips.EDGE * field,
                    top + down * field / 2 + most / Chips.EDGE * field,
                    deviations));
        }
    }
}
