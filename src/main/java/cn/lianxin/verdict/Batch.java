package cn.lianxin.verdict;

import cn.lianxin.kernel.UnitId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Verdicts that are published together, as numbers. Those of fewer than five people are refused, and verdicts that are all
 * alike: who reads such a batch would know what each of them said.
 */
record Batch(UnitId unit, List<Ripe> verdicts) {

    /** Never lowered; where a unit has too few, they wait or are counted further up. */
    static final int FEWEST = 5;

    private static final int DECOYS = 2;

    Batch {
        verdicts = List.copyOf(verdicts);
        if (people(verdicts) < FEWEST || alike(verdicts)) {
            throw new IllegalArgumentException("would give its verdicts away");
        }
    }

    /**
     * What becomes of verdicts that wait at one unit. Those not looked at before are looked at when they are five or
     * more: the first that differs from others withheld must not stand alone.
     */
    static Optional<Batch> of(UnitId unit, List<Ripe> waiting) {
        return isLookedAt(waiting) && !alike(waiting) ? Optional.of(new Batch(unit, waiting)) : Optional.empty();
    }

    static boolean isLookedAt(List<Ripe> waiting) {
        return people(waiting.stream().filter(ripe -> !ripe.withheld()).toList()) >= FEWEST;
    }

    /** All who left no name might be one and the same. */
    static long people(Collection<Ripe> verdicts) {
        return verdicts.stream().map(Ripe::speaker).distinct().count();
    }

    /**
     * Whom a spot check asks because of this batch: each that is not solved and for each two others by lot, or all where
     * there are not so many others. Who knows the batch learns nothing from it: of those who are asked a third was not
     * solved, or as many as were published.
     */
    List<Ripe> toCheck(RandomGenerator dice) {
        var others = new ArrayList<>(verdicts);
        others.removeIf(ripe -> ripe.solved() == Verdict.Solved.NOT_SOLVED);
        Collections.shuffle(others, dice);
        var asked = new ArrayList<>(verdicts);
        asked.removeAll(others);
        asked.addAll(others.subList(0, Math.min(others.size(), DECOYS * asked.size())));
        Collections.shuffle(asked, dice);
        return asked;
    }

    boolean rolledUp() {
        return verdicts.stream().anyMatch(Ripe::fromBelow);
    }

    int count(Verdict.Solved solved) {
        return (int) verdicts.stream().filter(ripe -> ripe.solved() == solved).count();
    }

    int count(Verdict.Satisfied satisfied) {
        return (int)
                verdicts.stream().filter(ripe -> ripe.satisfied() == satisfied).count();
    }

    private static boolean alike(List<Ripe> verdicts) {
        return same(verdicts, Ripe::solved) || same(verdicts, Ripe::satisfied);
    }

    private static boolean same(List<Ripe> verdicts, Function<Ripe, ?> word) {
        return verdicts.stream().map(word).distinct().count() <= 1;
    }
}
