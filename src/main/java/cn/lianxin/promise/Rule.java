package cn.lianxin.promise;

import cn.lianxin.kernel.Refusal;

/**
 * One limit, for the matters and grades of its circle.
 *
 * @param id by which a promise names it; zero before it is stored
 * @param source the law or the decision that it comes from; there is no rule without one
 */
record Rule(long id, Stage stage, Circle circle, int amount, Measure measure, String source) {

    /** Refuses what says nothing that anybody could keep. */
    Rule mustMakeSense() {
        if ((stage == Stage.ESCALATION) != (measure == Measure.PERCENT)) {
            throw new Refusal.Violation("measure", "rule-threshold-in-percent");
        }
        if ((stage == Stage.RECUSAL) != (measure == Measure.LEVELS)) {
            throw new Refusal.Violation("measure", "rule-recusal-in-levels");
        }
        if (stage == Stage.CHECK_IN && measure != Measure.DAYS) {
            throw new Refusal.Violation("measure", "rule-check-in-in-days");
        }
        if (stage == Stage.PAUSE && measure != Measure.DAYS) {
            throw new Refusal.Violation("measure", "rule-pause-in-days");
        }
        if (stage == Stage.PAUSE && circle.grade().filter(Grade.U0::equals).isPresent()) {
            throw new Refusal.Violation("grade", "life-safety-not-paused");
        }
        if (source.isEmpty()) {
            throw new Refusal.Violation("source", "rule-without-source");
        }
        if (amount < 1 || amount > stage.largestAmount()) {
            throw new Refusal.Violation("amount", "rule-amount-unclear", stage.largestAmount());
        }
        return this;
    }

    /** Two such rules in one pack would contradict each other or say the same twice; thresholds and check-ins stand side by side. */
    boolean overlaps(Rule other) {
        return stage == other.stage && circle.meets(other.circle) && (!stage.stacks() || amount == other.amount);
    }

    /** The same limit so many times over. */
    Rule times(int times) {
        return new Rule(id, stage, circle, amount * times, measure, source);
    }

    boolean covers(Stage of, String matter, Grade grade) {
        return stage == of && circle.covers(matter, grade);
    }
}
