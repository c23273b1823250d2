package cn.lianxin.precedent;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class PrecedentNavigation implements Navigation {

    private static final int PLACE = 64;

    private final LookingAgain lookingAgain;

    PrecedentNavigation(LookingAgain lookingAgain) {
        this.lookingAgain = lookingAgain;
    }

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return lookingAgain.mayLook(actor)
                ? Stream.of(new NavigationEntry("precedent.navigation", OverturnedController.ADDRESS, PLACE))
                : Stream.empty();
    }
}
