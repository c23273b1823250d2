package cn.lianxin.demo;

import cn.lianxin.concern.Channel;
import cn.lianxin.concern.ConcernKind;
import cn.lianxin.concern.ConcernState.ReviewOutcome;
import cn.lianxin.concern.Reply;
import cn.lianxin.concern.Reporter;
import cn.lianxin.verdict.Verdict;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What somebody does in the life of a concern. People are named by staff number, units by code. */
sealed interface Deed {

    /**
     * @param clerk who wrote it down, empty where the speaker wrote himself
     */
    record Raise(
            ConcernKind kind,
            String matter,
            String title,
            String words,
            String place,
            Reporter.Mode mode,
            Channel channel,
            String unit,
            String speaker,
            Optional<String> clerk)
            implements Deed {}

    record Accept(String by) implements Deed {}

    record Decline(String by, String reason, String whereToTurn) implements Deed {}

    record Assign(String by, String lead, Set<String> assisting, String word) implements Deed {}

    record Acknowledge(String by, String word) implements Deed {}

    record HandBack(String by, String reason) implements Deed {}

    record DecideHandBack(String by, boolean granted, String word) implements Deed {}

    record Arbitrate(String by, String lead, String word) implements Deed {}

    record Ask(String by, String question) implements Deed {}

    record GoOn(String by, String word) implements Deed {}

    record OfficeSays(String by, String text) implements Deed {}

    record NoteDown(String by, String text) implements Deed {}

    record AskExtension(String by, LocalDate until, String reason) implements Deed {}

    record DecideExtension(String by, boolean granted, String word) implements Deed {}

    record Answer(String by, Reply reply) implements Deed {}

    record DecideAnswer(String by, boolean approved, String word) implements Deed {}

    record TakeReview(String by) implements Deed {}

    record DecideReview(String by, ReviewOutcome outcome, String opinion) implements Deed {}

    record Link(String by, int main, String reason) implements Deed {}

    record Unlink(String by, String reason) implements Deed {}

    /** @param part which concern of the story it becomes */
    record Split(String by, int part, String title, String words, String matter) implements Deed {}

    record SpeakerSays(String text) implements Deed {}

    record GiveMore(String text) implements Deed {}

    record RaiseAgain(String why) implements Deed {}

    record AskReview(String why) implements Deed {}

    record Withdraw(String reason) implements Deed {}

    /** Somebody outside looks at how it was declined or withdrawn. */
    record DecideEnding(String by, boolean stands, String reason) implements Deed {}

    record Judge(Verdict verdict) implements Deed {}

    /** The thirty days are over, and the installation closes the file. */
    record WindowPasses() implements Deed {}
}
