package cn.lianxin.equality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The two comparisons against what others have computed. */
class ComparingTest {

    /** Admissions at Berkeley in 1973 by department: men taken and not, women taken and not (Bickel and others, Science 1975). */
    private static final int[][] BERKELEY = {
        {512, 313, 89, 19},
        {353, 207, 17, 8},
        {120, 205, 202, 391},
        {138, 279, 131, 244},
        {53, 138, 94, 299},
        {22, 351, 24, 317},
    };

    @Test
    void women_at_berkeley_who_seem_to_be_turned_away_are_not_where_like_is_compared_with_like() {
        var cases = new ArrayList<Decided>();
        for (int department = 0; department < BERKELEY.length; department++) {
            var counts = BERKELEY[department];
            add(cases, "department " + department, "men", true, counts[0]);
            add(cases, "department " + department, "men", false, counts[1]);
            add(cases, "department " + department, "women", true, counts[2]);
            add(cases, "department " + department, "women", false, counts[3]);
        }
        var thrownTogether = cases.stream()
                .map(one -> new Decided("all", one.groups(), one.person(), one.granted(), one.days()))
                .toList();

        // χ² 1.5246 with one degree of freedom, as every book has it.
        assertThat(outcome(cases, "women").chance()).isCloseTo(0.2169, within(0.0001));
        assertThat(outcome(thrownTogether, "women").chance()).isLessThan(1e-15);
        assertThat(outcome(thrownTogether, "women").size()).isNegative();
        assertThat(outcome(cases, "women").size()).isPositive();
    }

    @Test
    void days_of_one_likeness_are_compared_as_mann_and_whitney_do() {
        var random = new Random(1);
        for (var turn = 0; turn < 50; turn++) {
            var here = days(random, 30 + random.nextInt(40), 0.3 * random.nextInt(3));
            var elsewhere = days(random, 30 + random.nextInt(200), 0);
            var cases = new ArrayList<Decided>();
            here.forEach(one -> cases.add(decided("one", "here", true, one)));
            elsewhere.forEach(one -> cases.add(decided("one", "elsewhere", true, one)));

            var expected = MannWhitneyUTest.withDefaults()
                    .with(AlternativeHypothesis.TWO_SIDED)
                    .with(ContinuityCorrection.DISABLED)
                    .with(PValueMethod.ASYMPTOTIC)
                    .test(array(here), array(elsewhere));

            assertThat(gap(cases, "here", Measure.DAYS).chance()).isCloseTo(expected.getPValue(), within(1e-9));
        }
    }

    @Test
    void days_of_several_likenesses_are_as_likely_as_when_cases_are_dealt_anew_within_each() {
        var random = new Random(2);
        var cases = new ArrayList<Decided>();
        for (var likeness = 0; likeness < 6; likeness++) {
            for (var one : days(random, 20, 0.25 + likeness)) {
                cases.add(decided("likeness " + likeness, "here", true, one));
            }
            for (var one : days(random, 30, likeness)) {
                cases.add(decided("likeness " + likeness, "elsewhere", true, one));
            }
        }
        var chance = gap(cases, "here", Measure.DAYS).chance();

        var asFar = IntStream.range(0, 2_000)
                .filter(_ -> gap(dealtAnew(cases, random), "here", Measure.DAYS).chance() <= chance)
                .count();

        assertThat(asFar / 2_000.0).isCloseTo(chance, within(0.015));
    }

    @Test
    void a_unit_that_gets_the_hard_matters_is_not_worse_for_it() {
        var cases = new ArrayList<Decided>();
        add(cases, "easy", "light", true, 90);
        add(cases, "easy", "light", false, 10);
        add(cases, "easy", "heavy", true, 45);
        add(cases, "easy", "heavy", false, 5);
        add(cases, "hard", "light", true, 10);
        add(cases, "hard", "light", false, 30);
        add(cases, "hard", "heavy", true, 50);
        add(cases, "hard", "heavy", false, 150);

        assertThat(outcome(cases, "heavy").size()).isCloseTo(0, within(1e-12));
        assertThat(outcome(cases, "heavy").chance()).isEqualTo(1);
    }

    @Test
    void few_cases_and_cases_without_a_like_one_are_not_compared() {
        var few = new ArrayList<Decided>();
        add(few, "one", "here", true, Comparing.FEWEST - 1);
        add(few, "one", "elsewhere", false, 500);
        var unlike = new ArrayList<Decided>();
        add(unlike, "one", "here", true, 500);
        add(unlike, "another", "elsewhere", false, 500);
        var alike = new ArrayList<Decided>();
        add(alike, "one", "here", true, 100);
        add(alike, "one", "elsewhere", true, 100);

        assertThat(new Comparing(few).all(List.of())).isEmpty();
        assertThat(new Comparing(unlike).all(List.of())).isEmpty();
        assertThat(new Comparing(alike).all(List.of())).isEmpty();
        assertThat(new Comparing(List.of()).all(List.of())).isEmpty();
    }

    @Test
    void amounts_are_compared_by_ranks_and_told_as_a_ratio_within_each_likeness() {
        var cases = new ArrayList<Decided>();
        for (int place = 0; place < 40; place++) {
            cases.add(paid("small", "here", 80 + place));
            cases.add(paid("small", "elsewhere", 2 * (80 + place)));
            cases.add(paid("large", "here", 100 * (80 + place)));
            cases.add(paid("large", "elsewhere", 200 * (80 + place)));
        }

        var gap = gap(cases, "here", Measure.AMOUNT);

        assertThat(gap.elsewhere() / gap.here()).isCloseTo(2, within(1e-9));
        assertThat(gap.here()).isCloseTo(99.5 * 10, within(1e-6));
        assertThat(gap.chance()).isLessThan(1e-9);
    }

