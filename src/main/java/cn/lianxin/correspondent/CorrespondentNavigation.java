package cn.lianxin.correspondent;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** For those who keep the books; everybody else comes by his own pieces. */
@Component
class CorrespondentNavigation implements Navigation {

    private static final int PLACE = 50;

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return Keepers.keeps(actor)
                ? Stream.of(new NavigationEntry("correspondent.navigation", "/correspondents", PLACE))
                : Stream.empty();
    }
}
