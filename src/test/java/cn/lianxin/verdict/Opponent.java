package cn.lianxin.verdict;

import cn.lianxin.verdict.GuessingGame.Figures;
import cn.lianxin.verdict.GuessingGame.Target;
import cn.lianxin.verdict.Verdict.Solved;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/**
 * Has seen thousands of mines of which he was told every verdict, and remembers for everything that he can tell two verdicts
 * apart by what was said most often there. What he has seen too seldom he guesses from what was published.
 */
final class Opponent {

    private static final int SEEN_OFTEN = 60;

    private record Clue(
            Figures published, int withheld, int heldInBatch, boolean rolledUp, boolean asked, int rounds) {}

    /** What he falls back upon: whether they were asked beside what was said most often. */
    private record Hint(Solved mostFrequent, boolean published, boolean asked, int rounds) {}

    private final Map<Hint, int[]> hints = new HashMap<>();

    private final Map<Clue, int[]> seen = new HashMap<>();

    static Opponent trained(int mines, SplittableRandom dice, BiFunction<Batch, RandomGenerator, List<Ripe>> lot) {
        var opponent = new Opponent();
        for (var mine = 0; mine < mines; mine++) {
            GuessingGame.play(dice.split(), lot).forEach(opponent::learn);
        }
        return opponent;
    }

    private void learn(Target target) {
        seen.computeIfAbsent(clue(target), _ -> new int[3])[target.truth().ordinal()]++;
        hints.computeIfAbsent(hint(target), _ -> new int[3])[target.truth().ordinal()]++;
    }

    Solved guess(Target target) {
        return usual(seen.getOrDefault(clue(target), new int[3]))
                .or(() -> usual(hints.getOrDefault(hint(target), new int[3])))
                .orElseGet(() -> fromWhatIsPublished(target));
    }

    private static Optional<Solved> usual(int[] counts) {
        return counts[0] + counts[1] + counts[2] >= SEEN_OFTEN
                ? Optional.of(new Figures(counts[0], counts[1], counts[2]).mostFrequent())
                : Optional.empty();
    }

    private static Hint hint(Target target) {
        return new Hint(fromWhatIsPublished(target), target.published().isPresent(), target.asked(), target.rounds());
    }

    /** What anybody guesses who knows the batch; without one, what is usual in the unit; without that, what is usual. */
    static Solved fromWhatIsPublished(Target target) {
        return target.published()
                .or(() -> target.own().equals(Figures.NONE) ? Optional.empty() : Optional.of(target.own()))
                .map(Figures::mostFrequent)
                .orElse(Solved.SOLVED);
    }

    private static Clue clue(Target target) {
        return new Clue(
                target.published().orElse(Figures.NONE),
                target.withheld(),
                target.heldInBatch(),
                target.rolledUp(),
                target.asked(),
                target.rounds());
    }
}
