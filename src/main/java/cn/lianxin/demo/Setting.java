package cn.lianxin.demo;

import java.util.Optional;

/** Everything that a life is written from: who plays, what they say, when they do things, and chance. */
record Setting(Cast cast, Script script, Slots slots, Wording wording, Pace pace, Dice dice) {

    Optional<String> phrase(String use) {
        return wording.of(use, cast.matter().code(), dice);
    }

    Deed.Raise raise(String words) {
        return new Deed.Raise(
                script.kind(),
                cast.matter().code(),
                slots.fill(script.title()),
                slots.fill(words),
                slots.place(),
                cast.mode(),
                cast.channel(),
                cast.speaker().unit(),
                cast.speaker().staffNumber(),
                cast.atTheKeyboard() ? Optional.empty() : Optional.of(desk()));
    }

    String question() {
        return slots.fill(script.ask().isEmpty() ? "您说的是哪一天的事？在场的还有谁？" : script.ask());
    }

    /** One of these, whatever it is about. */
    String any(String use) {
        return dice.one(wording.all(use));
    }

    String declineReason() {
        return phrase("decline_reason").orElseGet(() -> wording.with("decline_reason", "已经答复过您"));
    }

    String handBackReason() {
        return phrase("hand_back_reason")
                .orElseGet(
                        () -> dice.any("这件事不归我们管，责任划分上写的是别的单位。", "底子不在我们这儿，查不了也改不了，请派给管这项业务的科室。", "我们只是配合单位，主办应当是别家。"));
    }

    String arbitrationReason() {
        return phrase("arbitration_reason")
                .orElse("两家都退过一次了，职工只认一个人。就由" + cast.lead().shortName() + "办，别家配合。");
    }

    String reviewReason() {
        return phrase("review_reason").orElseGet(() -> wording.with("review_reason", "太笼统"));
    }

    Pairs pairs() {
        return new Pairs(wording);
    }

    Judgement judgement() {
        return new Judgement(script, slots, dice);
    }

    String desk() {
        return cast.desk().staffNumber();
    }

    String handler() {
        return cast.handler().staffNumber();
    }

    String arbiter() {
        return cast.arbiter().staffNumber();
    }

    String leader() {
        return cast.leader().staffNumber();
    }

    String reviewer(int place) {
        return cast.reviewers().get(place).staffNumber();
    }
}
