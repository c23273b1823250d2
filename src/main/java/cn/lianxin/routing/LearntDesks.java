package cn.lianxin.routing;

import cn.lianxin.casework.MatterAdvice;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.classification.Classifier;
import cn.lianxin.platform.classification.Sample;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What each desk taught, on this node and in memory only. It is learnt anew within the hour after a desk sorted something,
 * by one thread of its own beside the requests; {@code lianxin.routing=false} leaves it out.
 */
@Component
class LearntDesks implements MatterAdvice {

    private record Learnt(String mark, Classifier classifier) {}

    private static final Logger LOG = LoggerFactory.getLogger(LearntDesks.class);
    private static final int FEWEST_CASES = 60;
    private static final int MOST_WEIGHTS = 1_000_000;

    /** Below the first nothing is told; a matter below the second is not worth a line. */
    private static final double SURE_ENOUGH = 0.4;

    private static final double WORTH_A_LINE = 0.1;

    private final SortedCases cases;
    private final boolean wanted;
    private final Map<UnitId, Learnt> learnt = new ConcurrentHashMap<>();
    private final ForkJoinPool aside = new ForkJoinPool(1);
    private final AtomicBoolean learning = new AtomicBoolean();

    LearntDesks(SortedCases cases, @Value("${lianxin.routing:true}") boolean wanted) {
        this.cases = cases;
        this.wanted = wanted;
    }

    @Override
    public List<Advice> advise(UnitId desk, String title, String words, int most) {
        var known = learnt.get(desk);
        if (known == null) {
            return List.of();
        }
        var guesses = known.classifier().guess(title, words, most);
        return guesses.getFirst().confidence() < SURE_ENOUGH
                ? List.of()
                : guesses.stream()
                        .filter(guess -> guess.confidence() >= WORTH_A_LINE)
                        .map(guess -> new Advice(
                                guess.label(),
                                guess.confidence(),
                                known.classifier().because(guess.label(), title, words)))
                        .toList();
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void learnAside() {
        if (wanted && learning.compareAndSet(false, true)) {
            aside.execute(() -> {
                try {
                    learn();
                } catch (RuntimeException failure) {
                    LOG.warn("What desks sorted could not be learnt; the words of the classification suggest", failure);
                } finally {
                    learning.set(false);
                }
            });
        }
    }

    /** Only what is new; a desk whose cases went is forgotten. */
    void learn() {
        var sorted = cases.byDesk();
        learnt.keySet().retainAll(sorted.stream().map(SortedCases.Sorted::desk).toList());
        for (var desk : sorted) {
            var known = learnt.get(desk.desk());
            if (known == null || !known.mark().equals(desk.mark())) {
                learn(desk);
            }
        }
    }

    private void learn(SortedCases.Sorted desk) {
        var samples = desk.cases() < FEWEST_CASES ? List.<Sample>of() : cases.of(desk.desk());
        if (samples.stream().map(Sample::label).distinct().count() < 2) {
            learnt.remove(desk.desk());
        } else {
            learnt.put(desk.desk(), new Learnt(desk.mark(), Classifier.learn(samples, MOST_WEIGHTS)));
        }
    }

    @PreDestroy
    void stop() {
        aside.shutdownNow();
    }
}
