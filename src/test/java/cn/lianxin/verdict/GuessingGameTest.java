package cn.lianxin.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
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
    private static final long SEED = System.nanoTime();

    private static final Advantage OF_ANYBODY = new Advantage();
    private static final Advantage OF_THE_ASKED = new Advantage();
    private static final Advantage WHERE_SOMETHING_WAS_HELD = new Advantage();

    /** One mine gives a target to each of the three, of which each counts as many mines as it needs. */
    @BeforeAll
    static void play() {
        var dice = new SplittableRandom(SEED);
        var opponent = Opponent.trained(MINES_SEEN, dice.split(), Batch::toCheck);
        while (OF_ANYBODY.games() < GAMES || OF_THE_ASKED.games() < GAMES || WHERE_SOMETHING_WAS_HELD.games() < GAMES) {
            var targets = GuessingGame.play(dice.split(), Batch::toCheck);
            guess(OF_ANYBODY, opponent, targets, _ -> true, dice);
            guess(OF_THE_ASKED, opponent, targets, GuessingGame.Target::asked, dice);
            guess(WHERE_SOMETHING_WAS_HELD, opponent, targets, target -> target.heldInBatch() > 0, dice);
        }
        System.out.printf(
                "GuessingGameTest: seed %d, %s, asked %s, held back %s%n",
                SEED, OF_ANYBODY, OF_THE_ASKED, WHERE_SOMETHING_WAS_HELD);
    }

    @Test
    void an_opponent_gains_less_than_a_point_over_40_000_games() {
        assertGainsLessThanAPoint(OF_ANYBODY);
    }

    /** Here the rule that five new ones must come is tried hardest: were one enough, he would gain many times as much. */
    @Test
    void nor_does_he_where_something_had_been_held_back() {
        assertGainsLessThanAPoint(WHERE_SOMETHING_WAS_HELD);
    }

    /** Here the spot checks would tell most: among those who were asked. */
    @Test
    void nor_does_he_among_those_of_whom_the_line_was_asked() {
        assertGainsLessThanAPoint(OF_THE_ASKED);
    }

    private static void assertGainsLessThanAPoint(Advantage advantage) {
        assertThat(advantage.games()).isEqualTo(GAMES);
        assertThat(advantage.upperBound()).as("seed " + SEED).isLessThanOrEqualTo(ONE_POINT);
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

    /** Were only those asked whose concern was not solved, he would read it from the step. */
    @Test
    void without_others_by_lot_he_would_gain_many_points() {
        BiFunction<Batch, RandomGenerator, List<Ripe>> lot = (batch, _) -> batch.verdicts().stream()
                .filter(ripe -> ripe.solved() == Verdict.Solved.NOT_SOLVED)
                .toList();
        var dice = new SplittableRandom(11);
        var opponent = Opponent.trained(MINES_SEEN / 10, dice.split(), lot);
        var advantage = new Advantage();
        for (var mine = 0; mine < GAMES / 10; mine++) {
            guess(advantage, opponent, GuessingGame.play(dice.split(), lot), _ -> true, dice);
        }

        System.out.printf("GuessingGameTest: without others by lot, %s%n", advantage);
        assertThat(advantage.mean()).isGreaterThan(5 * ONE_POINT);
    }

    private static void guess(
            Advantage advantage,
            Opponent opponent,
            List<GuessingGame.Target> targets,
            Predicate<GuessingGame.Target> which,
            SplittableRandom dice) {
        var meant = targets.stream().filter(which).toList();
        if (!meant.isEmpty() && advantage.games() < GAMES) {
            var target = meant.get(dice.nextInt(meant.size()));
            advantage.add(
                    opponent.guess(target) == target.truth(), Opponent.fromWhatIsPublished(target) == target.truth());
        }
    }
}
