package cn.lianxin.promise;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The rules in the head line of those who keep them; from there it is one step to the table of responsibility. */
@Component
class PromiseNavigation implements Navigation {

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return KeepingRules.keepsRules(actor)
                ? Stream.of(new NavigationEntry("navigation.rules", "/rules", 85))
                : Stream.empty();
    }
}
