package cn.lianxin.delivery;

import cn.lianxin.organization.OrganizationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who has left the enterprise is not written to any more, and his addresses are nobody's business. */
@Component
class Leavers {

    private final Confirming confirming;
    private final Wishes wishes;

    Leavers(Confirming confirming, Wishes wishes) {
        this.confirming = confirming;
        this.wishes = wishes;
    }

    @EventListener
    void personLeft(OrganizationEvent.PersonLeft left) {
        confirming.removeAll(left.person());
        wishes.forget(left.person());
    }
}
