package cn.lianxin.platform.audit;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.HeadMark;
import cn.lianxin.platform.web.HeadMarks;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Leads to the logs, and stands on every page of those who keep them while one is not what it was. */
@Component
class AuditNavigation implements Navigation, HeadMarks {

    private final Checking checking;

    AuditNavigation(Checking checking) {
        this.checking = checking;
    }

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return keeps(actor) ? Stream.of(new NavigationEntry("navigation.audit", "/audit", 89)) : Stream.empty();
    }

    @Override
    public Stream<HeadMark> marksFor(Actor actor) {
        return keeps(actor) && checking.isBroken()
                ? Stream.of(new HeadMark("audit.mark", List.of(), Optional.empty()))
                : Stream.empty();
    }

    /** Who sees whether the logs are whole; what stands in them is not for all of these. */
    static boolean keeps(Actor actor) {
        return actor.is(Role.ADMINISTRATOR) || AuditTrail.isReadBy(actor);
    }
}
