package cn.lianxin.verdict;

import static java.util.Objects.requireNonNull;

import cn.lianxin.concern.JudgedAnswer;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.verdict.Verdict.Satisfied;
import cn.lianxin.verdict.Verdict.Solved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A mine with some units over a year of Mondays: workers judge, what is ripe is published by the product's own rule, what
 * remains is rolled up each quarter. Keeps for every verdict what an opponent in the handling line could know of it at
 * most: who judged and when, what was published, and what was not. In truth he does not even know who judged.
 */
final class GuessingGame {

    /**
     * @param published of the batch in which it came out; nothing if it never did
     * @param withheld how many lay with it in a batch that was looked at and held back; 0 if it did not
     * @param heldInBatch how many of its batch had been held back before, itself or others
     * @param own of the unit, all that was published of it
     */
    record Target(
            Solved truth, Optional<Figures> published, int withheld, int heldInBatch, boolean rolledUp, Figures own) {}

    record Figures(int solved, int partly, int notSolved) {

        static final Figures NONE = new Figures(0, 0, 0);

        static Figures of(Batch batch) {
            return new Figures(batch.count(Solved.SOLVED), batch.count(Solved.PARTLY), batch.count(Solved.NOT_SOLVED));
        }

        Figures plus(Figures other) {
            return new Figures(solved + other.solved, partly + other.partly, notSolved + other.notSolved);
        }

        /** The word that most of them said; of several the better one. */
        Solved mostFrequent() {
            if (solved >= partly && solved >= notSolved) {
                return Solved.SOLVED;
            }
            return partly >= notSolved ? Solved.PARTLY : Solved.NOT_SOLVED;
        }
    }

    private static final UnitId MINE = new UnitId(1);
    private static final int WEEKS = 39;
    private static final int WEEKS_OF_QUARTER = 13;

    private final SplittableRandom dice;
    private final Map<Long, double[]> habits = new HashMap<>();
    private final TreeMap<Long, List<Ripe>> waiting = new TreeMap<>();
    private final Map<Long, Integer> withheldWith = new HashMap<>();
    private final Map<Long, Batch> batchOf = new HashMap<>();
    private final Map<Long, Long> unitOf = new HashMap<>();
    private final Map<Long, Solved> truths = new HashMap<>();
    private final Map<Long, Figures> publishedOf = new HashMap<>();

    private GuessingGame(SplittableRandom dice) {
        this.dice = dice;
    }

    static List<Target> play(SplittableRandom dice) {
        var game = new GuessingGame(dice);
        game.run();
        return game.targets();
    }

    private void run() {
        var units = dice.nextInt(2, 5);
        for (var unit = 2L; unit < 2 + units; unit++) {
            var solved = dice.nextDouble(0.3, 0.97);
            habits.put(unit, new double[] {
                solved, solved + (1 - solved) * dice.nextDouble(0.2, 0.8), dice.nextDouble(0.2, 4)
            });
        }
        for (var week = 0; week < WEEKS; week++) {
            habits.forEach(this::judge);
            List.copyOf(waiting.keySet()).forEach(this::look);
            if (week % WEEKS_OF_QUARTER == WEEKS_OF_QUARTER - 1) {
                rollUp();
                look(MINE.value());
            }
        }
    }

    private void judge(long unit, double[] habit) {
        for (var arrival = dice.nextDouble(); arrival < habit[2] / (1 + habit[2]); arrival = dice.nextDouble()) {
            var word = dice.nextDouble();
            var solved = word < habit[0] ? Solved.SOLVED : word < habit[1] ? Solved.PARTLY : Solved.NOT_SOLVED;
            var id = (long) truths.size();
            truths.put(id, solved);
            unitOf.put(id, unit);
            waiting.computeIfAbsent(unit, _ -> new ArrayList<>())
                    .add(new Ripe(
                            new JudgedAnswer(id, 1), new UnitId(unit), solved, contentWith(solved), false, false));
        }
    }

    private Satisfied contentWith(Solved solved) {
        var chance = dice.nextDouble();
        return switch (solved) {
            case SOLVED ->
                chance < 0.8 ? Satisfied.SATISFIED : chance < 0.95 ? Satisfied.FAIRLY : Satisfied.NOT_SATISFIED;
            case PARTLY ->
                chance < 0.2 ? Satisfied.SATISFIED : chance < 0.7 ? Satisfied.FAIRLY : Satisfied.NOT_SATISFIED;
            case NOT_SOLVED ->
                chance < 0.05 ? Satisfied.SATISFIED : chance < 0.3 ? Satisfied.FAIRLY : Satisfied.NOT_SATISFIED;
        };
    }

    private void look(long unit) {
        var here = requireNonNull(waiting.get(unit));
        var batch = Batch.of(new UnitId(unit), here);
        if (batch.isPresent()) {
            here.forEach(ripe -> batchOf.put(ripe.answer().concern(), batch.get()));
            publishedOf.merge(unit, Figures.of(batch.get()), Figures::plus);
            waiting.remove(unit);
        } else if (Batch.isLookedAt(here)) {
            here.replaceAll(ripe ->
                    new Ripe(ripe.answer(), ripe.waitsAt(), ripe.solved(), ripe.satisfied(), true, ripe.fromBelow()));
            here.forEach(ripe -> withheldWith.put(ripe.answer().concern(), here.size()));
        }
    }

    private void rollUp() {
        var above = waiting.computeIfAbsent(MINE.value(), _ -> new ArrayList<>());
        for (var unit : List.copyOf(waiting.keySet())) {
            if (unit != MINE.value()) {
                requireNonNull(waiting.remove(unit))
                        .forEach(ripe ->
                                above.add(new Ripe(ripe.answer(), MINE, ripe.solved(), ripe.satisfied(), false, true)));
            }
        }
    }

    private List<Target> targets() {
        return truths.entrySet().stream()
                .map(entry -> target(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Target target(long id, Solved truth) {
        return new Target(
                truth,
                Optional.ofNullable(batchOf.get(id)).map(Figures::of),
                withheldWith.getOrDefault(id, 0),
                Optional.ofNullable(batchOf.get(id)).map(GuessingGame::held).orElse(0),
                Optional.ofNullable(batchOf.get(id))
                        .filter(batch -> batch.unit().equals(MINE))
                        .isPresent(),
                publishedOf.getOrDefault(requireNonNull(unitOf.get(id)), Figures.NONE));
    }

    private static int held(Batch batch) {
        return (int) batch.verdicts().stream().filter(Ripe::withheld).count();
    }
}
