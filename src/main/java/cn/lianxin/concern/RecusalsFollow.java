package cn.lianxin.concern;

import cn.lianxin.identity.IdentityEvent;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.organization.OrganizationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is moved, promoted or reorganized may thereby come to stay out of a concern; then somebody else has it at once. */
@Component
class RecusalsFollow {

    private final Recusals recusals;
    private final Steps steps;

    RecusalsFollow(Recusals recusals, Steps steps) {
        this.recusals = recusals;
        this.steps = steps;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void organizationChanged(OrganizationEvent event) {
        switch (event) {
            case OrganizationEvent.PersonMoved moved -> settle(moved.person());
            case OrganizationEvent.PersonLeft _ -> {}
            case OrganizationEvent.PostChanged _, OrganizationEvent.EmploymentChanged _ -> {}
            case OrganizationEvent.UnitMoved _, OrganizationEvent.UnitDissolved _ ->
                recusals.open().forEach(steps::settle);
        }
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void roleGiven(IdentityEvent.GrantGiven given) {
        settle(given.person());
    }

    /** What was decided for a later day has no event on that day. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT40S")
    @Transactional
    public void settleWhatBegan() {
        recusals.unsettled().forEach(steps::settle);
    }

    private void settle(PersonId person) {
        recusals.touchedBy(person).forEach(steps::settle);
    }
}
