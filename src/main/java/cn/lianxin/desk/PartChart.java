package cn.lianxin.desk;

import cn.lianxin.concern.ConcernFigures.Week;
import java.util.List;

/**
 * Twelve weekly bars of one part.
 *
 * @param few fewer than five people work there, so that bars would point at persons
 */
record PartChart(Part part, List<Week> weeks, boolean few) {

    private static final double HEIGHT = 40;

    int total() {
        return weeks.stream().mapToInt(Week::filed).sum();
    }

    int tallest() {
        return few ? 0 : weeks.stream().mapToInt(Week::filed).max().orElse(0);
    }

    static int x(int week) {
        return 10 * week + 1;
    }

    /** In the units of the chart, to a tenth. */
    static String height(int value, int tallest) {
        return tenth(tallest == 0 ? 0 : HEIGHT * value / tallest);
    }

    static String top(int value, int tallest) {
        return tenth(tallest == 0 ? HEIGHT : HEIGHT - HEIGHT * value / tallest);
    }

    String rows(Week week) {
        return part.rows(
                "raised-in",
                "&from=" + week.monday() + "&until=" + week.monday().plusDays(6));
    }

    private static String tenth(double value) {
        return Double.toString(Math.round(value * 10) / 10.0);
    }
}
