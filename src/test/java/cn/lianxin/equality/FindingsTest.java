package cn.lianxin.equality;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.HowOften;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often a planted gap is found among two hundred cases of a group, and how much else is named. */
@Tag("slow")
class FindingsTest {

    private static final int WORLDS = HowOften.of(60, 200);
    private static final double GAP = 0.2;

    @Test
    void an_outcome_that_is_rarer_by_twenty_points_is_found_nine_times_of_ten() {
        var trials = trials((world, _) -> world.withUnitTreatedWorse(GAP, 1), Measure.OUTCOME);

        System.out.println("outcome rarer by 20 points: " + trials);
        assertThat(trials.power()).isGreaterThanOrEqualTo(0.9);
        assertThat(trials.falseShare()).isLessThanOrEqualTo(Findings.FALSE_SHARE);
    }

    @Test
    void days_that_are_longer_by_a_fifth_are_found_nine_times_of_ten() {
        var trials = trials((world, _) -> world.withUnitTreatedWorse(0, 1 + GAP), Measure.DAYS);

        System.out.println("days longer by a fifth: " + trials);
        assertThat(trials.power()).isGreaterThanOrEqualTo(0.9);
        assertThat(trials.falseShare()).isLessThanOrEqualTo(Findings.FALSE_SHARE);
    }

    @Test
    void amounts_that_are_smaller_by_a_fifth_are_found_nine_times_of_ten() {
        var trials = trials((world, _) -> world.withUnitTreatedWorse(0, 1, 1 - GAP), Measure.AMOUNT);

        System.out.println("amounts smaller by a fifth: " + trials);
        assertThat(trials.power()).isGreaterThanOrEqualTo(0.9);
        assertThat(trials.falseShare()).isLessThanOrEqualTo(Findings.FALSE_SHARE);
    }

    @Test
    void where_all_are_treated_alike_hardly_ever_anything_is_named() {
        var wrong = IntStream.range(0, WORLDS)
                .filter(seed -> !named(new PlantedWorld(seed, 0.45).withUnitTreatedWorse(0, 1))
                        .isEmpty())
                .count();

        System.out.println("worlds of equals in which something is named: " + wrong + " of " + WORLDS);
        // One in twenty, and what so many trials may stray from it once in a hundred times.
        assertThat(wrong).isLessThanOrEqualTo(HowOften.of(7, 18));
    }

    @Test
    void of_what_is_named_the_likelier_ones_stand_behind_and_nothing_is_named_of_nothing() {
        var gaps = List.of(chance(0.2), chance(0.001), chance(0.026), chance(0.9));

        assertThat(Findings.among(gaps, 0.05)).extracting(Gap::chance).containsExactly(0.001);
        assertThat(Findings.among(gaps, 0.06)).extracting(Gap::chance).containsExactly(0.001, 0.026);
        assertThat(Findings.among(List.of(), 0.05)).isEmpty();
    }

    private record Trials(double power, double falseShare) {}

    private static Trials trials(BiFunction<PlantedWorld, Integer, List<Decided>> plant, Measure measure) {
        int found = 0;
        double falseShare = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            var named = named(plant.apply(new PlantedWorld(1_000 + seed, 0.45), seed));
            var right = named.stream()
                    .filter(gap -> gap.group().equals("unit 0") && gap.measure() == measure)
                    .count();
            found += right > 0 ? 1 : 0;
            falseShare += named.isEmpty() ? 0 : (double) (named.size() - right) / named.size();
        }
        return new Trials((double) found / WORLDS, falseShare / WORLDS);
    }

    private static List<Gap> named(List<Decided> cases) {
        return Findings.in(cases);
    }

    private static Gap chance(double chance) {
        return new Gap(Trait.UNIT, "any", Measure.OUTCOME, 100, 100, 0.5, 0.5, chance);
    }
}
