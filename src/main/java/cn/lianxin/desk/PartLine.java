package cn.lianxin.desk;

import cn.lianxin.concern.ConcernFigures.Load;
import cn.lianxin.concern.ConcernFigures.Replies;
import cn.lianxin.concern.ConcernFigures.Week;
import cn.lianxin.platform.web.Screen;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One line of the table: how a part gets on with what it answers for.
 *
 * @param handBacks how often it handed something back over the last ninety days
 */
record PartLine(Part part, Load load, List<Week> weeks, Optional<Replies> replies, long handBacks) {

    private static final int FEWEST = 5;

    boolean anything() {
        return load.open() > 0
                || replies.isPresent()
                || handBacks > 0
                || weeks.stream().anyMatch(week -> week.filed() > 0);
    }

    /** The median over so few replies would be about persons. */
    boolean few() {
        return replies.filter(some -> some.replies() < FEWEST).isPresent();
    }

    boolean lastIsLate() {
        return weeks.getLast().late() > 0;
    }

    String points() {
        return IntStream.range(0, weeks.size())
                .mapToObj(at -> 8 * at + "," + y(at))
                .collect(Collectors.joining(" "));
    }

    String lastY() {
        return y(weeks.size() - 1);
    }

    String numbers() {
        return weeks.stream().map(week -> Integer.toString(week.filed())).collect(Collectors.joining(" "));
    }

    String days(Screen screen) {
        return replies.map(some -> some.medianDays() < 1
                        ? screen.say("board.within-a-day")
                        : screen.say("board.days", Math.round(some.medianDays() * 10) / 10.0))
                .orElse("");
    }

    private String y(int at) {
        var largest = Math.max(1, weeks.stream().mapToInt(Week::filed).max().orElse(1));
        return Double.toString(Math.round((18 - 16.0 * weeks.get(at).filed() / largest) * 10) / 10.0);
    }
}
