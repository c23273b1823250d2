package cn.lianxin.spotcheck;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.kernel.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A unit that coaches or pays for good words is named within a quarter, and hardly ever an honest one. */
class SpotCheckPowerTest {

    private static final int QUARTERS = 4_000;
    private static final int UNITS = 20;
    private static final double CHEATING = 0.4;

    /** @param power of the cheating units so many were named */
    private record Outcome(double power, double lowerBoundOfPower, double falseDiscoveries, double upperBound) {}

    @Test
    void one_of_twenty_units_that_cheats_is_named_nine_times_of_ten() {
        var outcome = quarters(1, Lot.FEWEST_CALLS);

        assertThat(outcome.lowerBoundOfPower()).as("%s", outcome).isGreaterThanOrEqualTo(0.9);
        assertThat(outcome.upperBound()).as("%s", outcome).isLessThanOrEqualTo(UnitFinding.FALSE_DISCOVERIES);
    }

    @Test
    void four_of_twenty_are_too() {
        var outcome = quarters(4, Lot.FEWEST_CALLS);

        assertThat(outcome.lowerBoundOfPower()).as("%s", outcome).isGreaterThanOrEqualTo(0.9);
        assertThat(outcome.upperBound()).as("%s", outcome).isLessThanOrEqualTo(UnitFinding.FALSE_DISCOVERIES);
    }

    @Test
    void where_all_are_honest_hardly_a_quarter_names_one() {
        var outcome = quarters(0, Lot.FEWEST_CALLS);

        assertThat(outcome.falseDiscoveries()).as("%s", outcome).isPositive();
        assertThat(outcome.upperBound()).as("%s", outcome).isLessThanOrEqualTo(UnitFinding.FALSE_DISCOVERIES);
    }

    /** Why it is twenty. */
    @Test
    void ten_calls_would_be_too_few() {
        assertThat(quarters(1, Lot.FEWEST_CALLS / 2).power()).isLessThan(0.9);
    }

    /** Were each unit named whose own chance is below a tenth, honest ones would stand among those named far too often. */
    @Test
    void without_looking_at_all_units_together_the_honest_would_be_named() {
        var dice = new SplittableRandom(5);
        var quartersWithHonest = 0;
        for (var quarter = 0; quarter < QUARTERS; quarter++) {
            var findings = UnitFinding.of(counts(0, Lot.FEWEST_CALLS, dice));
            if (findings.stream().anyMatch(finding -> finding.chance() <= UnitFinding.FALSE_DISCOVERIES)) {
                quartersWithHonest++;
            }
        }

        assertThat((double) quartersWithHonest / QUARTERS).isGreaterThan(2 * UnitFinding.FALSE_DISCOVERIES);
    }

    @Test
    void the_chance_is_that_of_the_binomial_distribution() {
        assertThat(UnitFinding.tail(20, 0)).isEqualTo(1);
        assertThat(UnitFinding.tail(20, 1)).isBetween(0.64151, 0.64152);
        assertThat(UnitFinding.tail(20, 4)).isBetween(0.01590, 0.01591);
    }

    private static Outcome quarters(int cheating, int calls) {
        var dice = new SplittableRandom(2026);
        var caught = 0;
        var falsehoods = 0.0;
        var squares = 0.0;
        for (var quarter = 0; quarter < QUARTERS; quarter++) {
            var named = UnitFinding.of(counts(cheating, calls, dice)).stream()
                    .filter(UnitFinding::named)
                    .toList();
            var right = (int) named.stream()
                    .filter(finding -> finding.unit().value() <= cheating)
                    .count();
            caught += right;
            var share = named.isEmpty() ? 0 : (double) (named.size() - right) / named.size();
            falsehoods += share;
            squares += share * share;
        }
        var chances = Math.max(1, QUARTERS * cheating);
        var power = (double) caught / chances;
        var mean = falsehoods / QUARTERS;
        return new Outcome(
                power,
                power - 1.96 * Math.sqrt(power * (1 - power) / chances),
                mean,
                mean + 1.96 * Math.sqrt((squares / QUARTERS - mean * mean) / QUARTERS));
    }

    private static List<UnitFinding.Count> counts(int cheating, int calls, SplittableRandom dice) {
        var counts = new ArrayList<UnitFinding.Count>();
        for (var unit = 1; unit <= UNITS; unit++) {
            var mismatches = 0;
            for (var call = 0; call < calls; call++) {
                mismatches += dice.nextDouble() < (unit <= cheating ? CHEATING : UnitFinding.HONEST) ? 1 : 0;
            }
            counts.add(new UnitFinding.Count(new UnitId(unit), calls, mismatches));
        }
        return counts;
    }
}
