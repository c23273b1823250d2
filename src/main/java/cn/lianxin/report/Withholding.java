package cn.lianxin.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What of several numbers may be shown whose sum is known: nobody shall arrive at one to four by subtracting. */
final class Withholding {

    static final int FEWEST = 5;

    private Withholding() {}

    static Figure alone(long count) {
        return isSmall(count) ? Figure.WITHHELD : Figure.of(count);
    }

    /** A part of a whole that is shown beside it; what is left of the whole counts as well. */
    static Figure part(long part, long whole) {
        return shown(part, whole - part).getFirst();
    }

    /** Each of the parts; where one that is too small stands alone, the next larger keep it company. */
    static List<Figure> shown(long... parts) {
        var withheld = new ArrayList<>(IntStream.range(0, parts.length)
                .filter(place -> isSmall(parts[place]))
                .boxed()
                .toList());
        if (!withheld.isEmpty()) {
            var others = IntStream.range(0, parts.length)
                    .filter(place -> parts[place] >= FEWEST)
                    .boxed()
                    .sorted(Comparator.comparingLong(place -> parts[place]))
                    .iterator();
            while (others.hasNext()
                    && (withheld.size() < 2
                            || withheld.stream()
                                            .mapToLong(place -> parts[place])
                                            .sum()
                                    < FEWEST)) {
                withheld.add(others.next());
            }
        }
        var known = new ArrayList<>(LongStream.of(parts).mapToObj(Figure::of).toList());
        withheld.forEach(place -> known.set(place, Figure.WITHHELD));
        return known;
    }

    private static boolean isSmall(long count) {
        return count > 0 && count < FEWEST;
    }
}
