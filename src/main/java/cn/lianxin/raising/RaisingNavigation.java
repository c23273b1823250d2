package cn.lianxin.raising;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class RaisingNavigation implements Navigation {

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        var everybody = Stream.of(new NavigationEntry("navigation.raise", "/concerns/new", 10));
        return switch (actor) {
            case Actor.Member member ->
                Stream.concat(
                        everybody,
                        member.is(Role.DESK_OFFICER)
                                ? Stream.of(mine(), new NavigationEntry("navigation.entry", "/desk/entry", 35))
                                : Stream.of(mine()));
            case Actor.ReceiptHolder _ -> Stream.concat(everybody, Stream.of(mine()));
            case Actor.Visitor _, Actor.Application _, Actor.Clockwork _ -> everybody;
        };
    }

    private static NavigationEntry mine() {
        return new NavigationEntry("navigation.mine", "/concerns", 20);
    }
}
