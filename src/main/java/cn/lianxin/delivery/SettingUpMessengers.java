package cn.lianxin.delivery;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.outgoing.Outcome;
import cn.lianxin.platform.outgoing.OutgoingCalls;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** An administrator describes a gateway and tries it. */
@Component
class SettingUpMessengers {

    private final Caretakers caretakers;
    private final Messengers messengers;
    private final OutgoingCalls calls;
    private final Sending sending;
    private final Wording wording;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SettingUpMessengers(
            Caretakers caretakers,
            Messengers messengers,
            OutgoingCalls calls,
            Sending sending,
            Wording wording,
            AuditTrail audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.caretakers = caretakers;
        this.messengers = messengers;
        this.calls = calls;
        this.sending = sending;
        this.wording = wording;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    Messenger get(long id, Actor by) {
        caretakers.mustHave(by);
        return messengers.find(id).orElseThrow(Refusal.NotFound::new);
    }

    Messenger empty(Actor by) {
        caretakers.mustHave(by);
        return Messenger.empty();
    }

    /** Also refuses an address that calls may not go to. The name is looked up before the transaction begins. */
    long save(long id, MessengerForm form, Actor by) {
        caretakers.mustHave(by);
        if (id != 0) {
            get(id, by);
        }
        var messenger = form.messenger(id);
        calls.mustBeAllowed(CallTemplate.sampleAddress(messenger), "url");
        return Objects.requireNonNull(transactions.execute(_ -> write(messenger, form.secret(), by)));
    }

    private long write(Messenger messenger, String secret, Actor by) {
        var id = messenger.id();
        if (id == 0) {
            id = messengers.add(messenger, ((Actor.Member) by).person(), clock.instant());
        } else {
            messengers.change(messenger, ((Actor.Member) by).person(), clock.instant());
        }
        if (!secret.isBlank()) {
            messengers.keepSecret(id, secret.strip());
        }
        audit.record(by, "messenger.set-up", "messenger:" + id, messenger.name());
        return id;
    }

    /** Sends a trial to an address of the administrator's own and tells what became of it. */
    Outcome tryOut(long id, String typed, Locale language, Actor by) {
        var messenger = get(id, by);
        var address = messenger.addressKind().tidy(typed);
        if (!messenger.addressKind().takes(address)) {
            throw new Refusal.Violation("to", "contact-wrong." + messenger.addressKind());
        }
        audit.record(by, "messenger.tried", "messenger:" + id, "");
        return sending.sendAtOnce(messenger.way(), address, wording.trial(language));
    }
}
