package cn.lianxin.sealed;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When a day or a moment has come. */
@Component
class SealedClock {

    private final LateAnswers late;
    private final GuardingSenders guarding;

    SealedClock(LateAnswers late, GuardingSenders guarding) {
        this.late = late;
        this.guarding = guarding;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT55S")
    void look() {
        late.look();
        guarding.look();
    }
}
