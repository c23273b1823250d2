package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The audit administrators hear at once when one of the three becomes or ceases to be one, and when somebody else has touched
 * his account: with a new password for it one could be him.
 */
@Component
class AdministratorNotices {

    private static final String DEEDS = "/administrators/deeds";

    private final RoleGrants grants;
    private final RoleHolders holders;
    private final Directory directory;
    private final Inbox inbox;
    private final Clock clock;

    AdministratorNotices(RoleGrants grants, RoleHolders holders, Directory directory, Inbox inbox, Clock clock) {
        this.grants = grants;
        this.holders = holders;
        this.directory = directory;
        this.inbox = inbox;
        this.clock = clock;
    }

    @EventListener
    void given(IdentityEvent.GrantGiven given) {
        tell("administrators.told.given", given.person(), given.role(), given.unit());
    }

    @EventListener
    void ended(IdentityEvent.GrantEnded ended) {
        tell("administrators.told.ended", ended.person(), ended.role(), ended.unit());
    }

    @EventListener
    void touched(IdentityEvent.SignedOutEverywhere touched) {
        if (touched.byHimself()) {
            return;
        }
        grants.openOf(touched.person())
                .forEach(held -> tell("administrators.told.touched", held.person(), held.role(), held.unit()));
    }

    private void tell(String key, PersonId person, Role role, UnitId unit) {
        if (!Role.ADMINISTRATORS.contains(role)) {
            return;
        }
        var words = List.of(directory.person(person).name(), directory.pathName(unit));
        var cause = "administrators:" + key + ":" + person.value() + ":" + role + ":" + clock.instant();
        holders.nearestUnitWith(Role.AUDIT_ADMINISTRATOR, unit).stream()
                .flatMap(nearest -> holders.holders(Role.AUDIT_ADMINISTRATOR, nearest).stream())
                .filter(auditor -> !auditor.equals(person))
                .forEach(auditor ->
                        inbox.deliver(new Notification(auditor, key + "." + role.name(), words, DEEDS, cause)));
    }
}
