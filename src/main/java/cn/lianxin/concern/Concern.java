package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.promise.Deadlines;
import cn.lianxin.promise.Grade;
import cn.lianxin.promise.Stage;
import cn.lianxin.promise.TimeLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One concern. Its version is the number of its stored steps. A move asks who may make it and when, and gives the concern as it stands afterwards with one step more;
 * nothing here reaches for a database or a clock.
 */
record Concern(long id, ConcernNumber number, int version, Filing filing, Course course, List<Step> unsaved) {

    static final Duration WINDOW = Duration.ofDays(30);

    Concern {
        unsaved = List.copyOf(unsaved);
    }

    static Concern filed(long id, ConcernNumber number, Filing filing, ConcernEvent.Filed filed, Step.Author by) {
        return new Concern(id, number, 0, filing, Course.begun(filed), List.of(new Step(filed, by, filing.filedAt())));
    }

    /** The same, of which it is known now who raised it. */
    Concern by(Reporter reporter) {
        return new Concern(id, number, version, filing.by(reporter), course, unsaved);
    }

    Concern accept(Party by, Instant at) {
        by.mustBe(Standing.DESK);
        return then(new ConcernEvent.Accepted(), by, at);
    }

    /** @param lookBy by when somebody outside has to look at it */
    Concern decline(String reason, String whereToTurn, Instant lookBy, Party by, Instant at) {
        by.mustBe(Standing.DESK);
        mustBeGiven("reason", reason);
        mustBeGiven("whereToTurn", whereToTurn);
        return then(new ConcernEvent.Declined(reason, whereToTurn, at.plus(WINDOW), Optional.of(lookBy)), by, at);
    }

    /**
     * Corrects matter and grade; the promise given at filing is kept or becomes stricter. What was a danger to life stays
     * one: it cannot be hidden under another grade.
     */
    Concern reclassify(String matter, Grade grade, Deadlines rule, Party by, Instant at) {
        by.mustBe(Standing.DESK);
        return then(
                new ConcernEvent.Reclassified(
                        matter,
                        lifeSafety() ? Grade.U0 : grade,
                        course.deadlines().stricter(rule)),
                by,
                at);
    }

    Concern assign(Assignment assignment, String word, Party by, Instant at) {
        by.mustBe(Standing.DESK);
        return then(new ConcernEvent.Assigned(assignment, word), by, at);
    }

    Concern acknowledge(String word, Party by, Instant at) {
        by.mustBe(Standing.LEAD);
        return then(new ConcernEvent.Acknowledged(new Owner(lead(), by.person()), word), by, at);
    }

    /** A first time within five working days to the desk, a second time to an arbiter, never a third. */
    Concern handBack(String reason, Party by, Instant at) {
        by.mustBe(Standing.LEAD);
        mustBeGiven("reason", reason);
        var handed = then(new ConcernEvent.HandedBack(reason), by, at);
        var assignment = assignment();
        if (assignment.arbitrated()) {
            throw new Refusal.Conflict("arbitrated-is-final");
        }
        if (at.isAfter(assignment.handBackBy())) {
            throw new Refusal.Conflict("hand-back-too-late");
        }
        return handed;
    }

    Concern grantHandBack(String word, Party by, Instant at) {
        by.mustBe(Standing.DESK);
        return then(new ConcernEvent.HandBackGranted(new Owner(filing.desk(), by.person()), word), by, at);
    }

    Concern refuseHandBack(String word, Party by, Instant at) {
        by.mustBe(Standing.DESK);
        mustBeGiven("word", word);
        return then(new ConcernEvent.HandBackRefused(word), by, at);
    }

    Concern arbitrate(Assignment assignment, String word, Party by, Instant at) {
        by.mustBe(Standing.ARBITER);
        mustBeGiven("word", word);
        return then(new ConcernEvent.Arbitrated(assignment, word), by, at);
    }

