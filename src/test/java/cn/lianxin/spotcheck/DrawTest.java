package cn.lianxin.spotcheck;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.concern.JudgedAnswer;
import cn.lianxin.kernel.UnitId;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The published list alone gives the draw again, and no other list does. */
class DrawTest {

    private static final LocalDate BEGINS = LocalDate.of(2026, 11, 30);
    private static final UnitId LARGE = new UnitId(3);
    private static final UnitId SMALL = new UnitId(7);
    private static final Map<UnitId, BigDecimal> RATES = Map.of(LARGE, Lot.rate(400), SMALL, Lot.rate(9));
    private static final int WEEKS = 13;

    private final byte[] seed = new byte[32];
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Drawn> drawn = new ArrayList<>();

    @BeforeEach
    void quarter() {
        var dice = new SplittableRandom(41);
        dice.nextBytes(seed);
        for (var week = 0; week < WEEKS; week++) {
            for (var answer = 0; answer < 9; answer++) {
                candidates.add(candidate(week, answer, answer == 8 ? SMALL : LARGE, dice));
            }
            drawn.addAll(lot().drawWeek(BEGINS.plusWeeks(week), week == WEEKS - 1));
            if (week % 4 == 2) {
                drawn.reversed().stream()
                        .filter(one -> one.candidate().unit().equals(LARGE)
                                && !one.candidate().lifeSafety())
                        .findFirst()
                        .flatMap(lot()::replace)
                        .ifPresent(drawn::add);
            }
        }
    }

    @Test
    void the_list_alone_gives_the_draw_again() throws Exception {
        assertThat(drawn).extracting(Drawn::reason).contains(Drawn.Reason.values());
        assertThat(RecomputedDraw.faultsOf(list())).isEmpty();
    }

    @Test
    void a_unit_with_twenty_answers_gets_twenty_calls_and_a_small_one_all() {
        assertThat(ordinary(LARGE)).isGreaterThanOrEqualTo(Lot.FEWEST_CALLS);
        assertThat(ordinary(SMALL))
                .isEqualTo(candidates.stream()
                        .filter(one -> one.unit().equals(SMALL) && one.callable() && !one.lifeSafety())
                        .filter(one -> drawn.stream()
                                .noneMatch(it -> it.reason() == Drawn.Reason.REPLACEMENT
                                        && it.candidate().equals(one)))
                        .count());
    }

    @Test
    void all_of_life_and_limb_that_can_be_called_are_drawn() {
        assertThat(drawn.stream()
                        .filter(one -> one.reason() == Drawn.Reason.LIFE_SAFETY)
                        .count())
                .isPositive()
                .isEqualTo(candidates.stream()
                        .filter(one -> one.lifeSafety() && one.callable())
                        .count());
    }

    @Test
    void another_seed_another_population_or_another_draw_is_noticed() throws Exception {
        var list = list();
        var hex = HexFormat.of().formatHex(seed);
        var other = (hex.startsWith("0") ? "1" : "0") + hex.substring(1);
        var first = list.lines()
                .filter(line -> line.startsWith("drawn "))
                .findFirst()
                .orElseThrow();
        var chosen = first.split(" ")[4];

        assertThat(RecomputedDraw.faultsOf(list.replace(hex, other))).isNotEmpty();
        assertThat(RecomputedDraw.faultsOf(
                        without(list, line -> line.startsWith("candidate") && line.contains(chosen))))
                .isNotEmpty();
        assertThat(RecomputedDraw.faultsOf(without(list, line -> line.equals(first))))
                .isNotEmpty();
        for (var reason : Drawn.Reason.values()) {
            var one = list.lines()
                    .filter(line -> line.contains(" " + reason + " "))
                    .findFirst()
                    .orElseThrow();
            assertThat(RecomputedDraw.faultsOf(list.replace(one, one.replace(one.split(" ")[4], "2026-0000000|1"))))
                    .as("%s", reason)
                    .isNotEmpty();
        }
    }

    @Test
    void the_rate_is_never_below_one_of_twenty_nor_above_all() {
        assertThat(Lot.rate(0)).isEqualByComparingTo("1");
        assertThat(Lot.rate(20)).isEqualByComparingTo("1");
        assertThat(Lot.rate(160)).isEqualByComparingTo("0.125");
        assertThat(Lot.rate(10_000)).isEqualByComparingTo("0.05");
    }

    private Candidate candidate(int week, int answer, UnitId unit, SplittableRandom dice) {
        var key = week * 100L + answer;
        return new Candidate(
                new JudgedAnswer(key, 1),
                "2026-%07d".formatted(key + 1),
                unit,
                BEGINS.plusWeeks(week),
                dice.nextInt(20) == 0,
                dice.nextInt(6) != 0);
    }

    private long ordinary(UnitId unit) {
        return drawn.stream()
                .filter(one -> one.candidate().unit().equals(unit))
                .filter(one -> one.reason() == Drawn.Reason.WEEK || one.reason() == Drawn.Reason.TOP_UP)
                .count();
    }

    private Lot lot() {
        return new Lot(seed, RATES, candidates, drawn);
    }

    private String list() throws Exception {
        var hex = HexFormat.of();
        var period = new Period(
                1,
                BEGINS,
                BEGINS.plusWeeks(WEEKS),
                hex.formatHex(MessageDigest.getInstance("SHA-256").digest(seed)),
                Instant.EPOCH,
                BEGINS.plusWeeks(WEEKS),
                Optional.of(Instant.EPOCH));
        return DrawList.of(period, Optional.of(hex.formatHex(seed)), RATES, candidates, drawn, _ -> true);
    }

    private static String without(String list, java.util.function.Predicate<String> line) {
        return String.join("\n", list.lines().filter(line.negate()).toList());
    }
}
