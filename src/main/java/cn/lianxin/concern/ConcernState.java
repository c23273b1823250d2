package cn.lianxin.concern;

import cn.lianxin.kernel.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a concern stands. A move is a method of the state that permits it, so an illegal move does not compile; a state
 * carries exactly its data. Whether somebody may make the move is decided in {@link Concern}.
 */
public sealed interface ConcernState {

    /** The pause that lasts, its own or that of its main concern. */
    default Optional<Stillness> still() {
        return Optional.empty();
    }

    /** Raised and not yet accepted; the desk owns it. */
    record Filed() implements AtDesk, Askable {
        Accepted accept() {
            return new Accepted();
        }

        Declined decline(String reason, String whereToTurn, Instant windowEnds) {
            return new Declined(reason, whereToTurn, windowEnds);
        }

        Replied recordReply(Reply reply, Instant windowEnds) {
            return new Replied(reply, windowEnds);
        }
    }

    /** Accepted and not yet assigned; the desk owns it. */
    record Accepted() implements AtDesk, Assignable {}

    /** Ended and open again, by the worker or because its ending was set aside; the desk owns it and assigns it anew. */
    record RaisedAgain(String why) implements AtDesk, Assignable {}

    /** Assigned to a unit in which nobody has taken it up; the desk still owns it. */
    record Assigned() implements Assignable, WithUnit {
        InHand acknowledge() {
            return InHand.begun();
        }
    }

    /** A person of the lead unit owns it and works on it. */
    record InHand(Optional<ExtensionRequest> extension, Optional<PauseRequest> pause) implements Askable, WithUnit {
        static InHand begun() {
            return new InHand(Optional.empty(), Optional.empty());
        }

        InHand askExtension(Instant until, String reason) {
            return new InHand(Optional.of(new ExtensionRequest(until, reason)), pause);
        }

        InHand decideExtension() {
            return new InHand(Optional.empty(), pause);
        }

        InHand askPause(Instant until, String reason) {
            return new InHand(extension, Optional.of(new PauseRequest(until, reason)));
        }

        InHand refusePause() {
            return new InHand(extension, Optional.empty());
        }

        Paused pause(PauseCause cause, Instant since, Instant until) {
            return new Paused(refusePause(), cause, since, until);
        }

        ReplyDrafted draft(Reply reply, PersonId author) {
            return new ReplyDrafted(reply, author);
        }

        Replied reply(Reply reply, Instant windowEnds) {
            return new Replied(reply, windowEnds);
        }
    }

    /** The clock stands still: the worker agreed, or something outside holds it up and the evidence lies with it. */
    record Paused(InHand before, PauseCause cause, Instant since, Instant until) implements Open {
        InHand resume() {
            return before;
        }

        @Override
        public Optional<Stillness> still() {
            return Optional.of(new Stillness(cause, since, until));
        }
    }

    /** The lead unit says that it is not its matter; until the desk has decided, whoever owned it owns it. */
    record HandedBack(String reason, boolean wasInHand) implements AtUnit {
        Accepted grant() {
            return new Accepted();
        }

        WithUnit refuse() {
            return wasInHand ? InHand.begun() : new Assigned();
        }
    }

    /** Handed back a second time; an arbiter decides, the clock running. */
    record InArbitration(String reason, boolean wasInHand) implements AtUnit {
        Assigned arbitrate() {
            return new Assigned();
        }
    }

    /** The worker was asked for more; the clock runs on. */
    record AskedForMore(Askable before, String question) implements Open {
        Askable resume() {
            return before;
        }
    }

    /** A reply waits for the unit's leader; one without an answer for somebody outside of the unit. */
    record ReplyDrafted(Reply reply, PersonId author) implements AtUnit {
        Replied approve(Instant windowEnds) {
            return new Replied(reply, windowEnds);
        }

        InHand sendBack() {
            return InHand.begun();
        }
    }

    /** Answered; the worker may raise it again or ask for a review until the window ends. */
    record Replied(Reply reply, Instant windowEnds) implements Answered {
        UnderReview askReview(String why) {
            return new UnderReview(ReviewLevel.REVIEW, why, Optional.empty());
        }

        RaisedAgain raiseAgain(String why) {
            return new RaisedAgain(why);
        }
    }

    /** Not ours to handle, with the reason and where to turn. */
    record Declined(String reason, String whereToTurn, Instant windowEnds) implements Answered {
        RaisedAgain raiseAgain(String why) {
            return new RaisedAgain(why);
        }

        RaisedAgain setAside(String why) {
            return new RaisedAgain(why);
        }
    }

    /** Somebody who never touched it looks at it afresh. */
    record UnderReview(ReviewLevel level, String why, Optional<PersonId> reviewer) implements Open {
        UnderReview take(PersonId by) {
            return new UnderReview(level, why, Optional.of(by));
        }

        UnderReview release() {
            return new UnderReview(level, why, Optional.empty());
        }

