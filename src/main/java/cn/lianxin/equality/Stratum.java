package cn.lianxin.equality;

import java.util.Arrays;
import java.util.List;

/** The cases of one likeness, those of the group and the others. */
record Stratum(List<Decided> group, List<Decided> others) {

    int all() {
        return group.size() + others.size();
    }

    boolean tells() {
        return !group.isEmpty() && !others.isEmpty();
    }

    /** What the likeness counts among all: as its difference is known the better the more there are on both sides. */
    double weight() {
        return (double) group.size() * others.size() / all();
    }

    static double granted(List<Decided> cases) {
        return cases.stream().filter(Decided::granted).count();
    }

    static double medianDays(List<Decided> cases) {
        var days = cases.stream().mapToDouble(Decided::days).sorted().toArray();
        return (days[(days.length - 1) / 2] + days[days.length / 2]) / 2;
    }

    /** Those of the group, by their days among all of the likeness; equal ones share their places. */
    double rankSum() {
        var all = sortedDays();
        return group.stream().mapToDouble(one -> rank(all, one.days())).sum();
    }

    /** What equal days take from the spread of the ranks, as a factor. */
    double tieFactor() {
        var all = sortedDays();
        double ties = 0;
        for (int at = 0; at < all.length; ) {
            int end = at;
            while (end < all.length && all[end] == all[at]) {
                end++;
            }
            ties += cube(end - at);
            at = end;
        }
        return all.length < 2 ? 0 : 1 - ties / cube(all.length);
    }

    private double[] sortedDays() {
        var all = new double[all()];
        int place = 0;
        for (var side : List.of(group, others)) {
            for (var one : side) {
                all[place++] = one.days();
            }
        }
        Arrays.sort(all);
        return all;
    }

    private static double rank(double[] sorted, double days) {
        return (first(sorted, days) + 1 + first(sorted, Math.nextUp(days))) / 2.0;
    }

    private static int first(double[] sorted, double days) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < days) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double cube(double count) {
        return count * count * count - count;
    }
}
