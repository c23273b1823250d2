package cn.lianxin.sealed;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class SealedNavigation implements Navigation {

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return actor instanceof Actor.Member member ? entries(member) : Stream.empty();
    }

    private static Stream<NavigationEntry> entries(Actor.Member member) {
        var letters = member.onHisOwn().is(Role.SUPERVISOR)
                ? Stream.of(new NavigationEntry("navigation.sealed", "/sealed-letters", 48))
                : Stream.<NavigationEntry>empty();
        var recovery = member.is(Role.ADMINISTRATOR)
                ? Stream.of(new NavigationEntry("navigation.sealed-recovery", "/sealed-recovery", 87))
                : Stream.<NavigationEntry>empty();
        return Stream.concat(letters, recovery);
    }
}