    Concern say(String text, List<UUID> attachments, Party by, Instant at) {
        by.mustBe(Standing.SPEAKER, Standing.DESK, Standing.LEAD, Standing.ASSISTING, Standing.LEADER);
        mustBeSaid(text, attachments);
        return then(new ConcernEvent.Said(text, attachments), by, at);
    }

    Concern note(String text, Party by, Instant at) {
        by.mustBe(
                Standing.DESK,
                Standing.LEAD,
                Standing.ASSISTING,
                Standing.LEADER,
                Standing.ARBITER,
                Standing.SUPERVISOR);
        mustBeGiven("text", text);
        return then(new ConcernEvent.Noted(text), by, at);
    }

    Concern askForMore(String question, Party by, Instant at) {
        by.mustBe(course.state() instanceof ConcernState.Filed ? Standing.DESK : Standing.LEAD);
        mustBeGiven("text", question);
        return then(new ConcernEvent.AskedForMore(question), by, at);
    }

    Concern giveMore(String text, List<UUID> attachments, Party by, Instant at) {
        by.mustBe(Standing.SPEAKER);
        mustBeSaid(text, attachments);
        return then(new ConcernEvent.GaveMore(text, attachments), by, at);
    }

    /** Whoever asked goes on without an answer. */
    Concern goOn(String word, Party by, Instant at) {
        var askedByDesk = course.state() instanceof ConcernState.AskedForMore asked
                && asked.before() instanceof ConcernState.Filed;
        by.mustBe(askedByDesk ? Standing.DESK : Standing.LEAD);
        return then(new ConcernEvent.WentOn(word), by, at);
    }

    /** @param latest as far as the rules of today let a promise be moved */
    Concern askExtension(Instant until, Instant latest, String reason, Party by, Instant at) {
        by.mustBe(Standing.LEAD);
        mustBeGiven("reason", reason);
        var asked = then(new ConcernEvent.ExtensionAsked(until, reason), by, at);
        var promised = course.deadlines().replyBy();
        if (course.extended() || pendingExtension().isPresent()) {
            throw new Refusal.Conflict("extended-once");
        }
        if (!until.isAfter(promised) || until.isAfter(latest)) {
            throw new Refusal.Violation("until", "extension-too-long", day(latest));
        }
        return asked;
    }

    Concern grantExtension(String word, Party by, Instant at) {
        by.mustBe(Standing.LEADER);
        var pending = pendingExtension().orElseThrow(() -> new Refusal.Conflict("moved-on"));
        mustNotBeOwn(course.owner().person(), by);
        return then(new ConcernEvent.ExtensionGranted(pending.until(), word), by, at);
    }

    Concern refuseExtension(String word, Party by, Instant at) {
        by.mustBe(Standing.LEADER);
        if (pendingExtension().isEmpty()) {
            throw new Refusal.Conflict("moved-on");
        }
        return then(new ConcernEvent.ExtensionRefused(word), by, at);
    }

    /** Where something of it may have to be done: at its desk, by its owner, in the unit that leads. */
    Set<UnitId> units() {
        var units = new LinkedHashSet<UnitId>(List.of(course.owner().unit()));
        course.assignment().ifPresent(assignment -> units.add(assignment.lead()));
        units.add(filing.desk());
        return units;
    }

    /**
     * Asks the worker to let the clock stand still; without his word it runs on.
     *
     * @param most all pauses of this concern together
     */
    Concern askPause(Instant until, String reason, Duration most, Party by, Instant at) {
        by.mustBe(Standing.LEAD);
        mustBeGiven("reason", reason);
        var asked = then(new ConcernEvent.PauseAsked(until, reason), by, at);
        mustBePausable(at);
        mustFit(until, most, at);
        if (pendingPause().isPresent()) {
            throw new Refusal.Conflict("pause-asked-already");
        }
        return asked;
    }

