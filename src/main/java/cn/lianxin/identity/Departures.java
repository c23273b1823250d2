package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import cn.lianxin.organization.OrganizationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the organization's changes mean for rights, in the same transaction: refused here, refused there. */
@Component
class Departures {

    private static final Actor BY = new Actor.Clockwork("departure");

    private final Accounts accounts;
    private final Granting granting;
    private final GoingAway goingAway;

    Departures(Accounts accounts, Granting granting, GoingAway goingAway) {
        this.accounts = accounts;
        this.granting = granting;
        this.goingAway = goingAway;
    }

    @EventListener
    void personLeft(OrganizationEvent.PersonLeft left) {
        granting.endAllOf(left.person(), BY);
        goingAway.endAllOf(left.person());
        accounts.closeOf(left.person());
    }

    @EventListener
    void unitDissolved(OrganizationEvent.UnitDissolved dissolved) {
        granting.endAllIn(dissolved.unit(), BY);
    }
}
