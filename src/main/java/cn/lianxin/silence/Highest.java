package cn.lianxin.silence;

import java.util.function.DoubleUnaryOperator;

/** Where a curve with one hill is highest, by golden section. */
final class Highest {

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double NEAR_ENOUGH = 1e-5;

    private Highest() {}

    static double between(double low, double high, DoubleUnaryOperator curve) {
        double first = high - GOLDEN * (high - low);
        double second = low + GOLDEN * (high - low);
        double atFirst = curve.applyAsDouble(first);
        double atSecond = curve.applyAsDouble(second);
        while (high - low > NEAR_ENOUGH) {
            if (atFirst < atSecond) {
                low = first;
                first = second;
                atFirst = atSecond;
                second = low + GOLDEN * (high - low);
                atSecond = curve.applyAsDouble(second);
            } else {
                high = second;
                second = first;
                atSecond = atFirst;
                first = high - GOLDEN * (high - low);
                atFirst = curve.applyAsDouble(first);
            }
        }
        return (low + high) / 2;
    }
}
