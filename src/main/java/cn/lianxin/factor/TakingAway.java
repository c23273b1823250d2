package cn.lianxin.factor;

import cn.lianxin.identity.Accounts;
import cn.lianxin.identity.IdentityEvent;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.OrganizationEvent;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever has lost telephone and paper stands at the desk with his work card; what he hears of it is in his inbox. */
@Component
class TakingAway {

    private final Factors factors;
    private final Enrolments enrolments;
    private final HalfSignIns halves;
    private final Accounts accounts;
    private final Inbox inbox;
    private final Clock clock;

    TakingAway(
            Factors factors, Enrolments enrolments, HalfSignIns halves, Accounts accounts, Inbox inbox, Clock clock) {
        this.factors = factors;
        this.enrolments = enrolments;
        this.halves = halves;
        this.accounts = accounts;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Whether he has one, for those who keep his account. */
    @Transactional(readOnly = true)
    boolean isThere(PersonId person, Actor by) {
        accounts.obstacle(person, by);
        return factors.has(person);
    }

    /**
     * The password stays as it is, and is enough until he sets up something else.
     *
     * @throws Refusal.Conflict {@code factor-none}
     */
    @Transactional
    void atDesk(PersonId person, String reason, Actor by) {
        accounts.takeAwayAtDesk(person, "factor.taken-away", reason, by);
        if (!factors.has(person)) {
            throw new Refusal.Conflict("factor-none");
        }
        factors.removeAll(person);
        var cause = "factor:" + person.value() + ":taken-away:" + clock.instant();
        inbox.deliver(new Notification(person, "factor.was-taken-away", List.of(), "/me/second-factor", cause));
    }

    @EventListener
    void signedOutEverywhere(IdentityEvent.SignedOutEverywhere event) {
        halves.endAllOf(event.person());
        enrolments.end(event.person());
    }

    @EventListener
    void personLeft(OrganizationEvent.PersonLeft left) {
        factors.removeAll(left.person());
        halves.endAllOf(left.person());
    }
}
