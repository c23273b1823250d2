package cn.lianxin.safeguard;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When a day or a moment has come. */
@Component
class SafeguardClock {

    private final Watching watching;

    SafeguardClock(Watching watching) {
        this.watching = watching;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT45S")
    void look() {
        watching.askWhoseDayHasCome();
        watching.passOn();
    }
}
