package cn.lianxin.platform.notification;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The inbox in the head line, with the number of messages that wait. */
@Component
class InboxNavigation implements Navigation {

    private static final int AFTER_HIS_OWN = 25;

    private final Inbox inbox;

    InboxNavigation(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return switch (actor) {
            case Actor.Member member -> Stream.of(entry(inbox.unread(member.person())));
            case Actor.ReceiptHolder _, Actor.Visitor _, Actor.Application _, Actor.Clockwork _ -> Stream.empty();
        };
    }

    private static NavigationEntry entry(int unread) {
        return new NavigationEntry("navigation.inbox", "/inbox", AFTER_HIS_OWN, badge(unread));
    }

    static String badge(int unread) {
        if (unread == 0) {
            return "";
        }
        return unread < Inbox.COUNTED ? Integer.toString(unread) : "99+";
    }
}
