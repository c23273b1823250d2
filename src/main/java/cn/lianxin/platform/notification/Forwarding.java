package cn.lianxin.platform.notification;

import cn.lianxin.kernel.PersonId;
import java.util.List;

/**
 * Whoever takes messages out of the house: mail, SMS, the enterprise messenger. Told in the transaction that puts the
 * message into the inbox, so it writes down what it owes and sends nothing yet.
 */
public interface Forwarding {

    /** @param message by which the inbox knows it; it comes once */
    void forward(long message, Notification notification);

    /** What is owed of these messages is owed to the alias of the person, which stands in his place; for whoever keeps rows. */
    default void hideAddressee(List<Long> messages, PersonId of, long alias) {}
}
