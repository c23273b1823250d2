package cn.lianxin.spotcheck;

import cn.lianxin.concern.CheckedConcern;
import cn.lianxin.concern.CheckingConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.PersonCard;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Calls by people outside the line, who do not see the verdict. To everybody else there are none. */
@Component
class Calling {

    private static final int LONGEST_WORD = 1_000;

    private final Calls calls;
    private final Drawing drawing;
    private final OutsideTheLine outside;
    private final CheckingConcerns concerns;
    private final Directory directory;
    private final AuditTrail trail;
    private final Inbox inbox;
    private final Clock clock;

    Calling(
            Calls calls,
            Drawing drawing,
            OutsideTheLine outside,
            CheckingConcerns concerns,
            Directory directory,
            AuditTrail trail,
            Inbox inbox,
            Clock clock) {
        this.calls = calls;
        this.drawing = drawing;
        this.outside = outside;
        this.concerns = concerns;
        this.directory = directory;
        this.trail = trail;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Call> openTo(Actor.Member caller) {
        return calls.open().stream()
                .filter(call ->
                        outside.mayCheck(caller, call.unit(), call.answer().concern()))
                .toList();
    }

    @Transactional
    public Call find(long period, int place, Actor.Member caller) {
        return calls.findOpen(period, place)
                .filter(call ->
                        outside.mayCheck(caller, call.unit(), call.answer().concern()))
                .orElseThrow(Refusal.NotFound::new);
    }

    CheckedConcern about(Call call, Actor.Member caller) {
        return concerns.about(call.answer().concern(), call.answer().ordinal(), caller);
    }

    Optional<PersonId> speakerOf(Call call) {
        return concerns.speakerOf(call.answer().concern());
    }

    /** Whom to ask for; that it was looked up is written down. */
    @Transactional
    public PersonCard reach(Call call, Actor.Member caller) {
        var speaker = speakerOf(call).orElseThrow(Refusal.NotFound::new);
        trail.record(caller, "spotcheck.contact-read", "concern:" + call.number(), "call");
        return directory.person(speaker);
    }

    /** Three times on different days; then the next in order is called for him. */
    @Transactional
    public void notReached(long period, int place, Actor.Member caller) {
        var call = find(period, place, caller);
        var now = clock.instant();
        if (!calls.tried(call, LocalDate.ofInstant(now, Screen.ZONE), caller.person(), now)) {
            throw new Refusal.Conflict("tried-today");
        }
        if (call.attempts() + 1 >= Call.MOST_ATTEMPTS) {
            calls.unreached(call);
            drawing.replace(period, place);
        }
    }

    /** What he said, beside his verdict and never instead of it. */
    @Transactional
    public void record(long period, int place, Said said, Actor.Member caller) {
        tell(write(period, place, said, caller));
    }

    Call write(long period, int place, Said said, Actor.Member caller) {
        var word = PlainText.block(said.word());
        if (PlainText.lengthOf(word) > LONGEST_WORD) {
            throw new Refusal.Violation("word", "words-too-long", LONGEST_WORD, PlainText.lengthOf(word));
        }
        var call = find(period, place, caller);
        calls.record(
                call,
                new Said(said.solved(), said.satisfied(), said.pressed(), word),
                caller.person(),
                clock.instant());
        return call;
    }

    private void tell(Call call) {
        speakerOf(call)
                .ifPresent(speaker -> inbox.deliver(new Notification(
                        speaker,
                        "notice.spotcheck.recorded",
                        List.of(call.number()),
                        "/concerns/" + call.number() + "/spot-check",
                        "spotcheck:call:" + call.period() + ":" + call.place(),
                        Notification.Topic.RAISED,
                        Notification.Reach.AS_CHOSEN)));
    }
}
