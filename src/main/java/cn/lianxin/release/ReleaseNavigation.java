package cn.lianxin.release;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The same words for everybody who may decide, whether or not anything waits for him: there is no count. */
@Component
class ReleaseNavigation implements Navigation {

    private static final int PLACE = 57;

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return actor instanceof Actor.Member member && decides(member)
                ? Stream.of(new NavigationEntry("release.navigation", "/name-requests", PLACE))
                : Stream.empty();
    }

    static boolean decides(Actor.Member member) {
        return member.onHisOwn().is(Role.SUPERVISOR) || member.onHisOwn().is(Role.DESK_OFFICER);
    }
}
