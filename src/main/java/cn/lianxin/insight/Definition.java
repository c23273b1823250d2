package cn.lianxin.insight;

import java.time.Year;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * How an indicator is counted, by its version. A version comes into force with a year and counts what was filed from then
 * on; no span reaches over a year, so that no figure mixes two versions and none of before is counted anew.
 */
record Definition(Indicator indicator, int version, Year inForceFrom) {

    private static final Year FIRST = Year.of(2000);

    static final List<Definition> ALL = Arrays.stream(Indicator.values())
            .map(indicator -> new Definition(indicator, 1, FIRST))
            .toList();

    /** By which version quarters of a year are counted: the newest that any of the indicators has then. */
    static int bookOf(int year) {
        return ALL.stream()
                .filter(definition -> definition.inForceFrom.getValue() <= year)
                .mapToInt(Definition::version)
                .max()
                .orElseThrow();
    }

    static Definition inForce(Collection<Definition> book, Indicator indicator, Span span) {
        return book.stream()
                .filter(definition -> definition.indicator == indicator)
                .filter(definition -> definition.inForceFrom.getValue() <= span.year())
                .max(Comparator.comparing(Definition::inForceFrom).thenComparingInt(Definition::version))
                .orElseThrow();
    }
}
