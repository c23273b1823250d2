package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.promise.Deadlines;
import cn.lianxin.promise.Grade;
import cn.lianxin.promise.Stage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What happened to a concern, one step of its timeline; the steps in their order give the state. Each carries what the
 * next state needs and what people want to know: the why.
 */
public sealed interface ConcernEvent {

    record Filed(Owner owner, String matter, Grade grade, Deadlines deadlines, List<UUID> attachments)
            implements ConcernEvent {}

    record Accepted() implements ConcernEvent {}

    /** @param lookBy by when somebody outside has to look at it; empty of before anybody had to */
    record Declined(String reason, String whereToTurn, Instant windowEnds, Optional<Instant> lookBy)
            implements ConcernEvent {
        public Declined {
            lookBy = lookBy.map(by -> by.truncatedTo(ChronoUnit.MICROS));
        }
    }

    record Reclassified(String matter, Grade grade, Deadlines deadlines) implements ConcernEvent {}

    record Assigned(Assignment assignment, String word) implements ConcernEvent {}

    record Acknowledged(Owner owner, String word) implements ConcernEvent {}

    record HandedBack(String reason) implements ConcernEvent {}

    record HandBackGranted(Owner owner, String word) implements ConcernEvent {}

    record HandBackRefused(String word) implements ConcernEvent {}

    record Arbitrated(Assignment assignment, String word) implements ConcernEvent {}

    record Said(String text, List<UUID> attachments) implements ConcernEvent {}

    /** Among those who handle it; the worker does not see it. */
    record Noted(String text) implements ConcernEvent {}

    record AskedForMore(String question) implements ConcernEvent {}

    record GaveMore(String text, List<UUID> attachments) implements ConcernEvent {}

    record WentOn(String word) implements ConcernEvent {}

    record ExtensionAsked(Instant until, String reason) implements ConcernEvent {}

    record ExtensionGranted(Instant until, String word) implements ConcernEvent {}

    record ExtensionRefused(String word) implements ConcernEvent {}

    /** The unit asks the worker to let the clock stand still until a day. */
    record PauseAsked(Instant until, String reason) implements ConcernEvent {
        public PauseAsked {
            until = until.truncatedTo(ChronoUnit.MICROS);
        }
    }

    record PauseRefused(String word) implements ConcernEvent {}

