package cn.lianxin.identity;

import cn.lianxin.kernel.Role;
import cn.lianxin.platform.audit.LogBroken;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells those who keep the house, and those who watch over it, that a log is not what it was: whoever altered it may be one
 * of the first and is none of the others.
 */
@Component
class BrokenLogNotices {

    private final Inbox inbox;
    private final HouseKeepers keepers;

    BrokenLogNotices(Inbox inbox, HouseKeepers keepers) {
        this.inbox = inbox;
        this.keepers = keepers;
    }

    @EventListener
    void tell(LogBroken broken) {
        var words = List.of(Long.toString(broken.place()));
        var key = "audit.told." + broken.log();
        Stream.of(Role.ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR, Role.SUPERVISOR)
                .flatMap(role -> keepers.nearestToTheTop(role).stream())
                .distinct()
                .forEach(person -> inbox.deliver(new Notification(person, key, words, "/audit", broken.cause())));
    }
}
