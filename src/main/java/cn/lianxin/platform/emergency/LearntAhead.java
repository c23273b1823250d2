package cn.lianxin.platform.emergency;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Learns a while after the start, so that the first page which asks need not wait for it. */
@Component
class LearntAhead {

    @Scheduled(initialDelayString = "PT45S")
    void learn() {
        Learnt.likelihood("");
    }
}
