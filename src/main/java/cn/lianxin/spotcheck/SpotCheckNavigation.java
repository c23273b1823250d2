package cn.lianxin.spotcheck;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The same words for everybody who may look, whether or not anything waits for him: there is no count. */
@Component
class SpotCheckNavigation implements Navigation {

    private static final int PLACE = 56;

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return actor instanceof Actor.Member member && member.onHisOwn().is(Role.SUPERVISOR)
                ? Stream.of(new NavigationEntry("spotcheck.navigation", "/spot-checks", PLACE))
                : Stream.empty();
    }
}
