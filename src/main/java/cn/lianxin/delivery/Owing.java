package cn.lianxin.delivery;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.notification.Forwarding;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.outbox.Outbox;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts down, with the message itself, by which ways its person is owed a word of it, and when. */
@Component
class Owing implements Forwarding {

    private final Contacts contacts;
    private final Wishes wishes;
    private final Ways ways;
    private final Outbox outbox;
    private final Recipients recipients;
    private final Clock clock;

    Owing(Contacts contacts, Wishes wishes, Ways ways, Outbox outbox, Recipients recipients, Clock clock) {
        this.contacts = contacts;
        this.wishes = wishes;
        this.ways = ways;
        this.outbox = outbox;
        this.recipients = recipients;
        this.clock = clock;
    }

    @Override
    public void forward(long message, Notification notification) {
        var reached = contacts.waysOf(notification.to());
        if (reached.isEmpty()) {
            return;
        }
        var wish = wishes.of(notification.to());
        if (!wish.wants(notification.topic())) {
            return;
        }
        for (var way : ways.open()) {
            if (reached.contains(way.key())) {
                owe(way, message, notification, wish);
            }
        }
    }

    private void owe(Way way, long message, Notification notification, Wish wish) {
        var now = clock.instant();
        var recipient = recipients.of(notification);
        var urgent = notification.reach() == Notification.Reach.AT_ONCE;
        var due = urgent ? now : wish.due(now, outbox.lastHandedOver(way.key(), recipient, now.minus(Wish.PAUSE)));
        var owed = new Owed(message, notification.topic());
        outbox.put(way.queue(), recipient, keyOf(message), owed.text(), due, urgent);
    }

    @Override
    public void hideAddressee(List<Long> messages, PersonId of, long alias) {
        outbox.readdress(of.value(), messages.stream().map(Owing::keyOf).toList(), alias);
    }

    private static String keyOf(long message) {
        return "message:" + message;
    }
}
