package cn.lianxin.dispatch;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class DispatchNavigation implements Navigation {

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return actor instanceof Actor.Member && actor.is(Role.DISPATCHER)
                ? Stream.of(new NavigationEntry("navigation.dispatch", "/dispatch", 30))
                : Stream.empty();
    }
}
