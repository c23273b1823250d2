package cn.lianxin.delivery;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class DeliveryNavigation implements Navigation {

    private final Caretakers caretakers;

    DeliveryNavigation(Caretakers caretakers) {
        this.caretakers = caretakers;
    }

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return caretakers.has(actor)
                ? Stream.of(new NavigationEntry("navigation.deliveries", "/deliveries", 86))
                : Stream.empty();
    }
}
