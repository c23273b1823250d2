package cn.lianxin.companyaccount;

import cn.lianxin.identity.CompanyDoor;
import cn.lianxin.identity.CompanyPasswords;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** In the head line where there is something to look after; the page itself is there in any case. */
@Component
class CompanyAccountNavigation implements Navigation {

    private final boolean on;

    CompanyAccountNavigation(Optional<CompanyPasswords> passwords, Optional<CompanyDoor> door) {
        this.on = passwords.isPresent() || door.isPresent();
    }

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return on && actor.is(Role.ADMINISTRATOR)
                ? Stream.of(new NavigationEntry("navigation.company-account", "/company-account", 89))
                : Stream.empty();
    }
}
