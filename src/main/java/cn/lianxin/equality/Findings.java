package cn.lianxin.equality;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Of many comparisons those that are more than chance, so that of all that are named on the average at most the given share
 * is named wrongly (Benjamini and Hochberg 1995).
 */
final class Findings {

    /** What is promised of all that is named. */
    static final double FALSE_SHARE = 0.05;

    /** At what it is drawn: comparisons hang together through the cases that they share, so a fifth is kept back. */
    static final double DRAWN_AT = 0.04;

    private Findings() {}

    /** Compares twice: a group that stands out would make the others stand out in its mirror. */
    static List<Gap> in(Collection<Decided> cases) {
        var comparing = new Comparing(cases);
        return among(comparing.all(among(comparing.all(List.of()), DRAWN_AT)), DRAWN_AT);
    }

    /** The least likely to be chance first. */
    static List<Gap> among(List<Gap> compared, double falseShare) {
        var sorted = compared.stream()
                .sorted(Comparator.comparingDouble(Gap::chance))
                .toList();
        int named = 0;
        for (int place = 1; place <= sorted.size(); place++) {
            if (sorted.get(place - 1).chance() <= falseShare * place / sorted.size()) {
                named = place;
            }
        }
        return sorted.subList(0, named);
    }
}
