package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class IdentityNavigation implements Navigation {

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        var accounts = Scope.accountUnits(actor).length == 0
                ? Stream.<NavigationEntry>empty()
                : Stream.of(new NavigationEntry("navigation.accounts", "/accounts", 80));
        return AbsenceKeepers.isKeeper(actor)
                ? Stream.concat(accounts, Stream.of(new NavigationEntry("navigation.absences", "/absences", 58)))
                : accounts;
    }
}
