package cn.lianxin.concern;

import cn.lianxin.identity.StandingIn;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.promise.Recusal;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * 回避: gives a concern to somebody who may see it, at an office above everybody who is named. Every step that is saved goes
 * through here, so nothing that anybody does brings it back to one who stays out.
 */
@Component
class Recusing {

    private final Recusals recusals;
    private final ClosedUnits closed;
    private final Recusal rules;
    private final Reception reception;
    private final StandingIn standingIn;
    private final Clock clock;

    Recusing(
            Recusals recusals,
            ClosedUnits closed,
            Recusal rules,
            Reception reception,
            StandingIn standingIn,
            Clock clock) {
        this.recusals = recusals;
        this.closed = closed;
        this.rules = rules;
        this.reception = reception;
        this.standingIn = standingIn;
        this.clock = clock;
    }

    /** The same on a clock of one's own. */
    Recusing on(Clock other) {
        return new Recusing(recusals, closed, rules, reception, standingIn, other);
    }

    /**
     * As it stands once nobody who stays out has it, perhaps the same.
     *
     * @throws Refusal.Conflict {@code nobody-outside-the-line} where nobody is left who could take it
     */
    Concern settled(Concern concern) {
        if (!recusals.any(concern.id())) {
            return concern;
        }
        var about = recusals.named(concern.id());
        var course = concern.course();
        closed.close(concern.id(), about, rules.levels(course.matter(), course.grade(), clock.instant()));
        return given(alone(concern), keptOut(concern), !about.isEmpty());
    }

    boolean keepsAnybodyOut(long concern) {
        return recusals.any(concern);
    }

    /** Who receives it again at its desk. */
    Owner receiverOf(Concern concern) {
        var filing = concern.filing();
        return recusals.any(concern.id())
                ? deskOwner(concern, keptOut(concern))
                : reception.ownerFor(
                        filing.desk(), filing.restricted(), filing.reporter().known());
    }

    /** What is linked would have an owner who may be one who stays out of it. */
    private Concern alone(Concern concern) {
        return concern.course().state() instanceof ConcernState.Linked
                ? concern.unlink("", Steps.clockwork("recusal"), clock.instant())
                : concern;
    }

    /** Who stays out, and who speaks. */
    private Set<PersonId> keptOut(Concern concern) {
        var out = new HashSet<>(recusals.excluded(concern.id()));
        concern.filing().reporter().known().ifPresent(reporter -> {
            out.add(reporter);
            out.addAll(standingIn.absentBehind(reporter));
        });
        return out;
    }

    private Concern given(Concern concern, Set<PersonId> out, boolean named) {
        var owner = concern.course().owner();
        var atDesk = isAtDesk(concern);
        var released = concern.course().assignment().stream()
                .anyMatch(it -> closed.keepOut(concern.id(), it.lead())
                        || it.assisting().stream().anyMatch(unit -> closed.keepOut(concern.id(), unit)));
        var office = named && !standsAbove(concern, out) ? Optional.of(office(concern, out)) : Optional.<Owner>empty();
        if (!released && !atDesk && out.contains(owner.person())) {
            var successor = successor(concern, out);
            return successor.isPresent()
                    ? given(concern, office.map(Owner::unit), successor.get(), false)
                    : given(concern, Optional.empty(), office.orElseGet(() -> deskOwner(concern, out)), true);
        }
        if (released || out.contains(owner.person()) || atDesk && office.isPresent()) {
            return given(concern, Optional.empty(), office.orElseGet(() -> deskOwner(concern, out)), released);
        }
        return given(concern, office.map(Owner::unit), owner, false);
    }

    /** @param desk where it is received from now on; empty for that of the owner, if he sits at one */
    private Concern given(Concern concern, Optional<UnitId> desk, Owner owner, boolean released) {
        var by = Steps.clockwork("recusal");
        var former = concern.filing().desk();
        var next = desk.orElse(isAtDesk(concern) || released ? owner.unit() : former);
        if (released || !next.equals(former)) {
            return RecusalMoves.climb(concern, next, owner, released, by, clock.instant());
        }
        return owner.equals(concern.course().owner()) ? concern : concern.moveOwner(owner, by, clock.instant());
    }

    private static boolean isAtDesk(Concern concern) {
        return concern.course().assignment().isEmpty()
                || concern.course().owner().unit().equals(concern.filing().desk());
    }

    /** The highest have nobody above them: there it has to lie with somebody who watches over the line from outside. */
    private boolean standsAbove(Concern concern, Set<PersonId> out) {
        var desk = concern.filing().desk();
        return closed.reachTheTop(concern.id())
                ? reception.watchesOver(
                        desk, out, isAtDesk(concern), concern.course().owner())
                : closed.of(concern.id()).isEmpty()
                        || closed.above(concern.id()).contains(desk);
    }

    private Owner office(Concern concern, Set<PersonId> out) {
        var restricted = concern.filing().restricted();
        return closed.above(concern.id()).stream()
                .findFirst()
                .filter(_ -> !closed.reachTheTop(concern.id()))
                .flatMap(office -> reception.officeAt(office, restricted, out))
                .orElseGet(() -> outside(concern, out));
    }

    private Owner deskOwner(Concern concern, Set<PersonId> out) {
        return reception
                .officeAt(concern.filing().desk(), concern.filing().restricted(), out)
                .orElseGet(() -> outside(concern, out));
    }

    private Owner outside(Concern concern, Set<PersonId> out) {
        var near = closed.of(concern.id()).stream()
                .findFirst()
                .orElse(concern.filing().desk());
        return reception
                .outsideOf(near, concern.filing().restricted(), out)
                .orElseThrow(() -> new Refusal.Conflict("nobody-outside-the-line"));
    }

    private Optional<Owner> successor(Concern concern, Set<PersonId> out) {
        if (concern.filing().restricted()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reception.successorIn(concern.course().owner().unit(), out));
        } catch (Refusal.Conflict nobodyThere) {
            return Optional.empty();
        }
    }
}
