package cn.lianxin.webhook;

import cn.lianxin.identity.RoleHolders;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An endpoint that nothing reaches is switched off once, and an administrator is told. */
@Component
class SwitchingOff {

    private final Endpoints endpoints;
    private final RoleHolders holders;
    private final Inbox inbox;

    SwitchingOff(Endpoints endpoints, RoleHolders holders, Inbox inbox) {
        this.endpoints = endpoints;
        this.holders = holders;
        this.inbox = inbox;
    }

    @Transactional
    void switchOff(Endpoint endpoint) {
        if (!endpoints.fail(endpoint.id())) {
            return;
        }
        holders.nearest(Role.ADMINISTRATOR, endpoint.unit())
                .ifPresent(administrator -> inbox.deliver(new Notification(
                        administrator,
                        "notice.webhook-failed",
                        List.of(endpoint.name()),
                        "/webhooks/" + endpoint.id(),
                        "",
                        Notification.Topic.WORK,
                        Notification.Reach.AS_CHOSEN)));
    }
}
