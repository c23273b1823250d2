package cn.lianxin.verdict;

import cn.lianxin.verdict.GuessingGame.Figures;
import cn.lianxin.verdict.GuessingGame.Target;
import cn.lianxin.verdict.Verdict.Solved;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Has seen thousands of mines of which he was told every verdict, and remembers for everything that he can tell two verdicts
 * apart by what was said most often there. What he has seen too seldom he guesses from what was published.
 */
final class Opponent {

    private static final int SEEN_OFTEN = 60;

    private record Clue(Figures published, int withheld, int heldInBatch, boolean rolledUp) {}

    private final Map<Clue, int[]> seen = new HashMap<>();

    static Opponent trained(int mines, SplittableRandom dice) {
        var opponent = new Opponent();
        for (var mine = 0; mine < mines; mine++) {
            GuessingGame.play(dice.split()).forEach(opponent::learn);
        }
        return opponent;
    }

    private void learn(Target target) {
        seen.computeIfAbsent(clue(target), _ -> new int[3])[target.truth().ordinal()]++;
    }

    Solved guess(Target target) {
        var counts = seen.getOrDefault(clue(target), new int[3]);
        return counts[0] + counts[1] + counts[2] >= SEEN_OFTEN
                ? new Figures(counts[0], counts[1], counts[2]).mostFrequent()
                : fromWhatIsPublished(target);
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
                target.published().orElse(Figures.NONE), target.withheld(), target.heldInBatch(), target.rolledUp());
    }
}
