package cn.lianxin;

import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What has to follow a commit stands in that commit. Where the node was killed before it followed, or the database was away,
 * it counts as missed after {@code lianxin.missed-after} and any node makes up for it, without waiting for a restart. Twice
 * does no harm: whatever follows knows what it has done already.
 */
@Component
class MissedFacts {

    private final FailedEventPublications missed;

    MissedFacts(FailedEventPublications missed) {
        this.missed = missed;
    }

    @Scheduled(fixedDelayString = "${lianxin.missed-every}", initialDelayString = "${lianxin.missed-every}")
    void makeUp() {
        missed.resubmit(ResubmissionOptions.defaults());
    }
}
