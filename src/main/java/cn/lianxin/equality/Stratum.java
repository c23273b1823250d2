package cn.lianxin.equality;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

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

    /** Only those that say how many yuan. */
    Stratum withAmounts() {
        return new Stratum(withAmounts(group), withAmounts(others));
    }

    private static List<Decided> withAmounts(List<Decided> cases) {
        return cases.stream().filter(one -> one.amount().isPresent()).toList();
    }

    static double median(List<Decided> cases, ToDoubleFunction<Decided> of) {
        var figures = cases.stream().mapToDouble(of).sorted().toArray();
        return (figures[(figures.length - 1) / 2] + figures[figures.length / 2]) / 2;
    }

    /** Those of the group, by their place among all of the likeness; equal ones share their places. */
    double rankSum(ToDoubleFunction<Decided> of) {
        var all = sorted(of);
        return group.stream()
                .mapToDouble(one -> rank(all, of.applyAsDouble(one)))
                .sum();
    }

    /** What equal ones take from the spread of the ranks, as a factor. */
    double tieFactor(ToDoubleFunction<Decided> of) {
        var all = sorted(of);
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

    private double[] sorted(ToDoubleFunction<Decided> of) {
        var all = new double[all()];
        int place = 0;
        for (var side : List.of(group, others)) {
            for (var one : side) {
                all[place++] = of.applyAsDouble(one);
            }
        }
        Arrays.sort(all);
        return all;
    }

    private static double rank(double[] sorted, double figure) {
        return (first(sorted, figure) + 1 + first(sorted, Math.nextUp(figure))) / 2.0;
    }

    private static int first(double[] sorted, double figure) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < figure) {
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
