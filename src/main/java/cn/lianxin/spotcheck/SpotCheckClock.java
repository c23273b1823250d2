package cn.lianxin.spotcheck;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When a date has come. */
@Component
class SpotCheckClock {

    private final Drawing drawing;
    private final Asking asking;

    SpotCheckClock(Drawing drawing, Asking asking) {
        this.drawing = drawing;
        this.asking = asking;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT4M")
    void look() {
        drawing.publish();
        drawing.draw();
        drawing.reveal();
        asking.form();
        asking.ask();
        asking.goOn();
    }
}
