package cn.lianxin.safeguard;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The same words for every supervisor, whether or not he has been given any: there is no count. A desk is given one seldom, and
 * comes by the message; among its daily words it would push them out of sight.
 */
@Component
class SafeguardNavigation implements Navigation {

    private static final int PLACE = 58;

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return actor instanceof Actor.Member member && member.onHisOwn().is(Role.SUPERVISOR)
                ? Stream.of(new NavigationEntry("safeguard.navigation", "/safeguards", PLACE))
                : Stream.empty();
    }

    static boolean isFor(Actor.Member member) {
        return member.onHisOwn().is(Role.SUPERVISOR) || member.onHisOwn().is(Role.DESK_OFFICER);
    }
}
