package cn.lianxin.delivery;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.outbox.Couriers;
import cn.lianxin.platform.outgoing.Mailing;
import cn.lianxin.platform.outgoing.OutgoingCalls;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** The product's own delivering, to the servers of a test. */
final class Reached {

    private final ApplicationContext context;
    private final Mailing mailing;
    private final OutgoingCalls calls;

    Reached(ApplicationContext context, Mailing mailing, OutgoingCalls calls) {
        this.context = context;
        this.mailing = mailing;
        this.calls = calls;
    }

    /** Another one is another node. */
    Couriers node() {
        return Couriers.with(
                context,
                new Delivering(
                        context.getBean(Ways.class),
                        context.getBean(Contacts.class),
                        context.getBean(Wishes.class),
                        context.getBean(Wording.class),
                        new Sending(mailing, calls, context.getBean(Messengers.class)),
                        context.getBean(Inbox.class),
                        context.getBean(Recipients.class),
                        context.getBean(Clock.class)));
    }

    void byMail(PersonId person) {
        context.getBean(Contacts.class)
                .keep(
                        person,
                        Way.MAIL,
                        mailOf(person),
                        context.getBean(Clock.class).instant());
    }

    void by(Way way, PersonId person) {
        context.getBean(Contacts.class)
                .keep(
                        person,
                        way.key(),
                        telephoneOf(person),
                        context.getBean(Clock.class).instant());
    }

    void wants(PersonId person, Wish wish) {
        context.getBean(Choosing.class).choose(wish, person);
    }

    /** At any hour and of everything. */
    static Wish always() {
        return new Wish(
                Wish.Rhythm.AT_ONCE,
                12,
                java.time.DayOfWeek.MONDAY,
                java.util.Optional.empty(),
                Set.of(cn.lianxin.platform.notification.Notification.Topic.values()),
                java.util.Locale.SIMPLIFIED_CHINESE);
    }

    static String mailOf(PersonId person) {
        return "p" + person.value() + "@mine.example";
    }

    static String telephoneOf(PersonId person) {
        return "138" + person.value();
    }
}
