package cn.lianxin.concern;

import cn.lianxin.identity.IdentityEvent;
import cn.lianxin.identity.StandingIn;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.OrganizationEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Nothing waits for somebody who is gone: when a person leaves or a unit ends, what they owned moves in the same
 * transaction, and where nobody could take it over, the person cannot leave yet ({@code no-successor}).
 */
@Component
class OwnersFollow {

    private final Concerns concerns;
    private final Steps steps;
    private final Reception reception;
    private final Directory directory;
    private final StandingIn standingIn;
    private final Recusals recusals;
    private final Clock clock;

    OwnersFollow(
            Concerns concerns,
            Steps steps,
            Reception reception,
            Directory directory,
            StandingIn standingIn,
            Recusals recusals,
            Clock clock) {
        this.concerns = concerns;
        this.steps = steps;
        this.reception = reception;
        this.directory = directory;
        this.standingIn = standingIn;
        this.recusals = recusals;
        this.clock = clock;
    }

    /** After identity has taken the roles of whoever leaves. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void organizationChanged(OrganizationEvent event) {
        switch (event) {
            case OrganizationEvent.PersonLeft left -> moveAll(left.person());
            case OrganizationEvent.PersonMoved moved ->
                moved.from().ifPresent(from -> moveBelow(moved.person(), from, moved.to()));
            case OrganizationEvent.UnitDissolved dissolved -> moveUnit(dissolved.unit(), dissolved.successor());
            case OrganizationEvent.UnitMoved _ -> {}
            case OrganizationEvent.PostChanged _, OrganizationEvent.EmploymentChanged _ -> {}
        }
    }

    /** Nobody handles his own: what the absent man owned and his stand-in raised, or may not see, goes to somebody else at once. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void absenceBegan(IdentityEvent.AbsenceBegan began) {
        keepFromReporters(began.person());
    }

    /** The same where it falls to him later, because another one who stood in went away too. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT30S")
    @Transactional
    public void keepFromReporters() {
        concerns.openOwnersAmong(standingIn.awayNow()).forEach(this::keepFromReporters);
    }

    private void keepFromReporters(PersonId absent) {
        for (var concern : concerns.ownedBy(absent)) {
            var unit = List.of(concern.course().owner().unit());
            var acting = standingIn.actingFor(absent, unit, List.of());
            if (concern.filing().reporter().known().filter(acting::contains).isPresent()
                    || recusals.excludes(concern.id(), acting)) {
                move(concern, absent);
            }
        }
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void roleEnded(IdentityEvent.GrantEnded ended) {
        for (var concern : concerns.ownedBy(ended.person())) {
            if (directory.covers(ended.unit(), concern.course().owner().unit())) {
                move(concern, ended.person());
            }
        }
    }

    private void moveAll(PersonId gone) {
        for (var concern : concerns.ownedBy(gone)) {
            move(concern, gone);
        }
    }

    private void moveBelow(PersonId person, UnitId from, UnitId to) {
        for (var concern : concerns.ownedBy(person)) {
            var unit = concern.course().owner().unit();
            if (directory.covers(from, unit) && !directory.covers(to, unit)) {
                try {
                    move(concern, person);
                } catch (Refusal.Conflict nobodyElse) {
                    continue;
                }
            }
        }
    }

    private void move(Concern stale, PersonId gone) {
        var concern = concerns.get(stale.id());
        if (!concern.course().owner().person().equals(gone)) {
            return;
        }
        var filing = concern.filing();
        var unit = concern.course().owner().unit();
        var except = new ArrayList<>(List.of(gone));
        except.addAll(recusals.excluded(concern.id()));
        filing.reporter().known().ifPresent(reporter -> {
            except.add(reporter);
            except.addAll(standingIn.absentBehind(reporter));
        });
        var successor = unit.equals(filing.desk())
                ? reception.ownerFor(unit, filing.restricted(), except)
                : reception.successorIn(unit, except);
        steps.save(concern.moveOwner(successor, Steps.clockwork("succession"), clock.instant()));
    }

    private void moveUnit(UnitId gone, UnitId successor) {
        for (var stale : concerns.of(gone)) {
            var concern = concerns.get(stale.id());
            var owner = concern.course().owner();
            var next = owner.unit().equals(gone) ? new Owner(successor, owner.person()) : owner;
            steps.save(concern.moveUnit(gone, successor, next, Steps.clockwork("succession"), clock.instant()));
        }
    }
}
