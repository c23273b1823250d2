package cn.lianxin.foresight;

import cn.lianxin.foresight.SeenCases.Week;
import cn.lianxin.kernel.UnitId;
import java.util.List;
import java.util.Set;

/**
 * One unit on the map: twelve weeks of what its people raised, for a hundred of them, so that large and small stand on one
 * scale.
 *
 * @param parts whether it can be looked into
 * @param signs what the board says of it or of something in it
 */
record Panel(UnitId unit, String name, long people, List<Week> weeks, boolean parts, Set<Part> signs) {

    /** A bar of so few would be about persons, and one concern would tower over the map. */
    static final int FEWEST_PEOPLE = 20;

    private static final double HEIGHT = 40;

    boolean few() {
        return people < FEWEST_PEOPLE;
    }

    int total() {
        return weeks.stream().mapToInt(Week::raised).sum();
    }

    double highest() {
        return few() ? 0 : weeks.stream().mapToDouble(this::rate).max().orElse(0);
    }

    /** For a hundred people. */
    double rate(Week week) {
        return 100.0 * week.raised() / people;
    }

    static int x(int week) {
        return 10 * week + 1;
    }

    /** In the units of the chart, to a tenth. */
    static String height(double rate, double highest) {
        return tenth(highest == 0 ? 0 : HEIGHT * rate / highest);
    }

    static String top(double rate, double highest) {
        return tenth(highest == 0 ? HEIGHT : HEIGHT - HEIGHT * rate / highest);
    }

    static String tenth(double value) {
        return Double.toString(Math.round(value * 10) / 10.0);
    }

    String rows() {
        return new Place(unit, false)
                .rows(weeks.getFirst().monday(), weeks.getLast().monday().plusDays(6));
    }

    String rows(Week week) {
        return new Place(unit, false).rows(week.monday(), week.monday().plusDays(6));
    }
}
