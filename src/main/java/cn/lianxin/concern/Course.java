package cn.lianxin.concern;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.promise.Deadlines;
import cn.lianxin.promise.Grade;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Everything about a concern that its steps change. {@link #after} is the whole of it: replaying the timeline from the
 * first step gives what is stored.
 *
 * @param handBacks how often it was handed back
 * @param raisedAgain whether the worker has used his one free raising again
 * @param extended whether the one extension was granted
 * @param stopped how long the clock stood still in pauses that are over
 * @param showBy by when the unit has to show how it stands now, while it is asked to
 * @param lookBy by when somebody outside has to look at how it ended, while nobody has
 * @param transcripts how it stands with what was written down of the worker's recordings
 */
record Course(
        ConcernState state,
        Owner owner,
        Optional<Assignment> assignment,
        String matter,
        Grade grade,
        Deadlines deadlines,
        int handBacks,
        boolean raisedAgain,
        boolean extended,
        Map<UUID, TranscriptMark> transcripts,
        Duration stopped,
        Optional<Instant> showBy,
        Optional<Instant> lookBy) {

    Course {
        transcripts = Map.copyOf(transcripts);
    }

    static Course begun(ConcernEvent.Filed filed) {
        return new Course(
                new ConcernState.Filed(),
                filed.owner(),
                Optional.empty(),
                filed.matter(),
                filed.grade(),
                filed.deadlines(),
                0,
                false,
                false,
                Map.of(),
                Duration.ZERO,
                Optional.empty(),
                Optional.empty());
    }

    /** How it stands after this step; refused as {@code moved-on} where the state does not permit it. */
    Course after(ConcernEvent event) {
        return switch (event) {
            case ConcernEvent.Filed _ -> throw new Refusal.Conflict("moved-on");
            case ConcernEvent.Accepted _ ->
                withState(is(ConcernState.Filed.class).accept());
            case ConcernEvent.Declined e ->
                withState(is(ConcernState.Filed.class).decline(e.reason(), e.whereToTurn(), e.windowEnds()))
                        .withLookBy(e.lookBy());
            case ConcernEvent.Reclassified e -> {
                is(ConcernState.AtDesk.class);
                yield withClassification(e.matter(), e.grade()).withDeadlines(e.deadlines());
            }
            case ConcernEvent.Assigned e ->
                withState(is(ConcernState.Assignable.class).assign()).withAssignment(e.assignment());
            case ConcernEvent.Acknowledged e ->
                withState(is(ConcernState.Assigned.class).acknowledge()).withOwner(e.owner());
            case ConcernEvent.HandedBack e -> handedBack(is(ConcernState.WithUnit.class), e.reason());
            case ConcernEvent.HandBackGranted e ->
                withState(is(ConcernState.HandedBack.class).grant()).withOwner(e.owner());
            case ConcernEvent.HandBackRefused _ ->
                withState(is(ConcernState.HandedBack.class).refuse());
            case ConcernEvent.Arbitrated e ->
                withState(is(ConcernState.InArbitration.class).arbitrate()).withAssignment(e.assignment());
            case ConcernEvent.Said _ -> withState(is(ConcernState.Open.class));
            case ConcernEvent.Noted _ -> this;
            case ConcernEvent.AskedForMore e ->
                withState(is(ConcernState.Askable.class).ask(e.question()));
            case ConcernEvent.GaveMore _ ->
                withState(is(ConcernState.AskedForMore.class).resume());
            case ConcernEvent.WentOn _ ->
                withState(is(ConcernState.AskedForMore.class).resume());
            case ConcernEvent.ExtensionAsked e ->
                withState(is(ConcernState.InHand.class).askExtension(e.until(), e.reason()));
            case ConcernEvent.ExtensionGranted e -> extended(is(ConcernState.InHand.class), e);
            case ConcernEvent.ExtensionRefused _ ->
                withState(is(ConcernState.InHand.class).decideExtension());
            case ConcernEvent.PauseAsked e ->
                withState(is(ConcernState.InHand.class).askPause(e.until(), e.reason()));
            case ConcernEvent.PauseRefused _ ->
                withState(is(ConcernState.InHand.class).refusePause());
            case ConcernEvent.Paused e -> paused(e);
            case ConcernEvent.Resumed e -> resumed(e);
            case ConcernEvent.Escalated _, ConcernEvent.AlarmHeard _ -> withState(is(ConcernState.Open.class));
            case ConcernEvent.AskedToShow e -> showing(Optional.of(e.showBy()));
            case ConcernEvent.Shown _ -> showing(Optional.empty());
            case ConcernEvent.ReplyDrafted e ->
                withState(is(ConcernState.InHand.class).draft(e.reply(), e.author()));
            case ConcernEvent.ReplyReturned _ ->
                withState(is(ConcernState.ReplyDrafted.class).sendBack());
            case ConcernEvent.Replied e -> replied(e);
            case ConcernEvent.Recorded e ->
                withState(is(ConcernState.Filed.class).recordReply(e.reply(), e.windowEnds()));
            case ConcernEvent.RaisedAgain e -> raisedAgain(e);
            case ConcernEvent.ReviewAsked e -> reviewAsked(e);
            case ConcernEvent.ReviewTaken e ->
                withState(is(ConcernState.UnderReview.class).take(e.owner().person()))
                        .withOwner(e.owner());
            case ConcernEvent.Reviewed e ->
                withState(is(ConcernState.UnderReview.class).decide(e.outcome(), e.opinion(), e.windowEnds()));
            case ConcernEvent.Transcribed e ->
                marked(e.recording(), mark(e.recording()).rewritten());
            case ConcernEvent.TranscriptConfirmed e ->
                marked(e.recording(), mark(e.recording()).confirmed(e.version()));
            case ConcernEvent.TranscriptDisputed e ->
                marked(e.recording(), mark(e.recording()).disputed(e.version()));
            case ConcernEvent.Concluded _ ->
                withState(is(ConcernState.Answered.class).conclude());
            case ConcernEvent.Withdrawn e ->
                withState(is(ConcernState.Open.class).withdraw(e.reason())).withLookBy(e.lookBy());
            case ConcernEvent.EndingConfirmed _ -> looked();
            case ConcernEvent.DeclinationSetAside e ->
                looked().withState(declinationSetAside(e.reason()))
                        .withOwner(e.owner())
                        .withDeadlines(e.deadlines());
            case ConcernEvent.WithdrawalSetAside e ->
                looked().withState(is(ConcernState.Withdrawn.class).setAside(e.reason()));
            case ConcernEvent.Linked e ->
                withState(is(ConcernState.AtDesk.class).link(e.main()));
            case ConcernEvent.Unlinked _ ->
                withState(is(ConcernState.Linked.class).unlink());
            case ConcernEvent.Followed e -> followed(is(ConcernState.Linked.class), e);
            case ConcernEvent.SplitOff _ -> withState(is(ConcernState.AtDesk.class));
            case ConcernEvent.OwnerMoved e -> withState(released()).withOwner(e.owner());
            case ConcernEvent.UnitSucceeded e -> succeeded(e);
            case ConcernEvent.Named _, ConcernEvent.NamingWithdrawn _, ConcernEvent.SteppedBack _ -> this;
            case ConcernEvent.Climbed e -> climbed(e);
        };
    }

    private <S> S is(Class<S> permitted) {
        if (permitted.isInstance(state)) {
            return permitted.cast(state);
        }
        throw new Refusal.Conflict("moved-on");
    }

    private Course handedBack(ConcernState.WithUnit withUnit, String reason) {
        var next = handBacks == 0 ? withUnit.handBack(reason) : withUnit.disputeAgain(reason);
        return withState(next).withHandBacks(handBacks + 1);
    }

    private Course extended(ConcernState.InHand inHand, ConcernEvent.ExtensionGranted granted) {
        return withState(inHand.decideExtension())
                .withDeadlines(deadlines.withReplyBy(granted.until()))
                .withExtended();
    }

    private Course paused(ConcernEvent.Paused event) {
        var next = state instanceof ConcernState.Linked linked
                ? linked.pauseWithMain(event.cause(), event.since(), event.until())
                : is(ConcernState.InHand.class).pause(event.cause(), event.since(), event.until());
        var length = Duration.between(event.since(), event.until());
        return withState(next)
                .withDeadlines(deadlines.withReplyBy(deadlines.replyBy().plus(length)));
    }

    private Course resumed(ConcernEvent.Resumed event) {
        var still = state.still().orElseThrow(() -> new Refusal.Conflict("moved-on"));
        var next = state instanceof ConcernState.Linked linked
                ? linked.resumeWithMain()
                : is(ConcernState.Paused.class).resume();
        var unused = Duration.between(event.from(), still.until());
        var stood = Duration.between(still.since(), event.from());
        return withState(next)
                .withDeadlines(deadlines.withReplyBy(deadlines.replyBy().minus(unused)))
                .withStopped(stopped.plus(stood));
    }

    private Course replied(ConcernEvent.Replied event) {
        return withState(
                switch (state) {
                    case ConcernState.InHand inHand -> inHand.reply(event.reply(), event.windowEnds());
                    case ConcernState.ReplyDrafted drafted -> drafted.approve(event.windowEnds());
                    case ConcernState.Linked linked -> linked.replyWithMain(event.reply(), event.windowEnds());
                    case ConcernState.AtDesk _, ConcernState.Assigned _, ConcernState.HandedBack _ -> moved();
                    case ConcernState.InArbitration _, ConcernState.AskedForMore _, ConcernState.Answered _ -> moved();
                    case ConcernState.UnderReview _, ConcernState.Concluded _, ConcernState.Withdrawn _ -> moved();
                    case ConcernState.Paused _ -> moved();
                });
    }

    /** What was answered can be looked at again, also when its file is closed. */
    private Course showing(Optional<Instant> by) {
        if (!(state instanceof ConcernState.Answered) && !(state instanceof ConcernState.Concluded)) {
            throw new Refusal.Conflict("moved-on");
        }
        return withShowBy(by);
    }

    private static ConcernState moved() {
        throw new Refusal.Conflict("moved-on");
    }

    private Course raisedAgain(ConcernEvent.RaisedAgain event) {
        var again = withOwner(event.owner()).withDeadlines(event.deadlines()).withLookBy(Optional.empty());
        if (state instanceof ConcernState.Withdrawn withdrawn
                && withdrawn.whySetAside().isPresent()) {
            return again.withState(withdrawn.raiseAgain(event.why()));
        }
        var next =
                switch (is(ConcernState.Answered.class)) {
                    case ConcernState.Replied replied -> replied.raiseAgain(event.why());
                    case ConcernState.Declined declined -> declined.raiseAgain(event.why());
                    case ConcernState.Reviewed _ -> moved();
                };
        return again.withState(next).withRaisedAgain();
    }

    /** Somebody outside has looked; refused where nobody waits for it. */
    private Course looked() {
        if (lookBy.isEmpty()) {
            throw new Refusal.Conflict("moved-on");
        }
        return withLookBy(Optional.empty());
    }

    /** Its file may be closed by then. */
    private ConcernState declinationSetAside(String why) {
        return switch (state) {
            case ConcernState.Declined declined -> declined.setAside(why);
            case ConcernState.Concluded concluded -> concluded.setAside(why);
            default -> moved();
        };
    }

    private Course reviewAsked(ConcernEvent.ReviewAsked event) {
        var next =
                switch (is(ConcernState.Answered.class)) {
                    case ConcernState.Replied replied -> replied.askReview(event.why());
                    case ConcernState.Reviewed reviewed -> reviewed.askReReview(event.why());
                    case ConcernState.Declined _ -> moved();
                };
        return withState(next).withOwner(event.owner()).withDeadlines(deadlines.withReplyBy(event.decideBy()));
    }

    /** A review waits for another reviewer when its own is gone. */
    private ConcernState released() {
        return state instanceof ConcernState.UnderReview review ? review.release() : state;
    }

    private Course climbed(ConcernEvent.Climbed event) {
        if (!event.released()) {
            return withState(released()).withOwner(event.owner());
        }
        return with(changed -> {
            changed.state = state instanceof ConcernState.AtUnit atUnit ? atUnit.takeAway() : released();
            changed.owner = event.owner();
            changed.assignment = Optional.empty();
        });
    }

    private TranscriptMark mark(UUID recording) {
        return transcripts.getOrDefault(recording, TranscriptMark.UNWRITTEN);
    }

    private Course marked(UUID recording, TranscriptMark mark) {
        var marks = new HashMap<>(transcripts);
        marks.put(recording, mark);
        return withState(is(ConcernState.Open.class)).withTranscripts(marks);
    }

    private Course succeeded(ConcernEvent.UnitSucceeded event) {
        var following = withOwner(event.owner());
        return assignment
                .map(it -> following.withAssignment(it.succeeded(event.gone(), event.successor())))
                .orElse(following);
    }

    private Course followed(ConcernState.Linked linked, ConcernEvent.Followed event) {
        var following = withState(linked).withOwner(event.owner());
        return event.assignment().isEmpty()
                ? following
                : following.withAssignment(event.assignment().getFirst());
    }

    private Course withState(ConcernState next) {
        return with(changed -> changed.state = next);
    }

    private Course withOwner(Owner next) {
        return with(changed -> changed.owner = next);
    }

    private Course withAssignment(Assignment next) {
        return with(changed -> changed.assignment = Optional.of(next));
    }

    private Course withClassification(String otherMatter, Grade otherGrade) {
        return with(changed -> {
            changed.matter = otherMatter;
            changed.grade = otherGrade;
        });
    }

    private Course withDeadlines(Deadlines next) {
        return with(changed -> changed.deadlines = next);
    }

    private Course withHandBacks(int next) {
        return with(changed -> changed.handBacks = next);
    }

    private Course withRaisedAgain() {
        return with(changed -> changed.raisedAgain = true);
    }

    private Course withExtended() {
        return with(changed -> changed.extended = true);
    }

    private Course withTranscripts(Map<UUID, TranscriptMark> next) {
        return with(changed -> changed.transcripts = next);
    }

    private Course withStopped(Duration next) {
        return with(changed -> changed.stopped = next);
    }

    private Course withShowBy(Optional<Instant> next) {
        return with(changed -> changed.showBy = next);
    }

    private Course withLookBy(Optional<Instant> next) {
        return with(changed -> changed.lookBy = next);
    }

    private Course with(Consumer<Changed> change) {
        var changed = new Changed(this);
        change.accept(changed);
        return changed.course();
    }

    /** A course while one thing of it changes, so that nothing else need be named. */
    private static final class Changed {
        private ConcernState state;
        private Owner owner;
        private Optional<Assignment> assignment;
        private String matter;
        private Grade grade;
        private Deadlines deadlines;
        private int handBacks;
        private boolean raisedAgain;
        private boolean extended;
        private Map<UUID, TranscriptMark> transcripts;
        private Duration stopped;
        private Optional<Instant> showBy;
        private Optional<Instant> lookBy;

        Changed(Course from) {
            this.state = from.state;
            this.owner = from.owner;
            this.assignment = from.assignment;
            this.matter = from.matter;
            this.grade = from.grade;
            this.deadlines = from.deadlines;
            this.handBacks = from.handBacks;
            this.raisedAgain = from.raisedAgain;
            this.extended = from.extended;
            this.transcripts = from.transcripts;
            this.stopped = from.stopped;
            this.showBy = from.showBy;
            this.lookBy = from.lookBy;
        }

        Course course() {
            return new Course(
                    state,
                    owner,
                    assignment,
                    matter,
                    grade,
                    deadlines,
                    handBacks,
                    raisedAgain,
                    extended,
                    transcripts,
                    stopped,
                    showBy,
                    lookBy);
        }
    }
}
