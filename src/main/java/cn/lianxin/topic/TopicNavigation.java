package cn.lianxin.topic;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The same for everybody who leads or supervises, without a count; a desk comes by the message. */
@Component
class TopicNavigation implements Navigation {

    private static final int PLACE = 62;

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return Stream.of(Role.UNIT_LEADER, Role.SUPERVISOR).anyMatch(actor::is)
                ? Stream.of(new NavigationEntry("topic.navigation", "/topics", PLACE))
                : Stream.empty();
    }
}
