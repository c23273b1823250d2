package cn.lianxin.report;

import cn.lianxin.delivery.MailingFiles;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everybody subscribes for himself, to what he may read. */
@Component
class Subscribing {

    private final Subscriptions subscriptions;
    private final Readers readers;
    private final MailingFiles mailing;

    Subscribing(Subscriptions subscriptions, Readers readers, MailingFiles mailing) {
        this.subscriptions = subscriptions;
        this.readers = readers;
        this.mailing = mailing;
    }

    /** Refuses {@code annual-not-by-mail}, and {@code mail-address-first} to whoever has confirmed no address. */
    @Transactional
    public void begin(UnitId unit, ReportKind kind, Actor.Member by) {
        readers.mustKeep(unit, by);
        if (kind == ReportKind.YEAR) {
            throw new Refusal.Violation("kind", "annual-not-by-mail");
        }
        if (!mailing.reaches(by.person())) {
            throw new Refusal.Violation("kind", "mail-address-first");
        }
        subscriptions.add(by.person(), unit, kind);
    }

    @Transactional
    public void end(UnitId unit, ReportKind kind, Actor.Member by) {
        subscriptions.end(by.person(), unit, kind);
    }
}
