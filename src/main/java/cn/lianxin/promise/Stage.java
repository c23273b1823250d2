package cn.lianxin.promise;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a rule sets a limit to. */
public enum Stage {
    /** Until somebody has taken it up. */
    ACKNOWLEDGE("签收"),
    /** Until the worker has his answer. */
    REPLY("答复"),
    /** How much longer than promised it may take, once. */
    EXTENSION("延期"),
    /** Until a unit may say that it is not its matter. */
    HAND_BACK("退回"),
    /** Until an answer was looked at afresh. */
    REVIEW("复查"),
    /** The same a second time, and the last. */
    RE_REVIEW("复核"),
    /** How long the clock may stand still, all pauses taken together. */
    PAUSE("暂停"),
    /** How long nothing may happen before those above hear of it. */
    PROGRESS("不动"),
    /** How much of a time may have passed before the next unit above hears of it; several of them count side by side. */
    ESCALATION("上报"),
    /** How long after the end the next unit above hears of it, and again, until the top. */
    BEYOND("再上报"),
    /** How many units up from each post of somebody who is named stay out of it with him. */
    RECUSAL("回避"),
    /** So many days after it was filed whoever raised it is asked whether he is left in peace; several count side by side. */
    CHECK_IN("护航"),
    /** Until somebody outside has taken up that whoever raised it is given trouble. */
    TROUBLE("为难"),
    /** Until somebody outside has looked at a change of his post. */
    CHANGE("调动"),
    /** Until what lies behind several concerns is found and put right. */
    PROBLEM("专项"),
    /** How long afterwards it must not come back. */
    WATCH("复发");

    private static final int LARGEST_AMOUNT = 3_650;
    private static final int LONGEST_STEP_BEYOND = 30;
    private static final int MOST_LEVELS = 10;

    private final String word;

    Stage(String word) {
        this.word = word;
    }

    /** Whether with these rules alone nothing would be promised, or nobody above would hear of it in time. */
    boolean lacks(List<Rule> rules) {
        return switch (this) {
            case ACKNOWLEDGE, REPLY, BEYOND -> rules.isEmpty();
            case ESCALATION ->
                rules.stream().noneMatch(rule -> rule.amount() < Thresholds.WHOLE)
                        || rules.stream().noneMatch(rule -> rule.amount() == Thresholds.WHOLE);
            case EXTENSION,
                    HAND_BACK,
                    REVIEW,
                    RE_REVIEW,
                    PAUSE,
                    PROGRESS,
                    RECUSAL,
                    CHECK_IN,
                    TROUBLE,
                    CHANGE,
                    PROBLEM,
                    WATCH -> false;
        };
    }

    /** Whether it is a promise to whoever speaks, and not one about who else hears of it. */
    boolean isPromise() {
        return this == ACKNOWLEDGE || this == REPLY;
    }

    /** Whether several of one pack count side by side, each of another amount. */
    boolean stacks() {
        return this == ESCALATION || this == CHECK_IN;
    }

    int largestAmount() {
        return switch (this) {
            case ESCALATION -> Thresholds.WHOLE;
            case BEYOND -> LONGEST_STEP_BEYOND;
            case RECUSAL -> MOST_LEVELS;
            case ACKNOWLEDGE,
                    REPLY,
                    EXTENSION,
                    HAND_BACK,
                    REVIEW,
                    RE_REVIEW,
                    PAUSE,
                    PROGRESS,
                    CHECK_IN,
                    TROUBLE,
                    CHANGE,
                    PROBLEM,
                    WATCH -> LARGEST_AMOUNT;
        };
    }

    String word() {
        return word;
    }

    /** By the word that stands in lists, or by its name. */
    static Optional<Stage> of(String text) {
        return Arrays.stream(values())
                .filter(stage -> stage.word.equals(text) || stage.name().equalsIgnoreCase(text))
                .findFirst();
    }
}
