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

/**
 * Everything about a concern that its steps change. {@link #after} is the whole of it: replaying the timeline from the
 * first step gives what is stored.
 *
 * @param handBacks how often it was handed back
 * @param raisedAgain whether the worker has used his one free raising again
 * @param extended whether the one extension was granted
 * @param stopped how long the clock stood still in pauses that are over
 * @param showBy by when the unit has to show how it stands now, while it is asked to
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
        Optional<Instant> showBy) {

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
                Optional.empty());
    }

    /** How it stands after this step; refused as {@code moved-on} where the state does not permit it. */
    Course after(ConcernEvent event) {
        return switch (event) {
            case ConcernEvent.Filed _ -> throw new Refusal.Conflict("moved-on");
            case ConcernEvent.Accepted _ -> to(is(ConcernState.Filed.class).accept());
            case ConcernEvent.Declined e ->
                to(is(ConcernState.Filed.class).decline(e.reason(), e.whereToTurn(), e.windowEnds()));
            case ConcernEvent.Reclassified e -> {
                is(ConcernState.AtDesk.class);
                yield new Course(
                        state,
                        owner,
                        assignment,
                        e.matter(),
                        e.grade(),
                        e.deadlines(),
                        handBacks,
                        raisedAgain,
                        extended,
                        transcripts,
                        stopped,
                        showBy);
            }
            case ConcernEvent.Assigned e ->
                to(is(ConcernState.Assignable.class).assign()).with(e.assignment());
            case ConcernEvent.Acknowledged e ->
                to(is(ConcernState.Assigned.class).acknowledge()).with(e.owner());
            case ConcernEvent.HandedBack e -> handedBack(is(ConcernState.WithUnit.class), e.reason());
            case ConcernEvent.HandBackGranted e ->
                to(is(ConcernState.HandedBack.class).grant()).with(e.owner());
            case ConcernEvent.HandBackRefused _ ->
                to(is(ConcernState.HandedBack.class).refuse());
            case ConcernEvent.Arbitrated e ->
                to(is(ConcernState.InArbitration.class).arbitrate()).with(e.assignment());
            case ConcernEvent.Said _ -> to(is(ConcernState.Open.class));
            case ConcernEvent.Noted _ -> this;
            case ConcernEvent.AskedForMore e ->
                to(is(ConcernState.Askable.class).ask(e.question()));
            case ConcernEvent.GaveMore _ ->
                to(is(ConcernState.AskedForMore.class).resume());
            case ConcernEvent.WentOn _ -> to(is(ConcernState.AskedForMore.class).resume());
            case ConcernEvent.ExtensionAsked e ->
                to(is(ConcernState.InHand.class).askExtension(e.until(), e.reason()));
            case ConcernEvent.ExtensionGranted e -> extended(is(ConcernState.InHand.class), e);
            case ConcernEvent.ExtensionRefused _ ->
                to(is(ConcernState.InHand.class).decideExtension());
            case ConcernEvent.PauseAsked e -> to(is(ConcernState.InHand.class).askPause(e.until(), e.reason()));
            case ConcernEvent.PauseRefused _ -> to(is(ConcernState.InHand.class).refusePause());
            case ConcernEvent.Paused e -> paused(is(ConcernState.InHand.class), e);
            case ConcernEvent.Resumed e -> resumed(is(ConcernState.Paused.class), e);
            case ConcernEvent.Escalated _, ConcernEvent.AlarmHeard _ -> to(is(ConcernState.Open.class));
            case ConcernEvent.AskedToShow e -> showing(Optional.of(e.showBy()));
            case ConcernEvent.Shown _ -> showing(Optional.empty());
            case ConcernEvent.ReplyDrafted e -> to(is(ConcernState.InHand.class).draft(e.reply(), e.author()));
            case ConcernEvent.ReplyReturned _ ->
                to(is(ConcernState.ReplyDrafted.class).sendBack());
            case ConcernEvent.Replied e -> replied(e);
            case ConcernEvent.Recorded e -> to(is(ConcernState.Filed.class).recordReply(e.reply(), e.windowEnds()));
            case ConcernEvent.RaisedAgain e -> raisedAgain(e);
            case ConcernEvent.ReviewAsked e -> reviewAsked(e);
            case ConcernEvent.ReviewTaken e ->
                to(is(ConcernState.UnderReview.class).take(e.owner().person())).with(e.owner());
            case ConcernEvent.Reviewed e ->
                to(is(ConcernState.UnderReview.class).decide(e.outcome(), e.opinion(), e.windowEnds()));
            case ConcernEvent.Transcribed e ->
                marked(e.recording(), mark(e.recording()).rewritten());
            case ConcernEvent.TranscriptConfirmed e ->
                marked(e.recording(), mark(e.recording()).confirmed(e.version()));
            case ConcernEvent.TranscriptDisputed e ->
                marked(e.recording(), mark(e.recording()).disputed(e.version()));
            case ConcernEvent.Concluded _ -> to(is(ConcernState.Answered.class).conclude());
            case ConcernEvent.Withdrawn e -> to(is(ConcernState.Open.class).withdraw(e.reason()));
            case ConcernEvent.Linked e -> to(is(ConcernState.AtDesk.class).link(e.main()));
            case ConcernEvent.Unlinked _ -> to(is(ConcernState.Linked.class).unlink());
            case ConcernEvent.Followed e -> followed(is(ConcernState.Linked.class), e);
            case ConcernEvent.SplitOff _ -> to(is(ConcernState.AtDesk.class));
            case ConcernEvent.OwnerMoved e -> to(released()).with(e.owner());
            case ConcernEvent.UnitSucceeded e -> succeeded(e);
        };
    }

    private <S> S is(Class<S> permitted) {
        if (permitted.isInstance(state)) {
            return permitted.cast(state);
        }
        throw new Refusal.Conflict("moved-on");
    }

    private Course to(ConcernState next) {
        return new Course(
                next,
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
                showBy);
    }

    private Course with(Owner next) {
        return new Course(
                state,
                next,
                assignment,
                matter,
                grade,
                deadlines,
                handBacks,
                raisedAgain,
                extended,
                transcripts,
                stopped,
                showBy);
    }

    private Course with(Assignment next) {
        return new Course(
                state,
                owner,
                Optional.of(next),
                matter,
                grade,
                deadlines,
                handBacks,
                raisedAgain,
                extended,
                transcripts,
                stopped,
                showBy);
    }

    private Course with(Deadlines next) {
        return new Course(
                state,
                owner,
                assignment,
                matter,
                grade,
                next,
                handBacks,
                raisedAgain,
                extended,
                transcripts,
                stopped,
                showBy);
    }

    private Course handedBack(ConcernState.WithUnit withUnit, String reason) {
        var next = handBacks == 0 ? withUnit.handBack(reason) : withUnit.disputeAgain(reason);
        return new Course(
                next,
                owner,
                assignment,
                matter,
                grade,
                deadlines,
                handBacks + 1,
                raisedAgain,
                extended,
                transcripts,
                stopped,
                showBy);
    }

    private Course extended(ConcernState.InHand inHand, ConcernEvent.ExtensionGranted granted) {
        var later = deadlines.withReplyBy(granted.until());
        return new Course(
                inHand.decideExtension(),
                owner,
                assignment,
                matter,
                grade,
                later,
                handBacks,
                raisedAgain,
                true,
                transcripts,
                stopped,
                showBy);
    }

    private Course paused(ConcernState.InHand inHand, ConcernEvent.Paused event) {
        var length = Duration.between(event.since(), event.until());
        return to(inHand.pause(event.cause(), event.since(), event.until()))
                .with(deadlines.withReplyBy(deadlines.replyBy().plus(length)));
    }

    private Course resumed(ConcernState.Paused paused, ConcernEvent.Resumed event) {
        var unused = Duration.between(event.from(), paused.until());
        var stood = Duration.between(paused.since(), event.from());
        return new Course(
                paused.resume(),
                owner,
                assignment,
                matter,
                grade,
                deadlines.withReplyBy(deadlines.replyBy().minus(unused)),
                handBacks,
                raisedAgain,
                extended,
                transcripts,
                stopped.plus(stood),
                showBy);
    }

    private Course replied(ConcernEvent.Replied event) {
        return to(
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
                by);
    }

    private static ConcernState moved() {
        throw new Refusal.Conflict("moved-on");
    }

    private Course raisedAgain(ConcernEvent.RaisedAgain event) {
        var next =
                switch (is(ConcernState.Answered.class)) {
                    case ConcernState.Replied replied -> replied.raiseAgain(event.why());
                    case ConcernState.Declined declined -> declined.raiseAgain(event.why());
                    case ConcernState.Reviewed _ -> moved();
                };
        return new Course(
                next,
                event.owner(),
                assignment,
                matter,
                grade,
                event.deadlines(),
                handBacks,
                true,
                extended,
                transcripts,
                stopped,
                showBy);
    }

    private Course reviewAsked(ConcernEvent.ReviewAsked event) {
        var next =
                switch (is(ConcernState.Answered.class)) {
                    case ConcernState.Replied replied -> replied.askReview(event.why());
                    case ConcernState.Reviewed reviewed -> reviewed.askReReview(event.why());
                    case ConcernState.Declined _ -> moved();
                };
        return to(next).with(event.owner()).with(deadlines.withReplyBy(event.decideBy()));
    }

    /** A review waits for another reviewer when its own is gone. */
    private ConcernState released() {
        return state instanceof ConcernState.UnderReview review ? review.release() : state;
    }

    private TranscriptMark mark(UUID recording) {
        return transcripts.getOrDefault(recording, TranscriptMark.UNWRITTEN);
    }

    private Course marked(UUID recording, TranscriptMark mark) {
        var marks = new HashMap<>(transcripts);
        marks.put(recording, mark);
        return new Course(
                is(ConcernState.Open.class),
                owner,
                assignment,
                matter,
                grade,
                deadlines,
                handBacks,
                raisedAgain,
                extended,
                marks,
                stopped,
                showBy);
    }

    private Course succeeded(ConcernEvent.UnitSucceeded event) {
        var following = with(event.owner());
        return assignment
                .map(it -> following.with(it.succeeded(event.gone(), event.successor())))
                .orElse(following);
    }

    private Course followed(ConcernState.Linked linked, ConcernEvent.Followed event) {
        var following = to(linked).with(event.owner());
        return event.assignment().isEmpty()
                ? following
                : following.with(event.assignment().getFirst());
    }
}
