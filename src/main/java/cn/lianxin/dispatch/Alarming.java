package cn.lianxin.dispatch;

import cn.lianxin.concern.Danger;
import cn.lianxin.concern.Dangers;
import cn.lianxin.concern.StepTaken;
import cn.lianxin.identity.RoleHolders;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Raises the alarm in the transaction in which a danger is filed: it cannot be filed without. */
@Component
class Alarming {

    private final Dangers dangers;
    private final Alarms alarms;
    private final RoleHolders holders;
    private final Inbox inbox;
    private final Clock clock;

    Alarming(Dangers dangers, Alarms alarms, RoleHolders holders, Inbox inbox, Clock clock) {
        this.dangers = dangers;
        this.alarms = alarms;
        this.holders = holders;
        this.inbox = inbox;
        this.clock = clock;
    }

    @EventListener
    void raise(StepTaken taken) {
        dangers.of(taken.concern())
                .filter(danger -> alarms.add(danger.concern(), danger.unit(), clock.instant()))
                .ifPresent(this::tell);
    }

    /** All dispatchers of the nearest unit where one may hear of it, by every way they have chosen, at any hour. */
    private void tell(Danger danger) {
        var untold = dangers.untold(danger.concern());
        holders.nearestHolder(Role.DISPATCHER, danger.unit(), untold).stream()
                .flatMap(nearest -> holders.holders(Role.DISPATCHER, nearest.unit()).stream())
                .filter(person -> !untold.contains(person))
                .forEach(person -> inbox.deliver(new Notification(
                        person,
                        "notice.alarm",
                        List.of(danger.number().toString(), danger.unitName()),
                        "/dispatch",
                        "alarm:" + danger.concern(),
                        Notification.Topic.WORK,
                        Notification.Reach.AT_ONCE)));
    }
}
