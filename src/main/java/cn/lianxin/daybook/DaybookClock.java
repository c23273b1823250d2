package cn.lianxin.daybook;

import java.time.LocalDate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When a day is over. */
@Component
class DaybookClock {

    private final Closing closing;

    DaybookClock(Closing closing) {
        this.closing = closing;
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
        return taken.mine() && closing.close(day);
    }
}