    Concern agreePause(Party by, Instant at) {
        by.mustBe(Standing.SPEAKER);
        var asked = pendingPause().orElseThrow(() -> new Refusal.Conflict("moved-on"));
        var paused = then(
                new ConcernEvent.Paused(ConcernState.PauseCause.CONSENT, at, asked.until(), asked.reason(), List.of()),
                by,
                at);
        mustBePausable(at);
        if (!asked.until().isAfter(at)) {
            throw new Refusal.Conflict("moved-on");
        }
        return paused;
    }

    Concern refusePause(String word, Party by, Instant at) {
        by.mustBe(Standing.SPEAKER);
        if (pendingPause().isEmpty()) {
            throw new Refusal.Conflict("moved-on");
        }
        return then(new ConcernEvent.PauseRefused(word), by, at);
    }

    /** Lets the clock stand still for something outside that holds it up; the evidence has to be there. */
    Concern pause(
            ConcernState.PauseCause cause,
            Instant until,
            String reason,
            List<UUID> evidence,
            Duration most,
            Party by,
            Instant at) {
        by.mustBe(Standing.LEAD);
        mustBeGiven("reason", reason);
        if (cause == ConcernState.PauseCause.CONSENT) {
            throw new Refusal.Violation("cause", "pause-consent-is-the-workers");
        }
        if (evidence.isEmpty()) {
            throw new Refusal.Violation("files", "pause-evidence-required");
        }
        var paused = mustHaveBeen(ConcernState.InHand.class)
                .then(new ConcernEvent.Paused(cause, at, until, reason, evidence), by, at);
        mustBePausable(at);
        mustFit(until, most, at);
        return paused;
    }

    /** The unit at any time; the worker takes back what he agreed to; the clock itself when the day has come. */
    Concern resume(String word, Party by, Instant at) {
        by.mustBe(Standing.LEAD, Standing.SPEAKER, Standing.CLOCKWORK);
        if (!(course.state() instanceof ConcernState.Paused paused)) {
            throw new Refusal.Conflict("moved-on");
        }
        if (by.is(Standing.SPEAKER) && paused.cause() != ConcernState.PauseCause.CONSENT) {
            throw new Refusal.NotAllowed("not-yours");
        }
        if (by.is(Standing.CLOCKWORK) && at.isBefore(paused.until())) {
            throw new Refusal.Conflict("pause-not-over");
        }
        var from = at.isBefore(paused.until()) ? at : paused.until();
        return then(new ConcernEvent.Resumed(from, word), by, at);
    }

    /**
     * What is linked waits for the same thing outside as its main concern. It goes on where another worker agreed to wait, for
     * that is not his own word, and where it is late.
     */
    Concern pauseWithMain(Concern main, Party by, Instant at) {
        by.mustBe(Standing.CLOCKWORK);
        var paused = main.course.state().still().orElseThrow(() -> new Refusal.Conflict("moved-on"));
        if (paused.cause() == ConcernState.PauseCause.CONSENT
                || !paused.until().isAfter(at)
                || course.state().still().isPresent()) {
            throw new Refusal.Conflict("moved-on");
        }
        mustBePausable(at);
        return mustHaveBeen(ConcernState.Linked.class)
                .then(new ConcernEvent.Paused(paused.cause(), at, paused.until(), "", List.of()), by, at);
    }

    /** @param from when the clock of its main concern began to run again */
    Concern resumeWithMain(Instant from, Party by, Instant at) {
        by.mustBe(Standing.CLOCKWORK);
        return mustHaveBeen(ConcernState.Linked.class).running(from, by, at);
    }

    /** Its clock runs again at this moment, or did when the pause was over. */
    private Concern running(Instant from, Party by, Instant at) {
        var still = course.state().still().orElseThrow(() -> new Refusal.Conflict("moved-on"));
        var within = from.isBefore(still.since()) ? still.since() : from.isAfter(still.until()) ? still.until() : from;
        return then(new ConcernEvent.Resumed(within, ""), by, at);
    }

