package cn.lianxin.officesystem;

import cn.lianxin.identity.Members;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.newsroom.CarriedDecisions;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.PersonCard;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what a callback says, once, in the name of the reviewer; he is told of each deed, so that nobody decides for him unnoticed. */
@Component
class CarryingDecisions {

    /** By how much the clocks of two systems may differ, and how old a request may be. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    /** @param again whether it had been done before */
    record Done(Callback callback, Instant at, boolean again) {}

    private final Callbacks callbacks;
    private final OfficeKeys keys;
    private final CarriedDecisions decisions;
    private final Directory directory;
    private final Members members;
    private final Inbox inbox;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CarryingDecisions(
            Callbacks callbacks,
            OfficeKeys keys,
            CarriedDecisions decisions,
            Directory directory,
            Members members,
            Inbox inbox,
            TransactionTemplate transactions,
            Clock clock) {
        this.callbacks = callbacks;
        this.keys = keys;
        this.decisions = decisions;
        this.directory = directory;
        this.members = members;
        this.inbox = inbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The same again answers the same and does nothing; what was refused may be sent again. Refuses {@code office-id-used} for another
     * decision under an id that was done, {@code office-reviewer}, {@code office-at}, and whatever the reviewer is refused by hand.
     */
    Done carry(Callback callback, OfficeKey key) {
        try {
            return Objects.requireNonNull(transactions.execute(_ -> once(callback, key)));
        } catch (Refusal refused) {
            transactions.executeWithoutResult(
                    _ -> callbacks.write(callback, key, Optional.of(refused), clock.instant()));
            throw refused;
        }
    }

    private Done once(Callback callback, OfficeKey key) {
        var now = clock.instant();
        var before = callbacks.hold(callback, key, now);
        if (before.doneAt().isPresent()) {
            if (!before.digest().equals(callback.digest())) {
                throw new Refusal.Conflict("office-id-used");
            }
            return new Done(callback, before.doneAt().get(), true);
        }
        if (callback.at().isAfter(now.plus(WINDOW))) {
            throw new Refusal.Violation("at", "office-at");
        }
        var by = reviewer(callback.reviewer());
        var title = decisions.carry(callback.decision(), key.unit(), key.name(), by);
        callbacks.done(callback, key, by.person(), by.name(), now);
        keys.used(key.id(), now);
        tell(callback, key, title, by);
        return new Done(callback, now, false);
    }

    /** With what he may do today. */
    private Actor.Member reviewer(String staffNumber) {
        return directory
                .personByStaffNumber(staffNumber)
                .map(PersonCard::id)
                .flatMap(members::mayAct)
                .orElseThrow(() -> new Refusal.Violation("reviewer", "office-reviewer"));
    }

    private void tell(Callback callback, OfficeKey key, String title, Actor.Member by) {
        inbox.deliver(new Notification(
                by.person(),
                callback.decision().passes() ? "notice.office.passed" : "notice.office.sent-back",
                List.of(title, key.name()),
                "/newsroom/articles/" + callback.decision().article(),
                "office:" + key.unit().value() + ":" + callback.id(),
                Notification.Topic.OTHER,
                Notification.Reach.AS_CHOSEN));
    }
}
