package cn.lianxin.portal;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The news, for whoever comes by; who has no role finds them on his first page, where his head line has two lines and no more. */
@Component
class PortalNavigation implements Navigation {

    private static final int PLACE = 66;

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        if (actor instanceof Actor.Member member && member.grants().isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(new NavigationEntry("news.navigation", "/news", PLACE));
    }
}
