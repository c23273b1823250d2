package cn.lianxin.safeguard;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The same words for everybody who may be given any, whether or not he has: there is no count. */
@Component
class SafeguardNavigation implements Navigation {

    private static final int PLACE = 58;

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return actor instanceof Actor.Member member && isFor(member)
                ? Stream.of(new NavigationEntry("safeguard.navigation", "/safeguards", PLACE))
                : Stream.empty();
    }

    static boolean isFor(Actor.Member member) {
        return member.onHisOwn().is(Role.SUPERVISOR) || member.onHisOwn().is(Role.DESK_OFFICER);
    }
}
