package cn.lianxin.silence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.HowOften;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.silence.LikeUnit.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often planted silence is found, and how much else is named. */
@Tag("slow")
class SilenceTest {

    private static final int WORLDS = HowOften.of(50, 100);

    /** @param falseWorlds in which anything was named wrongly */
    private record Trials(double power, double falseShare, int falseWorlds) {}

    @Test
    void next_to_nothing_is_found_nine_times_of_ten_where_thirty_are_expected() {
        var trials = trials(120, 0.3, 5, 30, 0.05);

        System.out.println("a twentieth of thirty, 120 units, spread 0.3: " + trials);
        assertThat(trials.power()).isGreaterThanOrEqualTo(0.9);
        assertThat(trials.falseShare()).isLessThanOrEqualTo(Discoveries.FALSE_SHARE);
    }

    @Test
    void where_units_differ_more_it_takes_more_to_be_sure_and_what_is_named_stays_right() {
        var even = trials(120, 0.15, 5, 15, 0.1);
        var uneven = trials(120, 0.5, 5, 15, 0.1);

        System.out.println("a tenth of fifteen, spread 0.15: " + even);
        System.out.println("a tenth of fifteen, spread 0.5: " + uneven);
        assertThat(List.of(even, uneven))
                .allSatisfy(trials -> assertThat(trials.falseShare()).isLessThanOrEqualTo(Discoveries.FALSE_SHARE));
        assertThat(even.power()).isGreaterThan(0.8).isGreaterThan(uneven.power());
    }

    @Test
    void one_mine_of_twenty_units_is_enough_to_find_one() {
        var trials = trials(20, 0.2, 1, 30, 0.05);

        System.out.println("a twentieth of thirty, 20 units, spread 0.2: " + trials);
        assertThat(trials.power()).isGreaterThanOrEqualTo(0.9);
        assertThat(trials.falseShare()).isLessThanOrEqualTo(Discoveries.FALSE_SHARE);
    }

    @Test
    void where_nobody_is_silent_hardly_ever_anybody_is_named() {
        for (var units : List.of(20, 120)) {
            for (var spread : List.of(0.0, 0.3, 0.6)) {
                var trials = trials(units, spread, 0, 15, 1);

                System.out.println("nobody silent, " + units + " units, spread " + spread + ": " + trials);
                // One in twenty, and what so many trials may stray from it once in a hundred times.
                assertThat(trials.falseWorlds()).isLessThanOrEqualTo(HowOften.of(7, 11));
            }
        }
    }

    @Test
    void few_people_few_units_and_little_to_expect_are_not_judged() {
        assertThat(Silence.in(List.of()).judged()).isZero();
        assertThat(Silence.in(alike(Silence.FEWEST_UNITS - 1, 100, 20)).judged())
                .isZero();
        assertThat(Silence.in(alike(30, Silence.FEWEST_PEOPLE - 1, 20)).judged())
                .isZero();
        assertThat(Silence.in(alike(30, 100, 4)).judged()).isZero();
        assertThat(Silence.in(alike(30, 100, 0)).judged()).isZero();
        assertThat(Silence.in(alike(30, 100, 20))).isEqualTo(new Silence.Found(30, List.of()));
    }

    @Test
    void a_crew_is_compared_with_crews_and_not_with_districts() {
        var units = new ArrayList<>(alike(30, 100, 30));
        for (int place = 0; place < 30; place++) {
            units.add(new LikeUnit(new UnitId(100 + place), Layer.CREW, "CREW", true, 30, 1, place == 0 ? 0 : 9, 0));
        }

        var found = Silence.in(units);

        assertThat(found.judged()).isEqualTo(60);
        assertThat(found.silent()).singleElement().satisfies(one -> {
            assertThat(one.like().unit()).isEqualTo(new UnitId(100));
            assertThat(one.expected()).isBetween(8.5, 9.5);
        });
    }

    private static Trials trials(int units, double spread, int silent, double expected, double part) {
        double found = 0;
        double falseShare = 0;
        int falseWorlds = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            var world = new QuietWorld(1_000 + seed, units, spread).withSilent(silent, expected, part);
            var named = Silence.in(world.units()).silent().stream()
                    .map(one -> one.like().unit())
                    .toList();
            double right = named.stream().filter(world.silent()::contains).count();
            found += silent == 0 ? 0 : right / silent;
            falseShare += named.isEmpty() ? 0 : (named.size() - right) / named.size();
            falseWorlds += named.size() > right ? 1 : 0;
        }
        return new Trials(found / WORLDS, falseShare / WORLDS, falseWorlds);
    }

    private static List<LikeUnit> alike(int units, double people, int heard) {
        return IntStream.range(0, units)
                .mapToObj(place ->
                        new LikeUnit(new UnitId(place + 1), Layer.DISTRICT, "DISTRICT", true, people, 1, heard, heard))
                .toList();
    }
}
