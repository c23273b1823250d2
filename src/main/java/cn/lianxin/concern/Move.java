package cn.lianxin.concern;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.promise.Deadlines;
import cn.lianxin.promise.Grade;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The moves as a page offers them. What is on offer is found by trying the rules themselves, so the two never differ. */
public enum Move {
    ACCEPT,
    DECLINE,
    RECLASSIFY,
    ASSIGN,
    ACKNOWLEDGE,
    HAND_BACK,
    DECIDE_HAND_BACK,
    ARBITRATE,
    SAY,
    NOTE,
    ASK_FOR_MORE,
    GIVE_MORE,
    GO_ON,
    ASK_EXTENSION,
    DECIDE_EXTENSION,
    ASK_PAUSE,
    DECIDE_PAUSE,
    PAUSE,
    RESUME,
    SHOW,
    REPLY,
    DECIDE_REPLY,
    RETURN_REPLY,
    RAISE_AGAIN,
    ASK_REVIEW,
    TAKE_REVIEW,
    DECIDE_REVIEW,
    TRANSCRIBE,
    CONFIRM_TRANSCRIPT,
    DISPUTE_TRANSCRIPT,
    CONCLUDE,
    WITHDRAW,
    DECIDE_ENDING,
    LINK,
    UNLINK,
    SPLIT,
    NAME,
    WITHDRAW_NAMING,
    STEP_BACK;

    private static final String WORD = "…";
    private static final Map.Entry<UUID, TranscriptMark> UNWRITTEN =
            Map.entry(new UUID(0, 0), TranscriptMark.UNWRITTEN);

    static Set<Move> openTo(Party party, Concern concern, Instant at) {
        var open = EnumSet.noneOf(Move.class);
        for (var move : values()) {
            try {
                if (!move.tried(concern, party, at).unsaved().isEmpty()) {
                    open.add(move);
                }
            } catch (Refusal closed) {
                continue;
            }
        }
        return open;
    }

    private Concern tried(Concern concern, Party by, Instant at) {
        var course = concern.course();
        var unit = new UnitId(0);
        var assignment = new Assignment(unit, Set.of(), at, false);
        return switch (this) {
            case ACCEPT -> concern.accept(by, at);
            case DECLINE -> concern.decline(WORD, WORD, at, by, at);
            case RECLASSIFY -> concern.reclassify(course.matter(), Grade.U3, course.deadlines(), by, at);
            case ASSIGN -> concern.assign(assignment, WORD, by, at);
            case ACKNOWLEDGE -> concern.acknowledge(WORD, by, at);
            case HAND_BACK -> concern.handBack(WORD, by, at);
            case DECIDE_HAND_BACK -> concern.grantHandBack(WORD, by, at);
            case ARBITRATE -> concern.arbitrate(assignment, WORD, by, at);
            case SAY -> concern.say(WORD, List.of(), by, at);
            case NOTE -> concern.note(WORD, by, at);
            case ASK_FOR_MORE -> concern.askForMore(WORD, by, at);
            case GIVE_MORE -> concern.giveMore(WORD, List.of(), by, at);
            case GO_ON -> concern.goOn(WORD, by, at);
            case ASK_EXTENSION ->
                concern.askExtension(course.deadlines().replyBy().plusSeconds(60), Instant.MAX, WORD, by, at);
            case DECIDE_EXTENSION -> concern.grantExtension(WORD, by, at);
            case ASK_PAUSE ->
                concern.askPause(at.plusSeconds(1), WORD, course.stopped().plusSeconds(2), by, at);
            case DECIDE_PAUSE -> concern.refusePause(WORD, by, at);
            case PAUSE ->
                concern.pause(
                        ConcernState.PauseCause.HEARING,
                        at.plusSeconds(1),
                        WORD,
                        List.of(UNWRITTEN.getKey()),
                        course.stopped().plusSeconds(2),
                        by,
                        at);
            case RESUME -> concern.resume(WORD, by, at);
            case SHOW -> concern.show(WORD, List.of(), by, at);
            case REPLY -> concern.reply(new Reply(WORD, WORD, WORD, WORD, Reply.Outcome.EXPLAIN), false, by, at);
            case DECIDE_REPLY -> concern.approveReply(WORD, by, at);
            case RETURN_REPLY -> concern.returnReply(WORD, by, at);
            case RAISE_AGAIN -> concern.raiseAgain(WORD, List.of(), course.owner(), course.deadlines(), by, at);
            case ASK_REVIEW -> concern.askReview(WORD, List.of(), course.owner(), at, by, at);
            case TAKE_REVIEW -> concern.takeReview(unit, by, at);
            case DECIDE_REVIEW -> concern.decideReview(ConcernState.ReviewOutcome.UPHELD, WORD, by, at);
            case TRANSCRIBE -> concern.transcribe(UNWRITTEN.getKey(), WORD, by, at);
            case CONFIRM_TRANSCRIPT -> {
                var open = unconfirmed(course.transcripts()).orElse(UNWRITTEN);
                yield concern.confirmTranscript(open.getKey(), open.getValue().version(), by, at);
            }
            case DISPUTE_TRANSCRIPT -> {
                var any = course.transcripts().entrySet().stream().findAny().orElse(UNWRITTEN);
                yield concern.disputeTranscript(any.getKey(), any.getValue().version(), WORD, List.of(), by, at);
            }
            case CONCLUDE -> concern.conclude(by, at);
            case WITHDRAW -> concern.withdraw(WORD, at, by, at);
            case DECIDE_ENDING -> concern.confirmEnding(WORD, by, at);
            case LINK -> concern.link(some(concern, at), WORD, by, at);
            case UNLINK -> concern.unlink(WORD, by, at);
            case NAME -> RecusalMoves.name(concern, Subjects.NOBODY, WORD, by, at);
            case WITHDRAW_NAMING -> RecusalMoves.withdrawNaming(concern, Subjects.NOBODY, WORD, by, at);
            case STEP_BACK -> RecusalMoves.stepBack(concern, WORD, by, at);
            case SPLIT -> concern.splitOff(0, concern.number(), WORD, by, at);
        };
    }

    private static Optional<Map.Entry<UUID, TranscriptMark>> unconfirmed(Map<UUID, TranscriptMark> transcripts) {
        return transcripts.entrySet().stream()
                .filter(mark -> mark.getValue().state() != TranscriptState.CONFIRMED)
                .findAny();
    }

    /** Any open concern of the same circle, to try whether this one could be linked to one. */
    private static Concern some(Concern like, Instant at) {
        var filed = new ConcernEvent.Filed(
                like.course().owner(), like.course().matter(), like.course().grade(), new Deadlines(at, at), List.of());
        return Concern.filed(-1, like.number(), like.filing(), filed, new Step.Author.Clockwork());
    }
}
