package cn.lianxin.portal;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The news, for whoever comes by. */
@Component
class PortalNavigation implements Navigation {

    private static final int PLACE = 66;

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return Stream.of(new NavigationEntry("news.navigation", "/news", PLACE));
    }
}
