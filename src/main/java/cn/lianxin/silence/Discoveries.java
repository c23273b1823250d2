package cn.lianxin.silence;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Of many that were looked at those that are more than chance (Benjamini and Hochberg 1995). */
public final class Discoveries {

    /** Of all that is named, on the average at most this share wrongly. */
    public static final double FALSE_SHARE = 0.05;

    private Discoveries() {}

    /** The least likely to be chance first. */
    public static <T> List<T> among(Collection<T> looked, ToDoubleFunction<T> chance) {
        var sorted = looked.stream().sorted(Comparator.comparingDouble(chance)).toList();
        int named = 0;
        for (int place = 1; place <= sorted.size(); place++) {
            if (chance.applyAsDouble(sorted.get(place - 1)) <= FALSE_SHARE * place / sorted.size()) {
                named = place;
            }
        }
        return sorted.subList(0, named);
    }
}
