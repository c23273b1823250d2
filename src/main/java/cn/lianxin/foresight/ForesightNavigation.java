package cn.lianxin.foresight;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Beside the board of the morning. */
@Component
class ForesightNavigation implements Navigation {

    private static final int PLACE = 60;

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return actor instanceof Actor.Member && Places.looks(actor)
                ? Stream.of(new NavigationEntry("foresight.navigation", "/foresight", PLACE))
                : Stream.empty();
    }
}
