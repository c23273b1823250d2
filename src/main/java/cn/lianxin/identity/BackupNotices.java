package cn.lianxin.identity;

import cn.lianxin.kernel.Role;
import cn.lianxin.platform.backup.BackupFailed;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.web.Screen;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the administrators nearest to the top of the tree, who keep the installation, that a backup was not made. */
@Component
class BackupNotices {

    private final Inbox inbox;
    private final HouseKeepers keepers;

    BackupNotices(Inbox inbox, HouseKeepers keepers) {
        this.inbox = inbox;
        this.keepers = keepers;
    }

    @EventListener
    void tell(BackupFailed failed) {
        var words = List.of(LocalDate.ofInstant(failed.at(), Screen.ZONE).toString(), failed.trouble());
        keepers.nearestToTheTop(Role.ADMINISTRATOR)
                .forEach(person -> inbox.deliver(new Notification(
                        person, "backup.told." + failed.kind(), words, "/administrators", failed.cause())));
    }
}