    /** Tells a unit further up that so much of the time has passed. */
    Concern escalate(Stage clock, String threshold, UnitId unit, Party by, Instant at) {
        by.mustBe(Standing.CLOCKWORK);
        return then(new ConcernEvent.Escalated(clock, threshold, unit), by, at);
    }

    Concern hearAlarm(PersonId dispatcher, Party by, Instant at) {
        by.mustBe(Standing.CLOCKWORK);
        return then(new ConcernEvent.AlarmHeard(dispatcher), by, at);
    }

    /** For a spot check; whoever is asked cannot tell from it why. */
    Concern askToShow(Instant showBy, Party by, Instant at) {
        by.mustBe(Standing.CLOCKWORK);
        return then(new ConcernEvent.AskedToShow(showBy), by, at);
    }

    /** Shows how it stands now: the unit that answered, or the desk. */
    Concern show(String text, List<UUID> attachments, Party by, Instant at) {
        by.mustBe(Standing.LEAD, Standing.DESK);
        mustBeSaid(text, attachments);
        var shown = then(new ConcernEvent.Shown(text, attachments), by, at);
        if (course.showBy().isEmpty()) {
            throw new Refusal.Conflict("moved-on");
        }
        return shown;
    }

    /**
     * Answers, or hands the draft to the leader where the matter demands his approval. That there is nothing to answer, a
     * unit never says alone, and of a danger to life not at all.
     */
    Concern reply(Reply reply, boolean needsApproval, Party by, Instant at) {
        by.mustBe(Standing.LEAD);
        reply.mustSuit(filing.kind());
        var signed = reply.finding().mustBeSigned();
        if (signed && lifeSafety()) {
            throw new Refusal.Conflict("life-safety-ends-answered");
        }
        return needsApproval || signed
                ? then(new ConcernEvent.ReplyDrafted(reply, by.person()), by, at)
                : mustHaveBeen(ConcernState.InHand.class)
                        .then(new ConcernEvent.Replied(reply, at.plus(WINDOW), ""), by, at);
    }

    /** @param word the reason of somebody outside, where his signature is needed */
    Concern approveReply(String word, Party by, Instant at) {
        if (!(course.state() instanceof ConcernState.ReplyDrafted(var reply, var author))) {
            throw new Refusal.Conflict("moved-on");
        }
        var signed = reply.finding().mustBeSigned();
        if (signed) {
            mustStandOutside(by);
            mustBeGiven("word", word);
        } else {
            by.mustBe(Standing.LEADER);
        }
        mustNotBeOwn(author, by);
        return then(new ConcernEvent.Replied(reply, at.plus(WINDOW), signed ? word : ""), by, at);
    }

    /** The leader also where he may not approve: then the unit goes on with it. */
    Concern returnReply(String word, Party by, Instant at) {
        if (course.state() instanceof ConcernState.ReplyDrafted drafted
                && drafted.reply().finding().mustBeSigned()
                && !by.is(Standing.LEADER)) {
            mustStandOutside(by);
        } else {
            by.mustBe(Standing.LEADER);
        }
        mustBeGiven("word", word);
        return then(new ConcernEvent.ReplyReturned(word), by, at);
    }

    /** Members of a main concern are answered with it; that there is nothing to answer is said of each alone. */
    Concern replyWithMain(Reply reply, Party by, Instant at) {
        by.mustBe(Standing.CLOCKWORK);
        if (reply.finding().mustBeSigned()) {
            throw new Refusal.Conflict("finding-for-each-alone");
        }
        if (course.state().still().isPresent()) {
            throw new Refusal.Conflict("moved-on");
        }
        return mustHaveBeen(ConcernState.Linked.class)
                .then(new ConcernEvent.Replied(reply, at.plus(WINDOW), ""), by, at);
    }

