package cn.lianxin.safeguard;

import cn.lianxin.concern.SafeguardingConcerns;
import cn.lianxin.concern.SafeguardingConcerns.Face;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the one of another line does who has it by name; to everybody else it is not there. */
@Component
class LookingAfter {

    /** @param change where a post has changed and it is still kept */
    record Page(Entry entry, Face face, Optional<PostChange> change) {}

    private final Entries entries;
    private final PassingOn passingOn;
    private final PostChanges changes;
    private final SpeakingUp speakingUp;
    private final SafeguardingConcerns concerns;
    private final Clock clock;

    LookingAfter(
            Entries entries,
            PassingOn passingOn,
            PostChanges changes,
            SpeakingUp speakingUp,
            SafeguardingConcerns concerns,
            Clock clock) {
        this.entries = entries;
        this.passingOn = passingOn;
        this.changes = changes;
        this.speakingUp = speakingUp;
        this.concerns = concerns;
        this.clock = clock;
    }

    /** His own, what is open and late first. */
    @Transactional
    public List<Entry> work(Actor.Member member) {
        var his = entries.of(member.person()).stream()
                .filter(entry -> passingOn.mayHave(entry, member.person()))
                .toList();
        concerns.listed(his.stream().map(Entry::concern).toList(), member);
        return his;
    }

    @Transactional
    public Page open(long id, Actor.Member member) {
        var entry = his(entries.find(id), member);
        var face = concerns.face(entry.concern(), member);
        return new Page(entry, face, entry.kind() == EntryKind.CHANGE ? changes.of(id) : Optional.empty());
    }

    /** A second time it is nothing. */
    @Transactional
    public void take(long id, Actor.Member member) {
        var entry = his(entries.hold(id), member);
        mustBeOpen(entry);
        if (!entry.isTaken()) {
            entries.take(id, clock.instant());
            write(entry, EntryDeed.TAKEN, "", member);
            tell(entry, "notice.safeguard.taken");
        }
    }

    /** Whoever raised it reads every word. */
    @Transactional
    public void done(long id, String said, Actor.Member member) {
        var entry = his(entries.hold(id), member);
        mustBeOpen(entry);
        var words = SpeakingUp.words(said);
        if (!entry.isTaken()) {
            entries.take(id, clock.instant());
        }
        write(entry, EntryDeed.DONE, words, member);
        tell(entry, "notice.safeguard.done");
    }

    /** With a reason; a change that is not explained becomes trouble by itself. Refuses {@code safeguard-finding}. */
    @Transactional
    public void end(long id, Optional<EntryFinding> found, String said, Actor.Member member) {
        var entry = his(entries.hold(id), member);
        mustBeOpen(entry);
        var finding = found.filter(one -> one.of() == entry.kind())
                .orElseThrow(() -> new Refusal.Violation("finding", "safeguard-finding"));
        var words = SpeakingUp.words(said);
        entries.end(id, finding, clock.instant());
        write(entry, EntryDeed.ENDED, words, member);
        tell(entry, "notice.safeguard.ended");
        if (finding == EntryFinding.NOT_EXPLAINED) {
            speakingUp.raise(
                    concerns.get(entry.concern()),
                    new Entry.Step(clock.instant(), EntryDeed.FOUND, Optional.empty(), "", "", ""));
        }
    }

    private void tell(Entry entry, String message) {
        if (entry.kind() == EntryKind.TROUBLE) {
            concerns.tell(
                    entry.concern(),
                    message,
                    "safeguard:" + entry.id() + ":step:" + entry.steps().size());
        }
    }

    private void write(Entry entry, EntryDeed deed, String words, Actor.Member by) {
        entries.write(
                entry.id(),
                new Entry.Step(
                        clock.instant(),
                        deed,
                        Optional.of(by.person()),
                        by.name(),
                        passingOn.post(by.person()),
                        words));
    }

    /** Not only had it, but still may: whoever was named since has lost it already. */
    private Entry his(Optional<Entry> entry, Actor.Member member) {
        return entry.filter(one -> passingOn.mayHave(one, member.person())).orElseThrow(Refusal.NotFound::new);
    }

    private static void mustBeOpen(Entry entry) {
        if (!entry.isOpen()) {
            throw new Refusal.Conflict("safeguard-ended");
        }
    }
}