    /** The clock stands still, and the promise moves by as much. */
    record Paused(ConcernState.PauseCause cause, Instant since, Instant until, String reason, List<UUID> evidence)
            implements ConcernEvent {
        public Paused {
            since = since.truncatedTo(ChronoUnit.MICROS);
            until = until.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** The clock runs again from this moment; the promise moves by no more than it stood still. */
    record Resumed(Instant from, String word) implements ConcernEvent {
        public Resumed {
            from = from.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** So much of the time has passed that a unit further up is told; nobody can stop it. */
    record Escalated(Stage clock, String threshold, UnitId unit) implements ConcernEvent {}

    /** The dispatcher says by name that he has heard of a danger. */
    record AlarmHeard(PersonId dispatcher) implements ConcernEvent {}

    /** A spot check: the unit shows how it stands now, by this moment. The same step whatever the reason is. */
    record AskedToShow(Instant showBy) implements ConcernEvent {
        public AskedToShow {
            showBy = showBy.truncatedTo(ChronoUnit.MICROS);
        }
    }

    record Shown(String text, List<UUID> attachments) implements ConcernEvent {}

    record ReplyDrafted(Reply reply, PersonId author) implements ConcernEvent {}

    record ReplyReturned(String word) implements ConcernEvent {}

    /**
     * Answered by the unit, or approved by its leader; without an answer signed by somebody outside.
     *
     * @param word his reason, else empty
     */
    record Replied(Reply reply, Instant windowEnds, String word) implements ConcernEvent {
        public Replied {
            word = Objects.requireNonNullElse(word, "");
        }
    }

    /** Answered before there was Lianxin, as a ledger tells; the installation writes it down. */
    record Recorded(Reply reply, Instant windowEnds) implements ConcernEvent {}

    record RaisedAgain(String why, List<UUID> attachments, Owner owner, Deadlines deadlines) implements ConcernEvent {}

    record ReviewAsked(String why, List<UUID> attachments, Owner owner, Instant decideBy) implements ConcernEvent {}

    record ReviewTaken(Owner owner) implements ConcernEvent {}

    record Reviewed(ConcernState.ReviewOutcome outcome, String opinion, Instant windowEnds) implements ConcernEvent {}

    /** What somebody has heard in a recording of the worker's; never changed, only followed by a further version. */
    record Transcribed(UUID recording, String text) implements ConcernEvent {}

    record TranscriptConfirmed(UUID recording, int version) implements ConcernEvent {}

    record TranscriptDisputed(UUID recording, int version, String word, List<UUID> attachments)
            implements ConcernEvent {}

    record Concluded() implements ConcernEvent {}

    /** @param lookBy as in {@link Declined} */
    record Withdrawn(String reason, Optional<Instant> lookBy) implements ConcernEvent {
        public Withdrawn {
            lookBy = lookBy.map(by -> by.truncatedTo(ChronoUnit.MICROS));
        }
    }

    /** Somebody outside has looked at how it was declined or withdrawn, and it stands. */
    record EndingConfirmed(String reason) implements ConcernEvent {}

    /** It should not have been declined; the desk has it again, with a new promise. */
    record DeclinationSetAside(String reason, Owner owner, Deadlines deadlines) implements ConcernEvent {}

    /** It was not the worker's free word. It stays withdrawn unless he himself raises it again. */
    record WithdrawalSetAside(String reason) implements ConcernEvent {}

    record Linked(long main, String mainNumber, String reason) implements ConcernEvent {}

    record Unlinked(String reason) implements ConcernEvent {}

    /** Its main concern has a new owner or another lead unit, and so has it. */
    record Followed(Owner owner, List<Assignment> assignment) implements ConcernEvent {}

    record SplitOff(long part, String partNumber, String reason) implements ConcernEvent {}

    /** Somebody left, a unit ended: the concern never waits for an absent man. */
    record OwnerMoved(Owner owner, UnitId from, PersonId before) implements ConcernEvent {}

    /** A unit ended and another takes over what it led, assisted in or owned. */
    record UnitSucceeded(UnitId gone, UnitId successor, Owner owner) implements ConcernEvent {}

    /** 说的是谁: from now on they stay out of it. */
    record Named(Subjects about, String reason) implements ConcernEvent {}

    /** These were named wrongly. */
    record NamingWithdrawn(Subjects about, String reason) implements ConcernEvent {}

    /** Somebody who handled it or could have stays out of it, of his own accord. */
    record SteppedBack(String reason) implements ConcernEvent {}

    /**
     * It goes to an office above everybody who is named.
     *
     * @param released whether it was taken from the unit that led on it
     */
    record Climbed(UnitId desk, Owner owner, boolean released) implements ConcernEvent {}

    /** What came with the step, beside its words. */
    default List<UUID> files() {
        return switch (this) {
            case Filed e -> e.attachments();
            case Said e -> e.attachments();
            case GaveMore e -> e.attachments();
            case RaisedAgain e -> e.attachments();
            case ReviewAsked e -> e.attachments();
            case TranscriptDisputed e -> e.attachments();
            case Paused e -> e.evidence();
            case Shown e -> e.attachments();
            case PauseAsked _, PauseRefused _, Resumed _, Escalated _, AlarmHeard _, AskedToShow _ -> List.of();
            case Accepted _, Declined _, Reclassified _, Assigned _, Acknowledged _, HandedBack _ -> List.of();
            case HandBackGranted _, HandBackRefused _, Arbitrated _, Noted _, AskedForMore _, WentOn _ -> List.of();
            case ExtensionAsked _, ExtensionGranted _, ExtensionRefused _, ReplyDrafted _ -> List.of();
            case ReplyReturned _, Replied _, Recorded _, ReviewTaken _, Reviewed _, Transcribed _ -> List.of();
            case TranscriptConfirmed _, Concluded _, Withdrawn _, Linked _, Unlinked _, Followed _ -> List.of();
            case SplitOff _, OwnerMoved _, UnitSucceeded _ -> List.of();
            case EndingConfirmed _, DeclinationSetAside _, WithdrawalSetAside _ -> List.of();
            case Named _, NamingWithdrawn _, SteppedBack _, Climbed _ -> List.of();
        };
    }

    /** Whether the worker reads this step on his page. */
    default boolean forTheWorker() {
        return switch (this) {
            case Noted _, ReplyDrafted _, ReplyReturned _, HandedBack _, HandBackGranted _, HandBackRefused _ -> false;
            case ExtensionAsked _, ExtensionRefused _, Followed _, Reclassified _ -> false;
            case NamingWithdrawn _, SteppedBack _ -> false;
            case Filed _, Accepted _, Declined _, Assigned _, Acknowledged _, Arbitrated _, Said _ -> true;
            case AskedForMore _, GaveMore _, WentOn _, ExtensionGranted _, Replied _, Recorded _ -> true;
            case RaisedAgain _, ReviewAsked _, ReviewTaken _, Reviewed _, Concluded _, Withdrawn _ -> true;
            case Linked _, Unlinked _, SplitOff _, OwnerMoved _, UnitSucceeded _ -> true;
            case PauseAsked _, PauseRefused _, Paused _, Resumed _, Escalated _, AlarmHeard _ -> true;
            case AskedToShow _, Shown _, Named _, Climbed _ -> true;
            case EndingConfirmed _, DeclinationSetAside _, WithdrawalSetAside _ -> true;
            case Transcribed _, TranscriptConfirmed _, TranscriptDisputed _ -> true;
        };
    }
}
