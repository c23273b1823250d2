package cn.lianxin.dispatch;

import cn.lianxin.concern.Dangers;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A dispatcher says with his name that he has heard. */
@Component
class HearingAlarms {

    private final Alarms alarms;
    private final Dangers dangers;
    private final Clock clock;

    HearingAlarms(Alarms alarms, Dangers dangers, Clock clock) {
        this.alarms = alarms;
        this.dangers = dangers;
        this.clock = clock;
    }

    /**
     * Silences the wall and stands on the timeline; a second one changes nothing.
     *
     * @throws Refusal.NotFound where the alarm is not one of his units, or he stays out of it
     */
    @Transactional
    void hear(long concern, Actor.Member by) {
        if (alarms.unitOf(concern, by.unitsAs(Role.DISPATCHER)).isEmpty() || dangers.isClosedTo(concern, by)) {
            throw new Refusal.NotFound();
        }
        if (alarms.hear(concern, by.person(), clock.instant())) {
            dangers.heard(concern, by.person());
        }
    }
}
