package cn.lianxin.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Durations of many requests. */
final class Percentiles {

    private final long[] nanos;

    Percentiles(long[] nanos) {
        this.nanos = nanos.clone();
        Arrays.sort(this.nanos);
    }

    double milliseconds(double share) {
        return nanos[(int) Math.min(nanos.length - 1, Math.round(share * (nanos.length - 1)))] / 1e6;
    }

    Map<String, Object> asMap() {
        return Map.of(
                "requests", nanos.length, "p50", milliseconds(.5), "p95", milliseconds(.95), "p99", milliseconds(.99));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms (%d requests)",
                milliseconds(.5),
                milliseconds(.95),
                milliseconds(.99),
                nanos.length);
    }

    static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
