package cn.lianxin.silence;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When a Monday has come. */
@Component
class SilenceClock {

    private final Listening listening;

    SilenceClock(Listening listening) {
        this.listening = listening;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT50S")
    void look() {
        listening.look();
    }
}
