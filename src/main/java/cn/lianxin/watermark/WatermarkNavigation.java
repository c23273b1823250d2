package cn.lianxin.watermark;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class WatermarkNavigation implements Navigation {

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return actor instanceof Actor.Member member && member.onHisOwn().is(Role.SUPERVISOR)
                ? Stream.of(new NavigationEntry("navigation.watermarks", "/watermarks", 59))
                : Stream.empty();
    }
}
