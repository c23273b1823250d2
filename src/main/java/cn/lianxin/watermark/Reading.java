package cn.lianxin.watermark;

/** Reads the square of fields out of a picture, once it is known about how it lies. */
final class Reading {

    private static final double CALM = 2.5;
    /** The edges of a field are where scaling and compressing mix it with its neighbours. */
    private static final double MARGIN = 0.12;

    private final Brightness picture;
    private final Chips shared;

    Reading(Brightness picture, Chips shared) {
        this.picture = picture;
        this.shared = shared;
    }

    /** What sticks out is no grain: it is cut to a few times of what is usual. Returns the sum of the squares. */
    static double calm(float[] square) {
        double energy = 0;
        for (float value : square) {
            energy += value * value;
        }
        float most = (float) (CALM * Math.sqrt(energy / square.length));
        energy = 0;
        for (int place = 0; place < square.length; place++) {
            square[place] = Math.clamp(square[place], -most, most);
            energy += square[place] * square[place];
        }
        return energy;
    }

    /** The same, moved and scaled by less than a field until the shared square fits best. */
    Alignment refined(Alignment rough) {
        var best = measured(rough);
        double stretch = 0.003;
        double shift = 0.3;
        for (int round = 0; round < 4; round++) {
            best = bestAround(best, stretch, shift);
            stretch /= 2;
            shift /= 2;
        }
        return best;
    }

    private Alignment bestAround(Alignment middle, double stretch, double shift) {
        var best = middle;
        double centreX = picture.width / 2.0;
        double centreY = picture.height / 2.0;
        for (int size = -1; size <= 1; size++) {
            double scale = middle.scale() * (1 + size * stretch);
            double left = centreX + (middle.left() - centreX) * (1 + size * stretch);
            double top = centreY + (middle.top() - centreY) * (1 + size * stretch);
            for (int right = -1; right <= 1; right++) {
                for (int down = -1; down <= 1; down++) {
                    double field = scale * Grain.FIELD;
                    var tried = measured(middle.with(scale, left + right * shift * field, top + down * shift * field));
                    best = tried.likeness() > best.likeness() ? tried : best;
                }
            }
        }
        return best;
    }

    private Alignment measured(Alignment alignment) {
        var square = fields(alignment, new double[Chips.COUNT]);
        double energy = calm(square);
        return alignment.with(energy == 0 ? 0 : -shared.product(square) / Math.sqrt(energy));
    }

    /** What a single mark is compared with: darker fields are above zero, without what all marks share. */
    float[] own(Alignment alignment) {
        var weights = new double[Chips.COUNT];
        var square = fields(alignment, weights);
        calm(square);
        double weight = 0;
        for (double each : weights) {
            weight += each;
        }
        double strength = weight == 0 ? 0 : shared.product(square) / weight;
        for (int place = 0; place < Chips.COUNT; place++) {
            square[place] = (float) -(square[place] - strength * weights[place] * shared.at(place));
        }
        double energy = calm(square);
        for (int place = 0; place < Chips.COUNT && energy > 0; place++) {
            square[place] /= (float) Math.sqrt(energy);
        }
        return square;
    }

    private float[] fields(Alignment alignment, double[] weights) {
        double field = alignment.field();
        double margin = MARGIN * field;
        var square = new float[Chips.COUNT];
        int firstColumn = (int) Math.floor(-alignment.left() / field);
        int lastColumn = (int) Math.ceil((picture.width - alignment.left()) / field);
        int firstRow = (int) Math.floor(-alignment.top() / field);
        int lastRow = (int) Math.ceil((picture.height - alignment.top()) / field);
        for (int row = firstRow; row < lastRow; row++) {
            double top = Math.max(0, alignment.top() + row * field + margin);
            double bottom = Math.min(picture.height, alignment.top() + (row + 1) * field - margin);
            for (int column = firstColumn; column < lastColumn && top < bottom; column++) {
                double left = Math.max(0, alignment.left() + column * field + margin);
                double right = Math.min(picture.width, alignment.left() + (column + 1) * field - margin);
                if (left < right) {
                    int place = Math.floorMod(row, Chips.EDGE) * Chips.EDGE + Math.floorMod(column, Chips.EDGE);
                    square[place] += (float) picture.value(left, top, right, bottom);
                    weights[place] += picture.weight(left, top, right, bottom);
                }
            }
        }
        return square;
    }
}
