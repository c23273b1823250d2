package cn.lianxin.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whoever sees everything that the handling line may see learns nothing of one worker's verdict that the published numbers
 * do not tell anybody.
 */
@Tag("slow")
class GuessingGameTest {

    private static final int GAMES = 40_000;
    private static final int MINES_SEEN = 10_000;
    private static final double ONE_POINT = 0.01;

    @Test
    void an_opponent_gains_less_than_a_point_over_40_000_games() {
        var seed = System.nanoTime();
        var advantage = advantage(seed, GAMES, MINES_SEEN, _ -> true, Batch::toCheck);

        System.out.printf("GuessingGameTest: seed %d, %s%n", seed, advantage);
        assertThat(advantage.games()).isGreaterThanOrEqualTo(GAMES);
        assertThat(advantage.upperBound()).as("seed " + seed).isLessThanOrEqualTo(ONE_POINT);
    }

    /** Here the rule that five new ones must come is tried hardest: were one enough, he would gain many times as much. */
    @Test
    void nor_does_he_where_something_had_been_held_back() {
        var seed = System.nanoTime();
        var advantage = advantage(seed, GAMES, MINES_SEEN, target -> target.heldInBatch() > 0, Batch::toCheck);

        System.out.printf("GuessingGameTest: held back, seed %d, %s%n", seed, advantage);
        assertThat(advantage.upperBound()).as("seed " + seed).isLessThanOrEqualTo(ONE_POINT);
    }

    /** Were he told every verdict, the measure would show it. */
    @Test
    void the_measure_sees_a_leak() {
        var dice = new SplittableRandom(7);
        var advantage = new Advantage();
        for (var mine = 0; mine < 2_000; mine++) {
            for (var target : GuessingGame.play(dice.split(), Batch::toCheck)) {
                advantage.add(true, Opponent.fromWhatIsPublished(target) == target.truth());
            }
        }

        assertThat(advantage.mean()).isGreaterThan(0.1);
    }

    /** Here the spot checks would tell most: among those who were asked. */
    @Test
    void nor_does_he_among_those_of_whom_the_line_was_asked() {
        var seed = System.nanoTime();
        var advantage = advantage(seed, GAMES, MINES_SEEN, GuessingGame.Target::asked, Batch::toCheck);

        System.out.printf("GuessingGameTest: asked, seed %d, %s%n", seed, advantage);
        assertThat(advantage.upperBound()).as("seed " + seed).isLessThanOrEqualTo(ONE_POINT);
    }

    /** Were only those asked whose concern was not solved, he would read it from the step. */
    @Test
    void without_others_by_lot_he_would_gain_many_points() {
        var advantage = advantage(
                11,
                GAMES / 10,
                MINES_SEEN / 10,
                _ -> true,
                (batch, _) -> batch.verdicts().stream()
                        .filter(ripe -> ripe.solved() == Verdict.Solved.NOT_SOLVED)
                        .toList());

        System.out.printf("GuessingGameTest: without others by lot, %s%n", advantage);
        assertThat(advantage.mean()).isGreaterThan(5 * ONE_POINT);
    }

    private static Advantage advantage(
            long seed,
            int games,
            int seen,
            Predicate<GuessingGame.Target> which,
            BiFunction<Batch, RandomGenerator, List<Ripe>> lot) {
        var dice = new SplittableRandom(seed);
        var opponent = Opponent.trained(seen, dice.split(), lot);
        var advantage = new Advantage();
        while (advantage.games() < games) {
            var targets =
                    GuessingGame.play(dice.split(), lot).stream().filter(which).toList();
            if (!targets.isEmpty()) {
                var target = targets.get(dice.nextInt(targets.size()));
                advantage.add(
                        opponent.guess(target) == target.truth(),
                        Opponent.fromWhatIsPublished(target) == target.truth());
            }
        }
        return advantage;
    }
}
