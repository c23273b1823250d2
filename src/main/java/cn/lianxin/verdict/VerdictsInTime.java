package cn.lianxin.verdict;

import cn.lianxin.concern.ReadingConcerns;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Giving verdicts on a clock of one's own, for lives of concerns that lie in the past; within the caller's transaction. */
@Component
public class VerdictsInTime {

    private final Verdicts verdicts;
    private final ReadingConcerns concerns;

    VerdictsInTime(Verdicts verdicts, ReadingConcerns concerns) {
        this.verdicts = verdicts;
        this.concerns = concerns;
    }

    public GivingVerdicts on(Clock clock) {
        return new GivingVerdicts(verdicts, concerns, clock);
    }
}
