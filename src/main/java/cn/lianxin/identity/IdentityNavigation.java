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
        return Scope.accountUnits(actor).length == 0
                ? Stream.empty()
                : Stream.of(new NavigationEntry("navigation.accounts", "/accounts", 80));
    }
}
