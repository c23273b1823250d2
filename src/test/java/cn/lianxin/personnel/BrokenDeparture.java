package cn.lianxin.personnel;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.organization.OrganizationEvent;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Breaks the departure of one person after everything else about it was done. */
@Component
class BrokenDeparture {

    static volatile Optional<PersonId> breaksAt = Optional.empty();

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void personLeft(OrganizationEvent.PersonLeft left) {
        if (breaksAt.filter(left.person()::equals).isPresent()) {
            throw new IllegalStateException("broken on purpose");
        }
    }
}
