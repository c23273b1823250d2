package cn.lianxin.escalation;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class EscalationNavigation implements Navigation {

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return EscalationController.isFor(actor)
                ? Stream.of(new NavigationEntry("navigation.escalations", "/escalations", 35))
                : Stream.empty();
    }
}