    /** Writes down a reply that was given before there was Lianxin; it says what the ledger says, in no other form. */
    Concern recordReply(Reply reply, Party by, Instant at) {
        by.mustBe(Standing.CLOCKWORK);
        mustBeGiven("opinion", reply.opinion());
        return then(new ConcernEvent.Recorded(reply, at.plus(WINDOW)), by, at);
    }

    /**
     * Once, free of reasons beyond his own, within thirty days; nobody can switch it off. What he did not withdraw freely he
     * may take up at any time, and has his one time still.
     */
    Concern raiseAgain(String why, List<UUID> attachments, Owner owner, Deadlines deadlines, Party by, Instant at) {
        by.mustBe(Standing.SPEAKER);
        mustBeSaid(why, attachments);
        var raised = then(new ConcernEvent.RaisedAgain(why, attachments, owner, deadlines), by, at);
        if (course.raisedAgain() && !(course.state() instanceof ConcernState.Withdrawn)) {
            throw new Refusal.Conflict("raised-again-once");
        }
        mustBeInWindow(at);
        return raised;
    }

    Concern askReview(String why, List<UUID> attachments, Owner owner, Instant decideBy, Party by, Instant at) {
        by.mustBe(Standing.SPEAKER);
        mustBeSaid(why, attachments);
        var asked = then(new ConcernEvent.ReviewAsked(why, attachments, owner, decideBy), by, at);
        mustBeInWindow(at);
        return asked;
    }

    Concern takeReview(UnitId unit, Party by, Instant at) {
        by.mustBe(Standing.SUPERVISOR);
        if (by.touched()) {
            throw new Refusal.NotAllowed("review-by-others");
        }
        if (course.state() instanceof ConcernState.UnderReview review
                && review.reviewer().isPresent()) {
            throw new Refusal.Conflict("moved-on");
        }
        return then(new ConcernEvent.ReviewTaken(new Owner(unit, by.person())), by, at);
    }

    Concern decideReview(ConcernState.ReviewOutcome outcome, String opinion, Party by, Instant at) {
        by.mustBe(Standing.SUPERVISOR);
        mustBeGiven("opinion", opinion);
        if (!(course.state() instanceof ConcernState.UnderReview review)) {
            throw new Refusal.Conflict("moved-on");
        }
        if (!review.reviewer().filter(by.person()::equals).isPresent()) {
            throw new Refusal.NotAllowed("review-by-its-reviewer");
        }
        return then(new ConcernEvent.Reviewed(outcome, opinion, at.plus(WINDOW)), by, at);
    }

    /** A clerk writes down what a recording says; each correction is a further version that the worker looks at afresh. */
    Concern transcribe(UUID recording, String text, Party by, Instant at) {
        by.mustBe(Standing.DESK, Standing.LEAD);
        mustBeGiven("text", text);
        return then(new ConcernEvent.Transcribed(recording, text), by, at);
    }

    /** @param version of the transcript that he has read; another is refused as {@code moved-on} */
    Concern confirmTranscript(UUID recording, int version, Party by, Instant at) {
        by.mustBe(Standing.SPEAKER);
        return then(new ConcernEvent.TranscriptConfirmed(recording, version), by, at);
    }

    /** That it is not what he said; he need not say what is wrong. */
    Concern disputeTranscript(UUID recording, int version, String word, List<UUID> attachments, Party by, Instant at) {
        by.mustBe(Standing.SPEAKER);
        return then(new ConcernEvent.TranscriptDisputed(recording, version, word, attachments), by, at);
    }

    /** Closes the file when the worker's window has passed; it says nothing about whether anything was solved. */
    Concern conclude(Party by, Instant at) {
        mustConclude(by);
        var concluded = then(new ConcernEvent.Concluded(), by, at);
        if (course.state() instanceof ConcernState.Answered answered && at.isBefore(answered.windowEnds())) {
            throw new Refusal.Conflict("window-open");
        }
        return concluded;
    }

