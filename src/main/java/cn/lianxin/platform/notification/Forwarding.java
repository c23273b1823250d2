package cn.lianxin.platform.notification;

import java.util.List;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hands what is in an inbox on to the other channels, after the commit and as often as it takes. */
@Component
class Forwarding {

    private final List<Channel> channels;

    Forwarding(List<Channel> channels) {
        this.channels = channels;
    }

    @ApplicationModuleListener
    void on(NotificationDelivered delivered) {
        channels.forEach(channel -> channel.send(delivered.notification()));
    }
}
