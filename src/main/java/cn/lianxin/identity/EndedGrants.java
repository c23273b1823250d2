package cn.lianxin.identity;

import cn.lianxin.kernel.Actor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the other rooms of roles whose last day is over: nobody revoked them, and somebody else must take over. */
@Component
class EndedGrants {

    private static final Actor BY = new Actor.Clockwork("ended-grants");

    private final Granting granting;

    EndedGrants(Granting granting) {
        this.granting = granting;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    @Transactional
    public void tell() {
        granting.tellRunOut(BY);
    }
}
