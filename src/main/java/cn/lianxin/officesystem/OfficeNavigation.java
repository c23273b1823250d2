package cn.lianxin.officesystem;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** For administrators; chief editors find it beside their queue. */
@Component
class OfficeNavigation implements Navigation {

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return actor.is(Role.ADMINISTRATOR)
                ? Stream.of(new NavigationEntry("office.navigation", "/office-systems", 87))
                : Stream.empty();
    }
}
