package cn.lianxin.delivery;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.outbox.Carrier;
import cn.lianxin.platform.outbox.Parcel;
import cn.lianxin.platform.outbox.Queue;
import cn.lianxin.platform.outbox.Readiness;
import cn.lianxin.platform.outbox.Settled;
import cn.lianxin.platform.outgoing.Handover;
import cn.lianxin.platform.outgoing.Outcome;
import cn.lianxin.platform.outgoing.Trouble;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells people that something new waits for them. */
@Component
class Delivering implements Carrier {

    private final Ways ways;
    private final Contacts contacts;
    private final Wishes wishes;
    private final Wording wording;
    private final Sending sending;
    private final Inbox inbox;
    private final Recipients recipients;
    private final Clock clock;

    Delivering(
            Ways ways,
            Contacts contacts,
            Wishes wishes,
            Wording wording,
            Sending sending,
            Inbox inbox,
            Recipients recipients,
            Clock clock) {
        this.ways = ways;
        this.contacts = contacts;
        this.wishes = wishes;
        this.wording = wording;
        this.sending = sending;
        this.inbox = inbox;
        this.recipients = recipients;
        this.clock = clock;
    }

    @Override
    public List<Queue> queues() {
        return ways.open().stream().map(Way::queue).toList();
    }

    /** What he has read meanwhile, or does not want to hear of any more, needs no message; at night none goes. */
    @Override
    public Readiness readiness(Parcel parcel) {
        return recipients.of(parcel).map(person -> readiness(parcel, person)).orElseGet(Readiness.NoLonger::new);
    }

    private Readiness readiness(Parcel parcel, PersonId person) {
        var wish = wishes.of(person);
        var wanted = parcel.contents().stream()
                .map(Owed::of)
                .filter(owed -> wish.wants(owed.topic()))
                .map(Owed::message)
                .toList();
        if (!contacts.waysOf(person).contains(parcel.queue()) || !inbox.isUnread(person, wanted)) {
            return new Readiness.NoLonger();
        }
        var now = clock.instant();
        var allowed = parcel.urgent() ? now : wish.afterQuiet(now);
        return allowed.isAfter(now) ? new Readiness.Later(allowed) : new Readiness.Now();
    }

    @Override
    public Outcome carry(Parcel parcel, Handover handover) {
        return recipients
                .of(parcel)
                .map(person -> carry(parcel, person, handover))
                .orElseGet(() -> new Outcome.Failed(Trouble.NOT_SET_UP, ""));
    }

    private Outcome carry(Parcel parcel, PersonId person, Handover handover) {
        var way = ways.find(parcel.queue());
        var address = contacts.address(person, parcel.queue());
        if (way.isEmpty() || address.isEmpty()) {
            return new Outcome.Failed(Trouble.NOT_SET_UP, "");
        }
        var letter = wording.somethingNew(parcel.id(), wishes.of(person).language());
        return sending.send(way.get(), address.get(), letter, handover);
    }

    /** Once a day and not by the way that failed. */
    @Override
    public void settled(Parcel parcel, Settled how) {
        if (how == Settled.GIVEN_UP) {
            recipients
                    .of(parcel)
                    .ifPresent(person -> inbox.deliver(new Notification(
                            person,
                            "notice.not-reached." + (Messenger.isMessenger(parcel.queue()) ? "messenger" : "mail"),
                            List.of(),
                            "/me/notifications",
                            "delivery:" + parcel.queue() + ":" + LocalDate.ofInstant(clock.instant(), Screen.ZONE),
                            Notification.Topic.OTHER,
                            Notification.Reach.INBOX_ONLY)));
        }
    }
}
