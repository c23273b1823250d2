package cn.lianxin.escalation;

import cn.lianxin.concern.WaitingConcern;
import cn.lianxin.promise.Stage;
import cn.lianxin.promise.Thresholds;
import cn.lianxin.promise.TimeLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The rungs of a concern: for taking it up, for the answer, and for days in which nothing happens. In time and beyond the
 * end by the rules of the day on which the clock began, until the top is reached.
 */
@Component
class Ladder {

    private final TimeLimits limits;
    private final Thresholds thresholds;

    Ladder(TimeLimits limits, Thresholds thresholds) {
        this.limits = limits;
        this.thresholds = thresholds;
    }

    /** @param levels how many units stand above each other there */
    List<Rung> of(WaitingConcern concern, int levels) {
        var rungs = new ArrayList<Rung>();
        var deadlines = concern.deadlines();
        if (!concern.takenUp()) {
            rungs.addAll(of(concern, Stage.ACKNOWLEDGE, concern.promisedAt(), deadlines.acknowledgeBy(), levels));
        }
        rungs.addAll(of(concern, Stage.REPLY, concern.promisedAt(), deadlines.replyBy(), levels));
        limits.after(Stage.PROGRESS, concern.matter(), concern.grade(), concern.handledAt())
                .ifPresent(end -> rungs.addAll(of(concern, Stage.PROGRESS, concern.handledAt(), end, levels)));
        return rungs;
    }

    private List<Rung> of(WaitingConcern concern, Stage clock, Instant began, Instant end, int levels) {
        var rungs = new ArrayList<Rung>();
        var span = Duration.between(began, end);
        for (var percent : thresholds.inTime(concern.matter(), concern.grade(), began)) {
            var at = began.plus(span.multipliedBy(percent).dividedBy(Thresholds.WHOLE));
            rungs.add(new Rung(clock, began, rungs.size() + 1, percent + "%", at));
        }
        var inTime = rungs.size();
        for (var place = inTime + 1; place <= levels; place++) {
            var steps = place - inTime;
            var at = thresholds.beyond(concern.matter(), concern.grade(), began, end, steps);
            rungs.add(new Rung(clock, began, place, Thresholds.WHOLE + "%+" + steps, at));
        }
        return rungs;
    }
}