    @Test
    void amounts_are_compared_only_where_thirty_on_both_sides_have_one() {
        var cases = new ArrayList<Decided>();
        for (int place = 0; place < 100; place++) {
            cases.add(place < Comparing.FEWEST - 1 ? paid("one", "here", place) : decided("one", "here", true, place));
            cases.add(paid("one", "elsewhere", 1_000 + place));
        }

        assertThat(new Comparing(cases).all(List.of()))
                .extracting(Gap::measure)
                .doesNotContain(Measure.AMOUNT)
                .contains(Measure.DAYS);
    }

    private static Decided paid(String likeness, String group, double yuan) {
        return new Decided(likeness, Map.of(Trait.UNIT, group), Optional.empty(), true, 5, Optional.of(yuan));
    }

    @Test
    void ages_fall_into_four_bands() {
        assertThat(IntStream.of(18, 29, 30, 44, 45, 54, 55, 80).mapToObj(AgeBand::of))
                .containsExactly(
                        AgeBand.UNDER_30,
                        AgeBand.UNDER_30,
                        AgeBand.FROM_30,
                        AgeBand.FROM_30,
                        AgeBand.FROM_45,
                        AgeBand.FROM_45,
                        AgeBand.FROM_55,
                        AgeBand.FROM_55);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trait.class,
            names = {"EMPLOYMENT", "SEX", "AGE"})
    void of_kinds_of_people_nothing_is_told_while_they_are_fewer_than_five(Trait trait) {
        assertThat(few(trait, 4)).isEmpty();
        assertThat(few(trait, 5)).extracting(Gap::measure).contains(Measure.OUTCOME, Measure.DAYS, Measure.AMOUNT);
    }

    /** However the cases fall: no group of fewer than five people is told of, in no measure. */
    @Test
    void whatever_happens_no_group_of_people_that_is_told_of_has_fewer_than_five() {
        var random = new Random(5);
        for (int turn = 0; turn < 200; turn++) {
            var cases = new ArrayList<Decided>();
            int kinds = 2 + random.nextInt(3);
            var people =
                    IntStream.range(0, kinds).map(_ -> 1 + random.nextInt(9)).toArray();
            for (int place = 0; place < 300; place++) {
                int kind = random.nextInt(kinds);
                cases.add(new Decided(
                        "likeness " + random.nextInt(2),
                        Map.of(Trait.AGE, "kind " + kind),
                        Optional.of(100L * kind + random.nextInt(people[kind])),
                        random.nextBoolean(),
                        random.nextInt(50),
                        random.nextInt(3) > 0 ? Optional.of(1.0 + random.nextInt(900)) : Optional.empty()));
            }

            assertThat(new Comparing(cases).all(List.of()))
                    .allSatisfy(gap -> assertThat(cases.stream()
                                    .filter(one -> one.group(Trait.AGE).equals(Optional.of(gap.group())))
                                    .filter(one -> gap.measure() != Measure.AMOUNT
                                            || one.amount().isPresent())
                                    .flatMap(one -> one.person().stream())
                                    .distinct())
                            .hasSizeGreaterThanOrEqualTo(5));
        }
    }

    private static List<Gap> few(Trait trait, int people) {
        var cases = new ArrayList<Decided>();
        for (int place = 0; place < 200; place++) {
            var kind = place % 2 == 0 ? "CONTRACTOR" : "OWN";
            var person = place % 2 == 0 ? place % (2 * people) : 1_000 + place;
            cases.add(new Decided(
                    "one",
                    Map.of(trait, kind),
                    Optional.of((long) person),
                    place % 3 == 0,
                    place,
                    Optional.of(1.0 + place)));
        }
        return new Comparing(cases).all(List.of());
    }

    private static List<Decided> dealtAnew(List<Decided> cases, Random random) {
        var anew = new ArrayList<Decided>();
        cases.stream().map(Decided::likeness).distinct().forEach(likeness -> {
            var alike = cases.stream()
                    .filter(one -> one.likeness().equals(likeness))
                    .toList();
            var groups = new ArrayList<>(alike.stream().map(Decided::groups).toList());
            Collections.shuffle(groups, random);
            for (int at = 0; at < alike.size(); at++) {
                anew.add(new Decided(
                        likeness,
                        groups.get(at),
                        Optional.empty(),
                        true,
                        alike.get(at).days()));
            }
        });
        return anew;
    }

    private static Gap outcome(List<Decided> cases, String group) {
        return gap(cases, group, Measure.OUTCOME);
    }

    private static Gap gap(List<Decided> cases, String group, Measure measure) {
        return new Comparing(cases)
                .all(List.of()).stream()
                        .filter(one -> one.group().equals(group) && one.measure() == measure)
                        .findFirst()
                        .orElseThrow();
    }

    /** Whole days, so that many are equal. */
    private static List<Double> days(Random random, int count, double longer) {
        return IntStream.range(0, count)
                .mapToObj(_ -> (double) Math.round(Math.exp(2 + longer + 0.7 * random.nextGaussian())))
                .toList();
    }

    private static double[] array(List<Double> days) {
        return days.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void add(List<Decided> cases, String likeness, String group, boolean granted, int count) {
        Collections.nCopies(count, decided(likeness, group, granted, 5)).forEach(cases::add);
    }

    private static Decided decided(String likeness, String group, boolean granted, double days) {
        return new Decided(likeness, Map.of(Trait.UNIT, group), Optional.empty(), granted, days);
    }
}
