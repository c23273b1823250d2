package cn.lianxin.administration;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** For the three themselves; who inspects comes from the page about the logs. */
@Component
class AdministratorsNavigation implements Navigation {

    private static final int PLACE = 88;

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return Role.ADMINISTRATORS.stream().anyMatch(actor::is)
                ? Stream.of(new NavigationEntry("navigation.administrators", "/administrators", PLACE))
                : Stream.empty();
    }
}
