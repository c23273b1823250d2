package cn.lianxin.delivery;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.outbox.Outbox;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Owes somebody a file by mail, in the transaction that owes it, at the address that he has confirmed. */
@Component
public class MailingFiles {

    private final Contacts contacts;
    private final Wishes wishes;
    private final Outbox outbox;
    private final Clock clock;

    MailingFiles(Contacts contacts, Wishes wishes, Outbox outbox, Clock clock) {
        this.contacts = contacts;
        this.wishes = wishes;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Whether he has an address that he has confirmed. */
    @Transactional(readOnly = true)
    public boolean reaches(PersonId person) {
        return contacts.waysOf(person).contains(Way.MAIL);
    }

    /** Once for each key, however often; never at night, unless he wants it so. */
    @Transactional
    public void owe(PersonId to, String key) {
        var due = wishes.of(to).afterQuiet(clock.instant());
        outbox.put(CarryingFiles.QUEUE, to.value(), "file:" + key, key, due, false);
    }
}
