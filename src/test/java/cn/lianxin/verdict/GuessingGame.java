package cn.lianxin.verdict;

import static java.util.Objects.requireNonNull;

import cn.lianxin.concern.JudgedAnswer;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.verdict.Verdict.Satisfied;
import cn.lianxin.verdict.Verdict.Solved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

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
     * @param asked whether the line was asked to show how it stands, because of its batch
     * @param rounds how often those of its batch were asked
     */
    record Target(
            Solved truth,
            Optional<Figures> published,
            int withheld,
            int heldInBatch,
            boolean rolledUp,
            Figures own,
            boolean asked,
            int rounds) {}

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

    private record Published(Batch batch, Figures figures, int held, int rounds) {}

    private static final UnitId MINE = new UnitId(1);
    private static final int MOST_ROUNDS = 3;
    private static final int WEEKS = 39;
    private static final int WEEKS_OF_QUARTER = 13;

    private final SplittableRandom dice;
    private final Map<Long, double[]> habits = new HashMap<>();
    private final TreeMap<Long, List<Ripe>> waiting = new TreeMap<>();
    private final Map<Long, Integer> withheldWith = new HashMap<>();
    private final Map<Long, Published> batchOf = new HashMap<>();
    private final Map<Long, Long> unitOf = new HashMap<>();
    private final Map<Long, Solved> truths = new HashMap<>();
    private final Set<Long> asked = new HashSet<>();
    private final BiFunction<Batch, RandomGenerator, List<Ripe>> lot;
    private final Map<Long, Figures> publishedOf = new HashMap<>();

    private GuessingGame(SplittableRandom dice, BiFunction<Batch, RandomGenerator, List<Ripe>> lot) {
        this.dice = dice;
        this.lot = lot;
    }

    /** @param lot by which it is drawn who of a batch is asked; the product's own is {@link Batch#toCheck} */
    static List<Target> play(SplittableRandom dice, BiFunction<Batch, RandomGenerator, List<Ripe>> lot) {
        var game = new GuessingGame(dice, lot);
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
                            List.of(new JudgedAnswer(id, 1)),
                            Optional.of((long) id),
                            new UnitId(unit),
                            solved,
                            contentWith(solved),
                            false,
                            false));
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
            var published = new Published(batch.get(), Figures.of(batch.get()), held(batch.get()), check(batch.get()));
            here.forEach(ripe -> batchOf.put(ripe.answer().concern(), published));
            publishedOf.merge(unit, published.figures(), Figures::plus);
            waiting.remove(unit);
        } else if (Batch.isLookedAt(here)) {
            here.replaceAll(ripe -> ripe.heldBack());
            here.forEach(ripe -> withheldWith.put(ripe.answer().concern(), here.size()));
        }
    }

    /** All of them again, as long as a reviewer finds one not done; what he finds follows the truth as far as it can. */
    private int check(Batch batch) {
        var together = lot.apply(batch, dice);
        together.forEach(ripe -> asked.add(ripe.answer().concern()));
        var round = together.isEmpty() ? 0 : 1;
        while (round > 0 && round < MOST_ROUNDS && together.stream().anyMatch(this::isFoundNotDone)) {
            round++;
        }
        return round;
    }

    private boolean isFoundNotDone(Ripe ripe) {
        return dice.nextDouble()
                < switch (ripe.solved()) {
                    case SOLVED -> 0.03;
                    case PARTLY -> 0.25;
                    case NOT_SOLVED -> 0.75;
                };
    }

    private void rollUp() {
        var above = waiting.computeIfAbsent(MINE.value(), _ -> new ArrayList<>());
        for (var unit : List.copyOf(waiting.keySet())) {
            if (unit != MINE.value()) {
                requireNonNull(waiting.remove(unit)).forEach(ripe -> above.add(ripe.risen(MINE)));
            }
        }
    }

    private List<Target> targets() {
        return truths.entrySet().stream()
                .map(entry -> target(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Target target(long id, Solved truth) {
        var published = Optional.ofNullable(batchOf.get(id));
        return new Target(
                truth,
                published.map(Published::figures),
                withheldWith.getOrDefault(id, 0),
                published.map(Published::held).orElse(0),
                published.filter(it -> it.batch().unit().equals(MINE)).isPresent(),
                publishedOf.getOrDefault(requireNonNull(unitOf.get(id)), Figures.NONE),
                asked.contains(id),
                published.map(Published::rounds).orElse(0));
    }

    private static int held(Batch batch) {
        return (int) batch.verdicts().stream().filter(Ripe::withheld).count();
    }
}
