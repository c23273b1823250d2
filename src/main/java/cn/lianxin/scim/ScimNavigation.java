package cn.lianxin.scim;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.organization.Today;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Stands in the head line on days on which somebody was stopped, and only then. */
@Component
class ScimNavigation implements Navigation {

    private final LeavingDays days;
    private final Today today;

    ScimNavigation(LeavingDays days, Today today) {
        this.days = days;
        this.today = today;
    }

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        if (!(actor instanceof Actor.Member) || !actor.is(Role.ADMINISTRATOR)) {
            return Stream.empty();
        }
        var waiting = days.waiting(actor.unitsAs(Role.ADMINISTRATOR), today.date()).stream()
                .mapToInt(unit -> unit.people().size())
                .sum();
        return waiting == 0
                ? Stream.empty()
                : Stream.of(
                        new NavigationEntry("scim.navigation", LeavingController.PATH, 82, String.valueOf(waiting)));
    }
}
