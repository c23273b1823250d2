package cn.lianxin.identity;

import cn.lianxin.kernel.Role;
import cn.lianxin.platform.certificate.CertificateEnds;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.web.Screen;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the administrators nearest to the top of the tree, who keep the installation, that a certificate ends. */
@Component
class CertificateNotices {

    private final Inbox inbox;
    private final HouseKeepers keepers;

    CertificateNotices(Inbox inbox, HouseKeepers keepers) {
        this.inbox = inbox;
        this.keepers = keepers;
    }

    @EventListener
    void tell(CertificateEnds ends) {
        var day = LocalDate.ofInstant(ends.at(), Screen.ZONE).toString();
        var words = List.of(day, String.valueOf(ends.days()));
        keepers.nearestToTheTop(Role.ADMINISTRATOR)
                .forEach(person -> inbox.deliver(new Notification(
                        person, "certificate.told." + ends.which(), words, "/certificate", ends.cause())));
    }
}
