package cn.lianxin.verdict;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The published verdicts in the head line of those who answer for units. */
@Component
class VerdictNavigation implements Navigation {

    private static final int PLACE = 62;
    private static final Set<Role> LOOKS = Set.of(Role.UNIT_LEADER, Role.SUPERVISOR);

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return actor instanceof Actor.Member member
                        && member.grants().stream().anyMatch(grant -> LOOKS.contains(grant.role()))
                ? Stream.of(new NavigationEntry("verdicts.navigation", "/verdicts", PLACE))
                : Stream.empty();
    }
}
