package cn.lianxin.delivery;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.outbox.Couriers;
import cn.lianxin.platform.outgoing.Mailing;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** The product's own carrying of files, to the mail server of a test. */
public final class FileCouriers {

    private FileCouriers() {}

    /** Another one is another node. */
    public static Couriers node(ApplicationContext context, Mailing mailing) {
        return Couriers.with(
                context,
                new CarryingFiles(
                        mailing,
                        context.getBean(Contacts.class),
                        context.getBean(Wishes.class),
                        List.copyOf(context.getBeansOfType(MailedFiles.class).values()),
                        context.getBean(Inbox.class),
                        context.getBean(Clock.class)));
    }

    /** He has confirmed an address; it is returned. */
    public static String reach(ApplicationContext context, PersonId person) {
        new Reached(context, context.getBean(Mailing.class), cn.lianxin.platform.outgoing.Lines.calls()).byMail(person);
        return Reached.mailOf(person);
    }
}