        ReviewEnd decide(ReviewOutcome outcome, String opinion, Instant windowEnds) {
            return switch (level) {
                case REVIEW -> new Reviewed(outcome, opinion, windowEnds);
                case RE_REVIEW -> new Concluded(Ending.RE_REVIEWED);
            };
        }
    }

    /** Reviewed; the worker may ask for one re-review until the window ends. */
    record Reviewed(ReviewOutcome outcome, String opinion, Instant windowEnds) implements Answered, ReviewEnd {
        UnderReview askReReview(String why) {
            return new UnderReview(ReviewLevel.RE_REVIEW, why, Optional.empty());
        }
    }

    /** Handled together with a main concern, and answered with it; what it was before is kept, so that it can be undone. */
    record Linked(long main, AtDesk before, Optional<Stillness> still) implements Open {
        Linked(long main, AtDesk before) {
            this(main, before, Optional.empty());
        }

        AtDesk unlink() {
            return before;
        }

        Linked pauseWithMain(PauseCause cause, Instant since, Instant until) {
            return new Linked(main, before, Optional.of(new Stillness(cause, since, until)));
        }

        Linked resumeWithMain() {
            return new Linked(main, before);
        }

        Replied replyWithMain(Reply reply, Instant windowEnds) {
            return new Replied(reply, windowEnds);
        }
    }

    /** Over. It says how it ended, and never that it was solved: that is the worker's word alone. */
    record Concluded(Ending ending) implements ReviewEnd {
        RaisedAgain setAside(String why) {
            return new RaisedAgain(why);
        }
    }

    /** Taken back by whoever raised it; where that was set aside, he may raise it again. */
    record Withdrawn(String reason, Optional<String> whySetAside) implements ConcernState {
        Withdrawn(String reason) {
            this(reason, Optional.empty());
        }

        Withdrawn setAside(String why) {
            return new Withdrawn(reason, Optional.of(why));
        }

        RaisedAgain raiseAgain(String why) {
            return new RaisedAgain(why);
        }
    }

    /** Not over yet: there is talk, and the worker may take it back. */
    sealed interface Open extends ConcernState {
        default Withdrawn withdraw(String reason) {
            return new Withdrawn(reason);
        }
    }

    /** What a review leads to: a first one to another window, a second one to the end. */
    sealed interface ReviewEnd extends ConcernState {}

    /** Lies at the desk: it can be put together with a like one, or taken apart. */
    sealed interface AtDesk extends Open {
        default Linked link(long main) {
            return new Linked(main, this);
        }
    }

    /** Can be given to a unit. */
    sealed interface Assignable extends Open {
        default Assigned assign() {
            return new Assigned();
        }
    }

    /** A unit has it, or wants to be rid of it: it can be taken from there. */
    sealed interface AtUnit extends Open {
        default Accepted takeAway() {
            return new Accepted();
        }
    }

    /** Lies with a unit, which may hand it back. */
    sealed interface WithUnit extends AtUnit {
        default HandedBack handBack(String reason) {
            return new HandedBack(reason, this instanceof InHand);
        }

        default InArbitration disputeAgain(String reason) {
            return new InArbitration(reason, this instanceof InHand);
        }
    }

    /** Whoever has it may ask the worker for more. */
    sealed interface Askable extends Open {
        default AskedForMore ask(String question) {
            return new AskedForMore(this, question);
        }
    }

    /** There is an answer and a window in which the worker may go on. */
    sealed interface Answered extends Open {
        Instant windowEnds();

        default Concluded conclude() {
            return new Concluded(
                    switch (this) {
                        case Replied replied -> replied.reply().finding().ending();
                        case Declined _ -> Ending.DECLINED;
                        case Reviewed _ -> Ending.REVIEWED;
                    });
        }
    }

    /** How it ended. */
    enum Ending {
        REPLIED,
        /** Replied that the demand has no ground (无理). */
        UNREASONABLE,
        /** Replied that it cannot be verified (无法核实). */
        UNVERIFIABLE,
        DECLINED,
        REVIEWED,
        RE_REVIEWED
    }

    /** 复查、复核 (信访工作条例 §§35–36). */
    enum ReviewLevel {
        REVIEW,
        RE_REVIEW
    }

    /** What a review finds about the reply. */
    enum ReviewOutcome {
        UPHELD,
        CHANGED,
        SET_ASIDE
    }

    /** Why a clock may stand still; besides the worker's word only what nobody in the house can hasten. */
    enum PauseCause {
        /** The worker agreed. */
        CONSENT,
        /** An appraisal, an identification, a certificate of another authority is awaited. */
        EXPERT_FINDING,
        /** Arbitration, a court or another office decides first. */
        PROCEEDINGS,
        /** A hearing is held (信访工作条例 §36). */
        HEARING,
        /** Flood, snow, stoppage by order. */
        FORCE_MAJEURE
    }

    /** How long the clock stands still, and why. */
    record Stillness(PauseCause cause, Instant since, Instant until) {}

    /** What the handler asked the worker for. */
    record PauseRequest(Instant until, String reason) {}

    /** What the handler asked his superior for. */
    record ExtensionRequest(Instant until, String reason) {}
}
