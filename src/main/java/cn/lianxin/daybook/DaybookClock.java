package cn.lianxin.daybook;

import java.time.LocalDate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When a day is over. */
@Component
class DaybookClock {

    private final Closing closing;
    private final TakingSealed sealed;

    DaybookClock(Closing closing, TakingSealed sealed) {
        this.closing = closing;
        this.sealed = sealed;
    }

    /** All of them that are over, the oldest first. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT55S")
    void look() {
        var day = closing.due();
        while (day.filter(this::close).isPresent()) {
            day = closing.due();
        }
    }

    private boolean close(LocalDate day) {
        var taken = closing.take(day, closing.start(day));
        while (taken.mine() && taken.last().isPresent()) {
            taken = closing.take(day, taken.last().get());
        }
        return taken.mine() && takeSealed(day) && closing.close(day);
    }

    private boolean takeSealed(LocalDate day) {
        var taken = sealed.take(day, sealed.start(day));
        while (taken.mine() && taken.last().isPresent()) {
            taken = sealed.take(day, taken.last().get());
        }
        return taken.mine();
    }
}
