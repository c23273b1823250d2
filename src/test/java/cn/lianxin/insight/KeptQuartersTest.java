package cn.lianxin.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.platform.web.Screen;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A quarter is counted once, when nothing in it can change any more. */
@ProductTest
class KeptQuartersTest {

    private static final Actor READER = new Actor.Clockwork("test");

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    KeepingQuarters keeping;

    @Autowired
    Quarters quarters;

    @Autowired
    Indicators indicators;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    Mine mine;
    Span quarter;
    List<Actor.Member> workers;
    List<ConcernNumber> numbers;

    @BeforeEach
    void seven_raise_something_and_six_are_answered() {
        TestClock.reset();
        mine = new Mine(village);
        quarter = Span.quarterOf(today());
        workers = new ArrayList<>();
        numbers = new ArrayList<>();
        for (var one = 0; one < 7; one++) {
            workers.add(new Actor.Member(village.worker(mine.crew), "工", List.of()));
            numbers.add(raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), workers.getLast())
                    .number());
            handling.acceptAndAssign(numbers.getLast(), "E4", mine.district, Set.of(), "", mine.desk);
            handling.acknowledge(numbers.getLast(), "", mine.handler);
        }
        numbers.subList(0, 6).forEach(this::answer);
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void nothing_is_shown_before_it_is_final_and_what_may_come_up_again_last() {
        on(quarter.finalOn().minusDays(1));
        assertThat(figure(Indicator.ON_TIME).withheld()).hasValue(Withheld.NOT_YET);

        on(quarter.finalOn());
        assertThat(figure(Indicator.ON_TIME).denominator()).isEqualTo(7);
        assertThat(figure(Indicator.RECURRED).withheld()).hasValue(Withheld.NOT_YET);
        assertThat(figure(Indicator.SOLVED_AND_STAYED).withheld()).hasValue(Withheld.NOT_YET);

        on(quarter.recurrencesFinalOn());
        assertThat(figure(Indicator.RECURRED).denominator()).isEqualTo(6);
    }

    @Test
    void whatever_happens_later_moves_no_figure() {
        on(quarter.finalOn());
        var before = indicators.of(mine.district, quarter, READER);

        answer(numbers.getLast());
        workers.forEach(worker -> village.give(worker.person(), Role.HANDLER, mine.district, LocalDate.of(2020, 1, 1)));
        on(quarter.recurrencesFinalOn());

        assertThat(indicators.of(mine.district, quarter, READER))
                .filteredOn(figure -> !figure.indicator().needsRecurrences())
                .containsExactlyElementsOf(before.stream()
                        .filter(figure -> !figure.indicator().needsRecurrences())
                        .toList());
        assertThat(figure(Indicator.RECURRED).denominator()).isEqualTo(6);
    }

    @Test
    void who_counts_late_counts_as_of_the_day_when_it_was_final() {
        TestClock.forward(Duration.between(TestClock.now(), quarter.finalAt().plus(Duration.ofDays(40))));
        answer(numbers.getLast());

        keeping.keepWhatIsFinal(mine.mine);

        assertThat(figure(Indicator.UNANSWERED).numerator()).isEqualTo(1);
        assertThat(figure(Indicator.UNANSWERED).denominator()).isEqualTo(7);
    }

    @Test
    void a_later_definition_is_counted_beside_the_first_in_the_same_parts() {
        on(quarter.finalOn());
        var first = quarters.newest(mine.mine, quarter, 1).orElseThrow();
        var before = indicators.of(mine.district, quarter, READER);

        keeping.keep(mine.mine, quarter, 1);
        keeping.keep(mine.mine, quarter, 2);

        var second = quarters.newest(mine.mine, quarter, 2).orElseThrow();
        assertThat(second).isNotEqualTo(first);
        assertThat(quarters.behind(second)).isEqualTo(quarters.behind(first)).hasSize(7);
        assertThat(quarters.newest(mine.mine, quarter, 1)).hasValue(first);
        assertThat(indicators.of(mine.district, quarter, READER)).isEqualTo(before);
    }

    @Test
    void what_was_counted_can_be_neither_changed_nor_removed() {
        on(quarter.recurrencesFinalOn());

        for (var table : List.of("quarter", "part_count", "part_key", "behind", "recurrences_counted")) {
            for (var statement : List.of(
                    "delete from insight." + table,
                    "truncate insight." + table + " cascade",
                    "update insight." + table
                            + (table.equals("quarter") ? " set root = root" : " set quarter = quarter"))) {
                assertThatThrownBy(() -> database.sql(statement).update())
                        .as(statement)
                        .isInstanceOf(DataAccessException.class)
                        .hasMessageContaining("never changed");
            }
        }
    }

    @Test
    void what_all_of_them_did_is_told_of_none() {
        TestClock.forward(Duration.ofDays(1));
        for (var at = 0; at < 6; at++) {
            raising.raiseAgain(numbers.get(at), "还是凉的", List.of(), workers.get(at));
        }

        on(quarter.finalOn());

        assertThat(figure(Indicator.RAISED_AGAIN).withheld()).hasValue(Withheld.FEW);
        assertThat(figure(Indicator.ON_TIME).denominator()).isEqualTo(7);
    }

    private Figure figure(Indicator indicator) {
        return indicators.of(mine.mine, quarter, READER).stream()
                .filter(figure -> figure.indicator() == indicator)
                .findFirst()
                .orElseThrow();
    }

    private void on(LocalDate day) {
        var morning = day.atTime(9, 0).atZone(Screen.ZONE).toInstant();
        TestClock.forward(Duration.between(TestClock.now(), morning));
        keeping.keepWhatIsFinal(mine.mine);
    }

    private void answer(ConcernNumber number) {
        handling.reply(number, Mine.reply(), mine.handler);
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(TestClock.now(), Screen.ZONE);
    }
}
