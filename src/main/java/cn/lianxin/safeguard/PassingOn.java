package cn.lianxin.safeguard;

import cn.lianxin.concern.SafeguardingConcerns;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.promise.Stage;
import cn.lianxin.promise.TimeLimits;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who has it: the best of another line by name, the next one where he does not take it up in time or may not have it any more. */
@Component
class PassingOn {

    private final Entries entries;
    private final SafeguardingConcerns concerns;
    private final TimeLimits limits;
    private final Directory directory;
    private final Inbox inbox;
    private final Clock clock;

    PassingOn(
            Entries entries,
            SafeguardingConcerns concerns,
            TimeLimits limits,
            Directory directory,
            Inbox inbox,
            Clock clock) {
        this.entries = entries;
        this.concerns = concerns;
        this.limits = limits;
        this.directory = directory;
        this.inbox = inbox;
        this.clock = clock;
    }

    PassingOn on(Clock other) {
        return new PassingOn(entries, concerns, limits, directory, inbox, other);
    }

    /** Of those who may, the best who did not have it before; of those alone who had it, the best. */
    static Optional<PersonId> next(List<PersonId> guardians, Collection<PersonId> before) {
        return guardians.stream()
                .filter(person -> !before.contains(person))
                .findFirst()
                .or(() -> guardians.stream().findFirst());
    }

    /** To somebody who had no other trouble of this concern before, where there is one. */
    void giveFirst(long id) {
        var entry = entries.hold(id).orElseThrow();
        var before = entries.troublesOf(entry.concern()).stream()
                .flatMap(other -> other.owners().stream())
                .toList();
        give(entry, next(concerns.guardians(entry.concern()), before));
    }

    /** To somebody else, where whoever has it may not have it any more, or has not taken it up in time. */
    void settle(long id) {
        var entry = entries.hold(id).filter(Entry::isOpen);
        if (entry.isEmpty() || waitsForMorning(entry.get())) {
            return;
        }
        var guardians = concerns.guardians(entry.get().concern());
        if (entry.get().owner().filter(guardians::contains).isEmpty()) {
            give(entry.get(), next(guardians, entry.get().owners()));
        } else if (entry.get().isLate(clock.instant())) {
            next(guardians, entry.get().owners())
                    .filter(person -> !entry.get().owners().contains(person))
                    .ifPresent(person -> give(entry.get(), Optional.of(person)));
        }
    }

    /** The minute in which it is given would lead from these rows to those of the personnel office. */
    private boolean waitsForMorning(Entry entry) {
        return entry.kind() == EntryKind.CHANGE
                && entry.owners().isEmpty()
                && clock.instant().isBefore(CheckIn.morning(entry.at(), 1));
    }

    boolean mayHave(Entry entry, PersonId person) {
        return entry.isOf(person) && concerns.guardians(entry.concern()).contains(person);
    }

    private void give(Entry entry, Optional<PersonId> to) {
        if (to.isEmpty() && entry.owner().isEmpty() && !entry.steps().isEmpty() && saidSo(entry)) {
            return;
        }
        var now = clock.instant();
        entries.give(entry.id(), to, to.flatMap(_ -> dueAt(entry, now)));
        entries.write(entry.id(), to.map(person -> given(person, now)).orElseGet(() -> nobody(now)));
        to.ifPresent(person -> tell(entry, person, now));
        if (entry.kind() == EntryKind.TROUBLE) {
            concerns.tell(
                    entry.concern(),
                    to.isPresent() ? "notice.safeguard.has-it" : "notice.safeguard.nobody",
                    "safeguard:" + entry.id() + ":given:" + entry.steps().size());
        }
    }

    private static boolean saidSo(Entry entry) {
        return entry.steps().getLast().deed() == EntryDeed.NOBODY;
    }

    private Optional<Instant> dueAt(Entry entry, Instant now) {
        var concern = concerns.get(entry.concern());
        var stage = entry.kind() == EntryKind.TROUBLE ? Stage.TROUBLE : Stage.CHANGE;
        return limits.after(stage, concern.matter(), concern.grade(), now);
    }

    private Entry.Step given(PersonId person, Instant now) {
        return new Entry.Step(
                now,
                EntryDeed.GIVEN,
                Optional.of(person),
                directory.person(person).name(),
                post(person),
                "");
    }

    private static Entry.Step nobody(Instant now) {
        return new Entry.Step(now, EntryDeed.NOBODY, Optional.empty(), "", "", "");
    }

    String post(PersonId person) {
        var post = directory.postOf(person);
        return (post.unit() + " " + post.title()).strip();
    }

    /** Without a number and without what it is: what somebody may not see any more must not have reached him either. */
    private void tell(Entry entry, PersonId person, Instant now) {
        inbox.deliver(new Notification(
                person,
                "notice.safeguard.given",
                List.of(),
                "/safeguards",
                "safeguard:" + entry.id() + ":for:" + now.toEpochMilli(),
                Notification.Topic.WORK,
                Notification.Reach.AS_CHOSEN));
    }
}
