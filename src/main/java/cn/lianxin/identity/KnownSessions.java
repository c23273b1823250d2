package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who sits behind a cookie, remembered for some seconds so that a page with its pictures asks the database once. What
 * takes rights away forgets at once.
 */
@Component
class KnownSessions {

    private static final Duration USE_WRITTEN_EVERY = Duration.ofMinutes(1);

    /**
     * @param secondFactor more than the password was given
     * @param readAt when the database said so
     */
    record Known(Actor actor, Due due, boolean secondFactor, Instant readAt) {
        boolean belongsTo(PersonId person) {
            return actor instanceof Actor.Member member && member.person().equals(person);
        }
    }

    private final Sessions sessions;
    private final Members members;
    private final SessionLimits limits;
    private final Optional<SecondStep> secondStep;
    private final Optional<RequiredReading> reading;
    private final Clock clock;
    private final Cache<String, Known> remembered =
            Caffeine.newBuilder().maximumSize(20_000).build();

    /** Counts what was forgotten, so that a reading which began before does not bring it back. */
    private final AtomicLong forgotten = new AtomicLong();

    KnownSessions(
            Sessions sessions,
            Members members,
            SessionLimits limits,
            Optional<SecondStep> secondStep,
            Optional<RequiredReading> reading,
            Clock clock) {
        this.sessions = sessions;
        this.members = members;
        this.limits = limits;
        this.secondStep = secondStep;
        this.reading = reading;
        this.clock = clock;
    }

    Optional<Known> behind(SessionToken token) {
        var digest = token.digest();
        var now = clock.instant();
        var known = remembered.getIfPresent(digest);
        if (known != null && isFresh(known, now)) {
            return Optional.of(known);
        }
        var before = forgotten.get();
        var read = read(digest, now);
        read.ifPresentOrElse(fresh -> remembered.put(digest, fresh), () -> remembered.invalidate(digest));
        if (forgotten.get() != before) {
            remembered.invalidate(digest);
        }
        return read;
    }

    void forget(SessionToken token) {
        afterCommit(() -> remembered.invalidate(token.digest()));
    }

    void forget(PersonId person) {
        afterCommit(() -> remembered.asMap().values().removeIf(known -> known.belongsTo(person)));
    }

    void forgetAll() {
        afterCommit(remembered::invalidateAll);
    }

    private boolean isFresh(Known known, Instant now) {
        return !now.isBefore(known.readAt()) && now.isBefore(known.readAt().plus(limits.remembered()));
    }

    private Optional<Known> read(String digest, Instant now) {
        var found = sessions.find(digest, now);
        found.filter(session -> session.shared()
                        || session.seenAt().plus(USE_WRITTEN_EVERY).isBefore(now))
                .ifPresent(session -> sessions.moveEnd(session.usedAt(now, limits)));
        return found.flatMap(session -> switch (session.holder()) {
            case Session.Holder.Person person ->
                members.find(person.id()).map(member -> known(member, session.secondFactor(), now));
            case Session.Holder.Receipt receipt ->
                Optional.of(new Known(new Actor.ReceiptHolder(receipt.digest()), Due.NOTHING, false, now));
        });
    }

    /** Whoever owes a second factor has no role either, so that nothing opens where somebody forgot to ask. */
    private Known known(Members.KnownMember member, boolean secondFactor, Instant now) {
        var actor = member.actor();
        var owes =
                !secondFactor && secondStep.filter(step -> step.isOwedBy(actor)).isPresent();
        var due = reading.filter(text -> text.isOwedBy(actor.person())).isPresent()
                ? Due.READING
                : member.mustChange() ? Due.OWN_PASSWORD : owes ? Due.SECOND_FACTOR : Due.NOTHING;
        return new Known(
                owes ? new Actor.Member(actor.person(), actor.name(), List.of()) : actor, due, secondFactor, now);
    }

    private void afterCommit(Runnable forgetting) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            forgotten.incrementAndGet();
            forgetting.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                forgotten.incrementAndGet();
                forgetting.run();
            }
        });
    }
}
