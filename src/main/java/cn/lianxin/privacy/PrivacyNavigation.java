package cn.lianxin.privacy;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class PrivacyNavigation implements Navigation {

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return AskingForData.decides(actor)
                ? Stream.of(new NavigationEntry("navigation.data-requests", "/data-requests", 82))
                : Stream.empty();
    }
}
