package cn.lianxin.equality;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class EqualityNavigation implements Navigation {

    private static final int PLACE = 63;

    private final EqualTreatment treatment;

    EqualityNavigation(EqualTreatment treatment) {
        this.treatment = treatment;
    }

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return Stream.of(Role.UNIT_LEADER, Role.SUPERVISOR).anyMatch(actor::is)
                        && !treatment.mines(actor).isEmpty()
                ? Stream.of(new NavigationEntry("equality.navigation", "/equality", PLACE))
                : Stream.empty();
    }
}
