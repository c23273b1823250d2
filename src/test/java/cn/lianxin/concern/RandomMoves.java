package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.promise.Deadlines;
import cn.lianxin.promise.Grade;
import cn.lianxin.promise.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Random people making random moves on the pure rules. */
final class RandomMoves {

    static final UUID RECORDING = new UUID(1, 1);

    static final Duration PAUSE = Duration.ofDays(5);
    static final Duration LONGEST_PAUSES = Duration.ofDays(20);

    private static final List<UUID> NO_FILES = List.of();

    private final Random random;
    private final Concern main;

    RandomMoves(long seed) {
        this.random = new Random(seed);
        this.main = filed(0, Instant.EPOCH);
    }

    Concern filed(long id, Instant at) {
        var filing = new Filing(
                ConcernKind.values()[random.nextInt(ConcernKind.values().length)],
                Channel.PAGE,
                new Reporter.Anonymous(),
                Optional.empty(),
                "t",
                "w",
                "",
                unit(),
                unit(),
                false,
                at);
        var grade = now(5) ? Grade.U0 : Grade.U3;
        var filed = new ConcernEvent.Filed(owner(), "M6", grade, deadlines(at), NO_FILES);
        return Concern.filed(id, ConcernNumber.of(2026, (int) id), filing, filed, new Step.Author.Speaker());
    }

    /** Somebody with one or two standings. */
    Party party() {
        var all = Standing.values();
        var first = all[random.nextInt(all.length)];
        if (first == Standing.SPEAKER) {
            return new Party(new Actor.ReceiptHolder("r"), Set.of(first), false);
        }
        if (first == Standing.CLOCKWORK) {
            return new Party(new Actor.Clockwork("test"), Set.of(first), false);
        }
        var standings = EnumSet.of(first);
        var second = all[random.nextInt(all.length)];
        if (second != Standing.SPEAKER && second != Standing.CLOCKWORK) {
            standings.add(second);
        }
        return new Party(new Actor.Member(person(), "n", List.of()), standings, random.nextBoolean());
    }

