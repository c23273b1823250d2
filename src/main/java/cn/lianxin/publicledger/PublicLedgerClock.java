package cn.lianxin.publicledger;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When something has become of a published concern. */
@Component
class PublicLedgerClock {

    private final Following following;

    PublicLedgerClock(Following following) {
        this.following = following;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT50S")
    void look() {
        following.withdrawOvertaken();
        following.noteVerdicts();
        following.noteRecurrences();
    }
}
