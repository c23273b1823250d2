package cn.lianxin.foresight;

import cn.lianxin.delivery.MailingFiles;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who has the board decides for himself whether he gets its digest. */
@Component
class Subscribing {

    private final Subscriptions subscriptions;
    private final MailingFiles mailing;

    Subscribing(Subscriptions subscriptions, MailingFiles mailing) {
        this.subscriptions = subscriptions;
        this.mailing = mailing;
    }

    /** Refuses {@code mail-address-first} to whoever has confirmed no address; NotFound to whoever has no board. */
    @Transactional
    public void begin(Actor.Member by) {
        if (!Places.looks(by)) {
            throw new Refusal.NotFound();
        }
        if (!mailing.reaches(by.person())) {
            throw new Refusal.Violation("digest", "mail-address-first");
        }
        subscriptions.begin(by.person());
    }

    @Transactional
    public void end(Actor.Member by) {
        subscriptions.end(by.person());
    }

    @Transactional(readOnly = true)
    public boolean has(Actor.Member member) {
        return subscriptions.has(member.person());
    }
}
