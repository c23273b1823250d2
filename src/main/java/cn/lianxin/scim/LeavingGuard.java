package cn.lianxin.scim;

import cn.lianxin.identity.RoleHolders;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Today;
import cn.lianxin.personnel.LeavingLimit;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pushes one by one must not do what a file may not do at once: the leavers of a day are counted for the unit of the
 * system and for every mine and company on the way to where the person works.
 */
@Component
class LeavingGuard {

    private final LeavingDays days;
    private final LeavingLimit limit;
    private final Directory directory;
    private final RoleHolders holders;
    private final Inbox inbox;
    private final Today today;
    private final Clock clock;

    LeavingGuard(
            LeavingDays days,
            LeavingLimit limit,
            Directory directory,
            RoleHolders holders,
            Inbox inbox,
            Today today,
            Clock clock) {
        this.days = days;
        this.limit = limit;
        this.directory = directory;
        this.holders = holders;
        this.inbox = inbox;
        this.today = today;
        this.clock = clock;
    }

    /** @throws LeavingStopped where it would be too many */
    @Transactional(propagation = Propagation.MANDATORY)
    void passes(PersonId person, UnitId works, Pusher pusher) {
        var day = today.date();
        for (var unit : days.guarded(works, pusher.units())) {
            var known = days.lock(unit, day);
            var leaving = known.left() + 1;
            var stops = known.permitted().isPresent()
                    ? leaving > known.permitted().get()
                    : limit.stops(leaving, known.people());
            if (stops) {
                var name = directory.unit(unit).name();
                throw new LeavingStopped(person, unit, name, day, leaving, known.people(), pusher);
            }
        }
        days.left(person, works, day, pusher.application(), clock.instant());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void cameBack(PersonId person) {
        days.cameBack(person, today.date());
    }

    /** Keeps whom the limit stopped, and tells the administrators of the unit once a day. */
    @Transactional
    void remember(LeavingStopped stopped) {
        days.stopped(
                stopped.person(),
                stopped.unit(),
                stopped.day(),
                stopped.pusher().application(),
                clock.instant());
        var unit = directory.unit(stopped.unit());
        var words = List.of(stopped.pusher().actor().name(), unit.name());
        var cause = "scim:stopped:" + stopped.unit().value() + ":" + stopped.day();
        holders.nearestUnitWith(Role.ADMINISTRATOR, stopped.unit()).stream()
                .flatMap(nearest -> holders.holders(Role.ADMINISTRATOR, nearest).stream())
                .forEach(person -> inbox.deliver(
                        new Notification(person, "scim.told.stopped", words, LeavingController.PATH, cause)));
    }
}
