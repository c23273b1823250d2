package cn.lianxin.platform.certificate;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class CertificateNavigation implements Navigation {

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return actor.is(Role.ADMINISTRATOR)
                ? Stream.of(new NavigationEntry("navigation.certificate", "/certificate", 86))
                : Stream.empty();
    }
}
