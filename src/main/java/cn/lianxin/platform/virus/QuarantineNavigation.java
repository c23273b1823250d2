package cn.lianxin.platform.virus;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class QuarantineNavigation implements Navigation {

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return actor.is(Role.ADMINISTRATOR)
                ? Stream.of(new NavigationEntry("navigation.quarantine", "/quarantine", 88))
                : Stream.empty();
    }
}
