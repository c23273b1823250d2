package cn.lianxin.concern;

import java.util.ArrayList;
import java.util.List;

/** What the steps of a timeline lead to. */
final class Replay {

    private Replay() {}

    static Course of(List<Step> steps) {
        var rest = new ArrayList<>(steps);
        var course = Course.begun((ConcernEvent.Filed) rest.removeFirst().event());
        for (var step : rest) {
            course = course.after(step.event());
        }
        return course;
    }
}
