package cn.lianxin.imprint;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** For administrators; editors find it beside their queue. */
@Component
class ImprintNavigation implements Navigation {

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return actor.is(Role.ADMINISTRATOR)
                ? Stream.of(new NavigationEntry("imprint.title", "/newsroom/channels", 88))
                : Stream.empty();
    }
}