    /** What a ledger tells as long over comes in closed, whatever its grade. */
    Concern closeRecorded(Party by, Instant at) {
        by.mustBe(Standing.CLOCKWORK);
        if (unsaved.isEmpty() || !(unsaved.getLast().event() instanceof ConcernEvent.Recorded)) {
            throw new Refusal.Conflict("moved-on");
        }
        return then(new ConcernEvent.Concluded(), by, at);
    }

    /** A danger to life is closed by somebody outside of the unit that it is about, and never by itself. */
    private void mustConclude(Party by) {
        if (!lifeSafety()) {
            by.mustBe(Standing.DESK, Standing.CLOCKWORK);
            return;
        }
        by.mustBe(Standing.DESK, Standing.SUPERVISOR);
        if (by.isAny(Standing.LEAD, Standing.ASSISTING, Standing.LEADER)) {
            throw new Refusal.NotAllowed("life-safety-concluded-by-others");
        }
    }

    /** @param lookBy by when somebody outside has to look at it */
    Concern withdraw(String reason, Instant lookBy, Party by, Instant at) {
        by.mustBe(Standing.SPEAKER);
        return then(new ConcernEvent.Withdrawn(reason, Optional.of(lookBy)), by, at);
    }

    /** Somebody outside finds that it was rightly declined, or freely withdrawn. */
    Concern confirmEnding(String reason, Party by, Instant at) {
        mustStandOutside(by);
        mustBeGiven("reason", reason);
        return then(new ConcernEvent.EndingConfirmed(reason), by, at);
    }

    /** @param owner who has it again where it was declined, with these deadlines */
    Concern setEndingAside(String reason, Owner owner, Deadlines deadlines, Party by, Instant at) {
        mustStandOutside(by);
        mustBeGiven("reason", reason);
        return then(
                course.state() instanceof ConcernState.Withdrawn
                        ? new ConcernEvent.WithdrawalSetAside(reason)
                        : new ConcernEvent.DeclinationSetAside(reason, owner, deadlines),
                by,
                at);
    }

    Concern link(Concern main, String reason, Party by, Instant at) {
        by.mustBe(Standing.DESK);
        if (lifeSafety()) {
            throw new Refusal.Conflict("life-safety-not-linked");
        }
        if (main.id == id || main.course.state() instanceof ConcernState.Linked) {
            throw new Refusal.Violation("main", "link-to-a-main-concern");
        }
        if (!(main.course.state() instanceof ConcernState.Open)
                || main.course.state() instanceof ConcernState.Answered
                || main.filing.restricted() != filing.restricted()) {
            throw new Refusal.Violation("main", "link-to-an-open-concern");
        }
        return then(new ConcernEvent.Linked(main.id, main.number.toString(), reason), by, at);
    }

    /** A clock that stood still with the main concern runs again. */
    Concern unlink(String reason, Party by, Instant at) {
        by.mustBe(Standing.DESK, Standing.CLOCKWORK);
        var alone = mustHaveBeen(ConcernState.Linked.class);
        return (course.state().still().isPresent() ? alone.running(at, by, at) : alone)
                .then(new ConcernEvent.Unlinked(reason), by, at);
    }

    /** Goes where its main concern goes. */
    Concern follow(Concern main, Party by, Instant at) {
        by.mustBe(Standing.CLOCKWORK);
        var assignment = main.course.assignment().map(List::of).orElseGet(List::of);
        return then(new ConcernEvent.Followed(main.course.owner(), assignment), by, at);
    }

    Concern splitOff(long part, ConcernNumber partNumber, String reason, Party by, Instant at) {
        by.mustBe(Standing.DESK);
        return then(new ConcernEvent.SplitOff(part, partNumber.toString(), reason), by, at);
    }

