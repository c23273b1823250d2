package cn.lianxin.escalation;

import cn.lianxin.concern.WaitingConcern;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.promise.Grade;
import cn.lianxin.promise.Stage;
import cn.lianxin.promise.TimeLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The rungs of a concern: for taking it up, for the answer, and for days in which nothing happens. Beyond the end each
 * further working day is a rung, for what is urgent each further span of the same length, until the top is reached.
 */
@Component
class Ladder {

    private static final Duration LONGEST_STEP_OF_THE_URGENT = Duration.ofHours(4);

    private final TimeLimits limits;
    private final WorkingCalendar calendar;

    Ladder(TimeLimits limits, WorkingCalendar calendar) {
        this.limits = limits;
        this.calendar = calendar;
    }

    /** @param levels how many units stand above each other there */
    List<Rung> of(WaitingConcern concern, int levels) {
        var rungs = new ArrayList<Rung>();
        var deadlines = concern.deadlines();
        if (!concern.takenUp()) {
            add(rungs, Stage.ACKNOWLEDGE, concern.promisedAt(), deadlines.acknowledgeBy(), concern.grade(), levels);
        }
        add(rungs, Stage.REPLY, concern.promisedAt(), deadlines.replyBy(), concern.grade(), levels);
        limits.after(Stage.PROGRESS, concern.matter(), concern.grade(), concern.handledAt())
                .ifPresent(end -> add(rungs, Stage.PROGRESS, concern.handledAt(), end, concern.grade(), levels));
        return rungs;
    }

    private void add(List<Rung> rungs, Stage clock, Instant began, Instant end, Grade grade, int levels) {
        var span = Duration.between(began, end);
        rungs.add(new Rung(clock, began, 1, began.plus(span.multipliedBy(50).dividedBy(100))));
        rungs.add(new Rung(clock, began, 2, began.plus(span.multipliedBy(80).dividedBy(100))));
        rungs.add(new Rung(clock, began, Rung.LAST_IN_TIME, end));
        for (var place = Rung.LAST_IN_TIME + 1; place <= levels; place++) {
            rungs.add(new Rung(clock, began, place, beyond(end, place - Rung.LAST_IN_TIME, span, grade)));
        }
    }

    private Instant beyond(Instant end, int steps, Duration span, Grade grade) {
        if (grade == Grade.U0 || grade == Grade.U1) {
            var step = span.compareTo(LONGEST_STEP_OF_THE_URGENT) < 0 ? span : LONGEST_STEP_OF_THE_URGENT;
            return end.plus(step.multipliedBy(steps));
        }
        var day = end.atZone(TimeLimits.ZONE).toLocalDate();
        return calendar.closingOf(calendar.plusWorkingDays(day, steps));
    }
}
