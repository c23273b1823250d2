package cn.lianxin.foresight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.lianxin.foresight.SeenCases.Counted;
import cn.lianxin.foresight.SeenCases.Returned;
import cn.lianxin.kernel.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

class RiseTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final LocalDate SINCE = TODAY.minusDays(Rise.RECENT_DAYS - 1L);
    private static final LocalDate YEAR = SINCE.minusDays(Rise.YEAR);
    private static final int WORLDS = 400;

    @Test
    void chances_of_many_lately_are_those_of_the_binomial_given_the_sum() {
        var random = new Random(2);
        for (int turn = 0; turn < 200; turn++) {
            int recent = random.nextInt(20);
            int before = random.nextInt(100);
            double part = 0.01 + 0.5 * random.nextDouble();
            var expected = BinomialDistribution.of(recent + before, part).survivalProbability(recent - 1);

            assertThat(Rise.atLeast(recent, before, part)).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void what_becomes_five_times_as_much_is_named_among_three_hundred_that_do_not_and_hardly_anything_else() {
        int found = 0;
        int wrong = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            var counted = quiet(seed);
            counted.add(new Counted(place(999), "E4", 15, 39));

            var named = rises(counted);

            found += named.stream().anyMatch(rise -> rise.place().equals(place(999))) ? 1 : 0;
            wrong += named.stream().anyMatch(rise -> !rise.place().equals(place(999))) ? 1 : 0;
        }

        System.out.println("fivefold found in " + found + ", something else in " + wrong + " of " + WORLDS);
        assertThat(found).isGreaterThanOrEqualTo(WORLDS * 9 / 10);
        // One in twenty, and what four hundred trials may stray from it once in a hundred times.
        assertThat(wrong).isLessThanOrEqualTo(31);
    }

    @Test
    void before_twelve_weeks_are_behind_nothing_is_usual() {
        var counted = List.of(new Counted(place(1), "E4", 50, 0));

        assertThat(Rise.among(counted, SINCE.minusDays(83), SINCE, TODAY)).isEmpty();
        assertThat(Rise.among(counted, SINCE.minusDays(84), SINCE, TODAY)).hasSize(1);
        assertThat(rises(List.of(new Counted(place(1), "E4", 4, 0)))).isEmpty();
        assertThat(rises(List.of())).isEmpty();
    }

    @Test
    void a_rise_says_how_much_is_usual_and_leads_to_both_its_counts() {
        var rise = rises(List.of(new Counted(place(7), "E4", 9, 13))).getFirst();

        assertThat(rise.usual()).isEqualTo(1);
        assertThat(rise.recentRows()).isEqualTo("/board/rows?raised-in=7&from=2026-11-03&until=2026-11-30&matter=E4");
        assertThat(rise.beforeRows()).isEqualTo("/board/rows?raised-in=7&from=2025-11-04&until=2026-11-02&matter=E4");
    }

    @Test
    void once_may_be_chance_twice_returns_and_the_most_come_first() {
        var returned = List.of(
                new Returned(place(1), "E4", 9, 1),
                new Returned(place(2), "E4", 5, 2),
                new Returned(place(3), "A1", 8, 4));

        assertThat(Return.among(returned, SINCE, TODAY))
                .extracting(one -> one.place().unit().value())
                .containsExactly(3L, 2L);
    }

    private static List<Rise> rises(List<Counted> counted) {
        return Rise.among(counted, YEAR, SINCE, TODAY);
    }

    /** Sixty districts with five matters each, of rates from one in a year to five in four weeks. */
    private static ArrayList<Counted> quiet(int seed) {
        UniformRandomProvider generator = new Random(seed)::nextLong;
        var counted = new ArrayList<Counted>();
        IntStream.range(0, 300).forEach(at -> {
            double rate = 0.08 + 5.0 * (at % 30) / 30 * (at % 7) / 7;
            counted.add(new Counted(
                    place(at / 5),
                    "M" + at % 5,
                    PoissonDistribution.of(rate).createSampler(generator).sample(),
                    PoissonDistribution.of(13 * rate).createSampler(generator).sample()));
        });
        return counted;
    }

    private static Place place(long unit) {
        return new Place(new UnitId(unit), false);
    }
}
