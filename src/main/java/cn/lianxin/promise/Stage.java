package cn.lianxin.promise;

import java.util.Arrays;
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
    PROGRESS("不动");

    private final String word;

    Stage(String word) {
        this.word = word;
    }

    /** Without a limit for these nothing would be promised. */
    boolean mustHaveLimit() {
        return this == ACKNOWLEDGE || this == REPLY;
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
