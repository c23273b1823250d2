package cn.lianxin.disclosure;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Beside what else is public, for those who answer; a worker finds it on his first page, where his head line has no room for it. */
@Component
class DisclosureNavigation implements Navigation {

    private static final int PLACE = 61;

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return actor instanceof Actor.Member member && !member.grants().isEmpty()
                ? Stream.of(new NavigationEntry("disclosure.navigation", "/disclosures", PLACE))
                : Stream.empty();
    }
}
