package cn.lianxin.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.promise.Grade;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Held against numbers worked out by hand. Everything is filed on 6 July at ten and promised within five days. */
class CountingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 6);
    private static final Instant FILED = DAY.atTime(10, 0).toInstant(ZoneOffset.ofHours(8));
    private static final Instant NOW = FILED.plus(Duration.ofDays(30));

    @Test
    void days_shares_and_what_is_left_out() {
        var counting = new Counting(
                List.of(
                        one(1, 1, 0, false),
                        one(2, 2, 0, false),
                        one(3, 4, 0, true),
                        one(4, 10, 6, false),
                        one(5, -1, 0, false),
                        imported(6)),
                NOW);

        assertThat(counts(counting, Indicator.ON_TIME)).isEqualTo("3/5");
        assertThat(counts(counting, Indicator.UNANSWERED)).isEqualTo("1/5");
        assertThat(counting.figure(Indicator.ON_TIME, 1).leftOut()).isEqualTo(Map.of(LeftOut.IMPORTED, 1L));
        assertThat(counting.figure(Indicator.DAYS, 1).median()).hasValue(4.0);
        assertThat(counting.figure(Indicator.DAYS, 1).ninetieth()).hasValue(22.0);
        assertThat(counting.figure(Indicator.DAYS_NET, 1).median()).hasValue(4.0);
        assertThat(counting.figure(Indicator.DAYS_NET, 1).ninetieth()).hasValue(19.6);
        assertThat(counting.figure(Indicator.RAISED_AGAIN, 1).withheld()).hasValue(Withheld.FEW);
        assertThat(counting.answers()).isEqualTo(5);
    }

    @Test
    void a_solved_rate_is_lowered_by_what_came_up_again() {
        var cases = Recurrences.marked(List.of(
                one(1, 1, 0, false),
                one(2, 1, 0, false),
                one(3, 1, 0, false),
                one(4, 1, 0, false),
                filedLater(one(5, 90, 0, false), Duration.ofDays(20))));
        var batches = new VerdictCounting(List.of(new BatchStore.Batch(List.of(1L), 10, 8, 5)));
        var counting = new Counting(cases, NOW.plus(Duration.ofDays(200)));
        var counts = Map.of(
                Indicator.RECURRED,
                counting.count(Indicator.RECURRED),
                Indicator.RATED,
                counting.count(Indicator.RATED));

        assertThat(counts(counting, Indicator.RECURRED)).isEqualTo("4/5");
        assertThat(batches.figure(Indicator.SOLVED, 1, counts).share()).hasValue(0.8);
        assertThat(batches.figure(Indicator.SOLVED_AND_STAYED, 1, counts)
                        .share()
                        .orElseThrow())
                .isBetween(0.1599, 0.1601);
        assertThat(batches.figure(Indicator.NO_VERDICT, 1, counts).numerator()).isZero();
    }

    @Test
    void after_ninety_days_it_is_another_matter() {
        var first = one(1, 1, 0, false);

        assertThat(Recurrences.marked(List.of(first, filedLater(one(2, -1, 0, false), Duration.ofDays(91)))))
                .first()
                .matches(CountedCase::recurs);
        assertThat(Recurrences.marked(List.of(first, filedLater(one(2, -1, 0, false), Duration.ofDays(92)))))
                .noneMatch(CountedCase::recurs);
    }

    @Test
    void parts_of_one_unit_are_one_case_as_late_as_the_last() {
        var together = CountedCase.together(List.of(one(1, 1, 0, false), one(1, 10, 0, false)));
        var open = CountedCase.together(List.of(one(1, 1, 0, false), one(1, -1, 0, false)));

        assertThat(together.onTime()).isFalse();
        assertThat(together.concerns()).hasSize(2);
        assertThat(open.answered()).isEmpty();
    }

    @Test
    void a_changed_definition_counts_from_its_year_on_and_rewrites_nothing_before() {
        var book = List.of(
                new Definition(Indicator.ON_TIME, 1, Year.of(2000)),
                new Definition(Indicator.ON_TIME, 2, Year.of(2027)));

        assertThat(Definition.inForce(book, Indicator.ON_TIME, Span.quarter(2026, 4))
                        .version())
                .isEqualTo(1);
        assertThat(Definition.inForce(book, Indicator.ON_TIME, Span.year(2027)).version())
                .isEqualTo(2);
    }

    @Test
    void spans_are_written_as_they_are_read() {
        for (var written : List.of("2026", "2026-Q3", "2026-07")) {
            assertThat(Span.parse(written).orElseThrow()).hasToString(written);
        }
        assertThat(Span.parse("2026-Q5")).isEmpty();
        assertThat(Span.year(2026).quarters()).hasSize(4);
    }

    private static CountedCase one(long person, int answeredAfterDays, int stoppedDays, boolean raisedAgain) {
        var blank = AtomsTest.of(List.of(2L, 1L), Optional.of(person), "PAGE", "E4", Grade.U3, DAY);
        return new CountedCase(
                List.of(person),
                blank.units(),
                blank.person(),
                blank.kind(),
                blank.channel(),
                blank.matter(),
                blank.grade(),
                DAY,
                FILED,
                blank.acknowledgeBy(),
                blank.replyBy(),
                Optional.empty(),
                answeredAfterDays < 0 ? Optional.empty() : Optional.of(FILED.plus(Duration.ofDays(answeredAfterDays))),
                Optional.empty(),
                Optional.empty(),
                false,
                raisedAgain,
                false,
                false,
                Duration.ofDays(stoppedDays),
                "7/澡堂",
                false);
    }

    private static CountedCase imported(long person) {
        var blank = AtomsTest.of(List.of(2L, 1L), Optional.of(person), "LEDGER", "E4", Grade.U3, DAY);
        return new CountedCase(
                blank.concerns(),
                blank.units(),
                blank.person(),
                blank.kind(),
                blank.channel(),
                blank.matter(),
                blank.grade(),
                DAY,
                FILED,
                blank.acknowledgeBy(),
                blank.replyBy(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                false,
                false,
                Duration.ZERO,
                "7/澡堂",
                false);
    }

    private static CountedCase filedLater(CountedCase one, Duration by) {
        return new CountedCase(
                one.concerns(),
                one.units(),
                one.person(),
                one.kind(),
                one.channel(),
                one.matter(),
                one.grade(),
                one.filedOn(),
                one.filedAt().plus(by),
                one.acknowledgeBy(),
                one.replyBy(),
                one.acknowledged(),
                one.answered(),
                one.withdrawn(),
                one.ending(),
                one.recorded(),
                one.raisedAgain(),
                one.own(),
                one.ownEntry(),
                one.stopped(),
                one.where(),
                one.recurs());
    }

    private static String counts(Counting counting, Indicator indicator) {
        var figure = counting.figure(indicator, 1);
        return figure.numerator() + "/" + figure.denominator();
    }
}
