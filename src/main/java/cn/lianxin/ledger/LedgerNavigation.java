package cn.lianxin.ledger;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The ledgers in the head line of those who keep them. */
@Component
class LedgerNavigation implements Navigation {

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return actor.is(Role.DESK_OFFICER) || actor.is(Role.ADMINISTRATOR)
                ? Stream.of(new NavigationEntry("ledger.title", "/ledger", 70))
                : Stream.empty();
    }
}