    /** Another owner because the former one is gone; whatever the state, for nothing may be ownerless. */
    Concern moveOwner(Owner owner, Party by, Instant at) {
        by.mustBe(Standing.CLOCKWORK);
        var before = course.owner();
        return then(new ConcernEvent.OwnerMoved(owner, before.unit(), before.person()), by, at);
    }

    /** Another unit takes over from one that ended, and a person there from its owner. */
    Concern moveUnit(UnitId gone, UnitId successor, Owner owner, Party by, Instant at) {
        by.mustBe(Standing.CLOCKWORK);
        return then(new ConcernEvent.UnitSucceeded(gone, successor, owner), by, at);
    }

    Concern saved() {
        return new Concern(id, number, version + unsaved.size(), filing, course, List.of());
    }

    private static void mustStandOutside(Party by) {
        if (!by.is(Standing.REVIEWER)) {
            throw new Refusal.NotAllowed("signed-outside");
        }
        if (by.touched()) {
            throw new Refusal.NotAllowed("review-by-others");
        }
    }

    Concern then(ConcernEvent event, Party by, Instant at) {
        var steps = new ArrayList<>(unsaved);
        steps.add(new Step(event, authorOf(by), at));
        return new Concern(id, number, version, filing, course.after(event), steps);
    }

    private static Step.Author authorOf(Party by) {
        if (by.is(Standing.SPEAKER)) {
            return new Step.Author.Speaker();
        }
        return switch (by.actor()) {
            case Actor.Member member -> new Step.Author.Person(member.person(), by.inPlaceOf());
            case Actor.Clockwork _ -> new Step.Author.Clockwork();
            case Actor.ReceiptHolder _, Actor.Visitor _, Actor.Application _ -> new Step.Author.Speaker();
        };
    }

    private Optional<ConcernState.ExtensionRequest> pendingExtension() {
        return course.state() instanceof ConcernState.InHand inHand ? inHand.extension() : Optional.empty();
    }

    private Assignment assignment() {
        return course.assignment().orElseThrow(() -> new Refusal.Conflict("moved-on"));
    }

    private UnitId lead() {
        return assignment().lead();
    }

    private Concern mustHaveBeen(Class<? extends ConcernState> state) {
        if (!state.isInstance(course.state())) {
            throw new Refusal.Conflict("moved-on");
        }
        return this;
    }

    private void mustBeInWindow(Instant at) {
        if (course.state() instanceof ConcernState.Answered answered && at.isAfter(answered.windowEnds())) {
            throw new Refusal.Conflict("window-over");
        }
    }

    private Optional<ConcernState.PauseRequest> pendingPause() {
        return course.state() instanceof ConcernState.InHand inHand ? inHand.pause() : Optional.empty();
    }

    private void mustBePausable(Instant at) {
        if (lifeSafety()) {
            throw new Refusal.Conflict("life-safety-not-paused");
        }
        if (at.isAfter(course.deadlines().replyBy())) {
            throw new Refusal.Conflict("pause-too-late");
        }
    }

    private void mustFit(Instant until, Duration most, Instant at) {
        var latest = at.plus(most.minus(course.stopped()));
        if (!until.isAfter(at) || until.isAfter(latest)) {
            throw new Refusal.Violation("until", "pause-too-long", day(latest));
        }
    }

    boolean lifeSafety() {
        return course.grade() == Grade.U0;
    }

    private static String day(Instant at) {
        return LocalDate.ofInstant(at, TimeLimits.ZONE).toString();
    }

    private static void mustNotBeOwn(PersonId own, Party by) {
        if (own.equals(by.person())) {
            throw new Refusal.NotAllowed("not-ones-own");
        }
    }

    /** In words, or in a file that speaks for itself. */
    private static void mustBeSaid(String text, List<UUID> attachments) {
        if (attachments.isEmpty()) {
            mustBeGiven("text", text);
        }
    }

    static void mustBeGiven(String field, String text) {
        if (text.isBlank()) {
            throw new Refusal.Violation(field, "required");
        }
    }
}
