package cn.lianxin.delivery;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.outbox.Outbox;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Each chooses for himself, and what already waits follows his choice. */
@Component
class Choosing {

    private final Wishes wishes;
    private final Contacts contacts;
    private final Outbox outbox;
    private final Recipients recipients;
    private final Clock clock;

    Choosing(Wishes wishes, Contacts contacts, Outbox outbox, Recipients recipients, Clock clock) {
        this.wishes = wishes;
        this.contacts = contacts;
        this.outbox = outbox;
        this.recipients = recipients;
        this.clock = clock;
    }

    @Transactional
    void choose(Wish wish, PersonId person) {
        wishes.keep(person, wish);
        var due = wish.due(clock.instant(), Optional.empty());
        contacts.waysOf(person)
                .forEach(way -> recipients.of(person).forEach(recipient -> outbox.moveDue(way, recipient, due)));
    }
}