    Concern make(String move, Concern concern, Party by, Instant at) {
        return switch (move) {
            case "accept" -> concern.accept(by, at);
            case "decline" -> concern.decline("r", "w", at.plus(PAUSE), by, at);
            case "reclassify" -> concern.reclassify("A1", Grade.U4, deadlines(at), by, at);
            case "assign" -> concern.assign(assignment(at, false), "", by, at);
            case "acknowledge" -> concern.acknowledge("", by, at);
            case "hand-back" -> concern.handBack("r", by, at);
            case "grant-hand-back" -> concern.grantHandBack("", by, at);
            case "refuse-hand-back" -> concern.refuseHandBack("w", by, at);
            case "arbitrate" -> concern.arbitrate(assignment(at, true), "w", by, at);
            case "say" -> concern.say("s", NO_FILES, by, at);
            case "note" -> concern.note("n", by, at);
            case "ask-for-more" -> concern.askForMore("q", by, at);
            case "give-more" -> concern.giveMore("m", NO_FILES, by, at);
            case "go-on" -> concern.goOn("", by, at);
            case "ask-extension" ->
                concern.askExtension(
                        concern.course().deadlines().replyBy().plus(Duration.ofDays(10)),
                        concern.course().deadlines().replyBy().plus(Duration.ofDays(30)),
                        "r",
                        by,
                        at);
            case "grant-extension" -> concern.grantExtension("", by, at);
            case "refuse-extension" -> concern.refuseExtension("", by, at);
            case "ask-pause" -> concern.askPause(at.plus(PAUSE), "r", LONGEST_PAUSES, by, at);
            case "agree-pause" -> concern.agreePause(by, at);
            case "refuse-pause" -> concern.refusePause("", by, at);
            case "pause" ->
                concern.pause(
                        ConcernState.PauseCause.HEARING,
                        at.plus(PAUSE),
                        "r",
                        List.of(RECORDING),
                        LONGEST_PAUSES,
                        by,
                        at);
            case "resume" -> concern.resume("", by, at);
            case "pause-with-main" -> concern.pauseWithMain(pausedMain(at), by, at);
            case "resume-with-main" -> concern.resumeWithMain(at, by, at);
            case "escalate" -> concern.escalate(Stage.REPLY, "50", unit(), by, at);
            case "hear-alarm" -> concern.hearAlarm(person(), by, at);
            case "ask-to-show" -> concern.askToShow(at.plus(PAUSE), by, at);
            case "show" -> concern.show("s", NO_FILES, by, at);
            case "reply" -> concern.reply(reply(), random.nextBoolean(), by, at);
            case "find-nothing-to-answer" -> concern.reply(nothingToAnswer(), random.nextBoolean(), by, at);
            case "approve-reply" -> concern.approveReply("w", by, at);
            case "return-reply" -> concern.returnReply("w", by, at);
            case "reply-with-main" -> concern.replyWithMain(reply(), by, at);
            case "record-reply" -> concern.recordReply(reply(), by, at);
            case "raise-again" -> concern.raiseAgain("y", NO_FILES, owner(), deadlines(at), by, at);
            case "ask-review" -> concern.askReview("y", NO_FILES, owner(), at.plus(Duration.ofDays(30)), by, at);
            case "take-review" -> concern.takeReview(unit(), by, at);
            case "decide-review" -> concern.decideReview(ConcernState.ReviewOutcome.UPHELD, "o", by, at);
            case "transcribe" -> concern.transcribe(recording(), "t", by, at);
            case "confirm-transcript" -> concern.confirmTranscript(RECORDING, version(concern), by, at);
            case "dispute-transcript" -> concern.disputeTranscript(RECORDING, version(concern), "", NO_FILES, by, at);
            case "conclude" -> concern.conclude(by, at);
            case "close-recorded" -> concern.closeRecorded(by, at);
            case "withdraw" -> concern.withdraw("r", at.plus(PAUSE), by, at);
            case "confirm-ending" -> concern.confirmEnding("r", by, at);
            case "set-ending-aside" -> concern.setEndingAside("r", owner(), deadlines(at), by, at);
            case "link" -> concern.link(main, "", by, at);
            case "unlink" -> concern.unlink("", by, at);
            case "follow" -> concern.follow(main, by, at);
            case "split-off" -> concern.splitOff(9, ConcernNumber.of(2026, 9), "", by, at);
            case "name" -> RecusalMoves.name(concern, about(), "r", by, at);
            case "withdraw-naming" -> RecusalMoves.withdrawNaming(concern, about(), "r", by, at);
            case "step-back" -> RecusalMoves.stepBack(concern, "r", by, at);
            case "climb" -> RecusalMoves.climb(concern, unit(), owner(), now(30), by, at);
            case "move-owner" -> concern.moveOwner(owner(), by, at);
            case "move-unit" -> concern.moveUnit(unit(), unit(), owner(), by, at);
            default -> throw new IllegalArgumentException("no such move: " + move);
        };
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Mostly minutes, now and then so long that a window closes. */
    Duration pause() {
        return random.nextInt(40) == 0 ? Duration.ofDays(random.nextInt(50)) : Duration.ofMinutes(random.nextInt(600));
    }

    boolean now(int outOf) {
        return random.nextInt(outOf) == 0;
    }

    /** One of two, so that a step about one must not touch the other. */
    private UUID recording() {
        return now(2) ? RECORDING : new UUID(2, 2);
    }

    private static int version(Concern concern) {
        var mark = concern.course().transcripts().get(RECORDING);
        return mark == null ? 0 : mark.version();
    }

    private Assignment assignment(Instant at, boolean arbitrated) {
        return new Assignment(unit(), Set.of(unit()), at.plus(Duration.ofDays(7)), arbitrated);
    }

    private static Reply reply() {
        return new Reply("q", "f", "o", "b", Reply.Outcome.EXPLAIN);
    }

    /** One with an outside cause, which holds for some days more. */
    private Concern pausedMain(Instant at) {
        var unit =
                new Party(new Actor.Member(person(), "n", List.of()), EnumSet.of(Standing.DESK, Standing.LEAD), false);
        var filing = main.filing();
        var filed = new ConcernEvent.Filed(owner(), "M6", Grade.U3, deadlines(at), NO_FILES);
        return Concern.filed(0, main.number(), filing, filed, new Step.Author.Speaker())
                .accept(unit, at)
                .assign(assignment(at, false), "", unit, at)
                .acknowledge("", unit, at)
                .pause(ConcernState.PauseCause.HEARING, at.plus(PAUSE), "r", List.of(RECORDING), PAUSE, unit, at);
    }

    private Reply nothingToAnswer() {
        var finding = now(2) ? Reply.Finding.UNREASONABLE : Reply.Finding.UNVERIFIABLE;
        return new Reply("q", "f", "o", "b", Reply.Outcome.NOT_SUPPORT, finding);
    }

    /** Some so far away that even the rarest moves meet one that is not late. */
    private Deadlines deadlines(Instant at) {
        return new Deadlines(at.plus(Duration.ofHours(4)), at.plus(Duration.ofDays(now(2) ? 90 : 900)));
    }

    private Subjects about() {
        return new Subjects(List.of(person()), List.of(unit()));
    }

    private Owner owner() {
        return new Owner(unit(), person());
    }

    private UnitId unit() {
        return new UnitId(1 + random.nextInt(5));
    }

    private PersonId person() {
        return new PersonId(1 + random.nextInt(4));
    }
}
