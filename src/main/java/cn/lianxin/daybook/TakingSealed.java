package cn.lianxin.daybook;

import cn.lianxin.platform.manifest.Salt;
import cn.lianxin.platform.witness.DayProof;
import cn.lianxin.sealed.EnteringSealed;
import cn.lianxin.sealed.EnteringSealed.Entered;
import cn.lianxin.sealed.EnteringSealed.Moment;
import cn.lianxin.sealed.SealedErased;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes down what was sealed on a day, as {@link Closing} does with what was said. */
@Component
class TakingSealed {

    /** Each is read whole. */
    private static final int AT_ONCE = 20;

    /** @param last by which the next page begins; empty where there is none, or somebody else closes the day */
    record Taken(boolean mine, Optional<Moment> last) {}

    private final Days days;
    private final SealedLeaves leaves;
    private final EnteringSealed sealed;

    TakingSealed(Days days, SealedLeaves leaves, EnteringSealed sealed) {
        this.days = days;
        this.leaves = leaves;
        this.sealed = sealed;
    }

    /** From where a day has to be looked through. */
    @Transactional
    public Moment start(LocalDate day) {
        return Moment.before(Closing.takenFrom(day, days.beginSealed(day)));
    }

    /** Takes the next page down. */
    @Transactional
    public Taken take(LocalDate day, Moment after) {
        if (!days.isMine(day)) {
            return new Taken(false, Optional.empty());
        }
        var came = sealed.came(after, Closing.end(day), AT_ONCE);
        var known = leaves.among(came.stream().map(Moment::key).toList());
        came.stream()
                .map(Moment::key)
                .filter(key -> !known.contains(key))
                .flatMap(key -> sealed.read(key).stream())
                .forEach(one -> leaves.add(leaf(day, one)));
        return new Taken(true, came.isEmpty() ? Optional.empty() : Optional.of(came.getLast()));
    }

    /** In the transaction in which they go. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void letGo(SealedErased erased) {
        leaves.letGo(erased.reports());
    }

    private static SealedLeaf leaf(LocalDate day, Entered one) {
        var salt = Salt.random();
        return new SealedLeaf(
                one.key(),
                day,
                one.closedFor(),
                DayProof.commit(salt, SealedSheet.of(day, one)),
                salt,
                Optional.empty());
    }
}
