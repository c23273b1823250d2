package cn.lianxin.safeguard;

import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.SafeguardingConcerns;
import cn.lianxin.concern.SafeguardingConcerns.Guarded;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.text.PlainText;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What whoever raised a concern says of his own peace: one tap, and whenever he wants as long as he is looked after. */
@Component
class SpeakingUp {

    static final int LONGEST_WORDS = 2_000;

    /**
     * His page.
     *
     * @param asked whether he is asked at this moment
     * @param open whether he may say at this moment that he is given trouble
     * @param until until when he is looked after
     */
    record Page(boolean asked, boolean open, Instant until, List<CheckIn> checkIns, List<Entry> troubles) {}

    private final Watching watching;
    private final Watches watches;
    private final Entries entries;
    private final PassingOn passingOn;
    private final SafeguardingConcerns concerns;
    private final Clock clock;

    SpeakingUp(
            Watching watching,
            Watches watches,
            Entries entries,
            PassingOn passingOn,
            SafeguardingConcerns concerns,
            Clock clock) {
        this.watching = watching;
        this.watches = watches;
        this.entries = entries;
        this.passingOn = passingOn;
        this.concerns = concerns;
        this.clock = clock;
    }

    SpeakingUp on(Clock other) {
        return new SpeakingUp(watching.on(other), watches, entries, passingOn.on(other), concerns, other);
    }

    /** NotFound for everybody but whoever raised it. */
    @Transactional(readOnly = true)
    public Page page(ConcernNumber number, Actor speaker) {
        var concern = concerns.ofSpeaker(number, speaker);
        var checkIns = watches.checkIns(concern.id());
        var now = clock.instant();
        return new Page(
                checkIns.stream().anyMatch(one -> one.state(now) == CheckInState.ASKED),
                mayCall(concern, checkIns),
                watching.endOf(concern),
                checkIns,
                entries.troublesOf(concern.id()));
    }

    /** Refuses {@code safeguard-not-asked}, and {@code safeguard-has-trouble} once he has said so: that is not taken back by a tap. */
    @Transactional
    public void peace(ConcernNumber number, Actor speaker) {
        var concern = concerns.ofSpeaker(number, speaker);
        var asked =
                openOne(watches.checkIns(concern.id())).orElseThrow(() -> new Refusal.Conflict("safeguard-not-asked"));
        if (asked.answer().filter(CheckIn.Answer.TROUBLE::equals).isPresent()) {
            throw new Refusal.Conflict("safeguard-has-trouble");
        }
        watches.answer(concern.id(), asked.days(), CheckIn.Answer.PEACE, clock.instant());
    }

    /** At once, with or without words; a second tap is the first one again. Refuses {@code safeguard-over}. */
    @Transactional
    public void trouble(ConcernNumber number, Actor speaker) {
        var concern = concerns.ofSpeaker(number, speaker);
        var checkIns = watches.checkIns(concern.id());
        if (!mayCall(concern, checkIns)) {
            throw new Refusal.Conflict("safeguard-over");
        }
        openOne(checkIns)
                .ifPresent(one -> watches.answer(concern.id(), one.days(), CheckIn.Answer.TROUBLE, clock.instant()));
        raise(concern, new Entry.Step(clock.instant(), EntryDeed.RAISED, Optional.empty(), "", "", ""));
    }

    /** Where it is open already, nothing. */
    void raise(Guarded concern, Entry.Step why) {
        watching.begin(concern);
        entries.add(concern.id(), EntryKind.TROUBLE, clock.instant()).ifPresent(id -> {
            entries.write(id, why);
            passingOn.giveFirst(id);
            watching.goOn(concern, clock.instant());
        });
    }

    /** A few words to what he has raised; refuses {@code safeguard-words} and, where nothing is open, {@code safeguard-no-trouble}. */
    @Transactional
    public void say(ConcernNumber number, String said, Actor speaker) {
        var concern = concerns.ofSpeaker(number, speaker);
        var open = entries.troublesOf(concern.id()).stream()
                .filter(Entry::isOpen)
                .findFirst()
                .orElseThrow(() -> new Refusal.Conflict("safeguard-no-trouble"));
        var words = words(said);
        entries.write(open.id(), new Entry.Step(clock.instant(), EntryDeed.SAID, Optional.empty(), "", "", words));
    }

    static String words(String said) {
        var words = PlainText.block(said).strip();
        var length = PlainText.lengthOf(words);
        if (length == 0 || length > LONGEST_WORDS) {
            throw new Refusal.Violation("words", "safeguard-words", LONGEST_WORDS);
        }
        return words;
    }

    private boolean mayCall(Guarded concern, List<CheckIn> checkIns) {
        return clock.instant().isBefore(watching.endOf(concern))
                || openOne(checkIns).isPresent();
    }

    private Optional<CheckIn> openOne(List<CheckIn> checkIns) {
        var now = clock.instant();
        return checkIns.stream().filter(one -> one.isOpen(now)).findFirst();
    }
}
