package cn.lianxin.concern;

import cn.lianxin.promise.Stage;
import cn.lianxin.promise.TimeLimits;
import java.time.Instant;

/** By when somebody outside looks at how a concern ended: within the time for a review, for it is one. */
final class Endings {

    private Endings() {}

    static Instant lookBy(Concern concern, TimeLimits limits, Instant at) {
        var course = concern.course();
        return limits.after(Stage.REVIEW, course.matter(), course.grade(), at).orElseGet(() -> at.plus(Concern.WINDOW));
    }
}
