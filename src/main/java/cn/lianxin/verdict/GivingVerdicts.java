package cn.lianxin.verdict;

import cn.lianxin.casework.WorkerJudgement;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.text.PlainText;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The worker judges; whoever else tries finds nothing there. */
@Component
public class GivingVerdicts implements WorkerJudgement {

    /** So long he may think again. */
    static final Duration CHANGEABLE = Duration.ofDays(30);

    private static final int LONGEST_WORD = 1_000;

    private final Verdicts verdicts;
    private final ReadingConcerns concerns;
    private final Clock clock;

    GivingVerdicts(Verdicts verdicts, ReadingConcerns concerns, Clock clock) {
        this.verdicts = verdicts;
        this.concerns = concerns;
        this.clock = clock;
    }

    /**
     * Notes the verdict on the answer that stands, or replaces the one given in the last thirty days
     * ({@code verdict-stands} after that). Publishes nothing and touches nothing that others see.
     */
    @Transactional
    public void give(ConcernNumber number, Verdict verdict, Actor by) {
        var answer = concerns.answerToJudge(number, by);
        var word = PlainText.block(verdict.word());
        if (PlainText.lengthOf(word) > LONGEST_WORD) {
            throw new Refusal.Violation("word", "words-too-long", LONGEST_WORD, PlainText.lengthOf(word));
        }
        var now = clock.instant();
        var earlier = verdicts.givenAt(answer);
        if (earlier.filter(at -> at.plus(CHANGEABLE).isBefore(now)).isPresent()) {
            throw new Refusal.Conflict("verdict-stands");
        }
        verdicts.put(answer, new Verdict(verdict.solved(), verdict.satisfied(), word), now);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> givenOn(ConcernNumber number, Actor speaker) {
        return verdicts.find(concerns.answerToJudge(number, speaker))
                .map(verdict -> "solved." + verdict.solved().name());
    }
}
