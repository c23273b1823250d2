package cn.lianxin.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckInTest {

    private static final Instant LATE_ON_THE_FIRST = Instant.parse("2026-09-01T15:30:00Z");
    private static final PersonId FIRST = new PersonId(1);
    private static final PersonId SECOND = new PersonId(2);

    @Test
    void he_is_asked_in_the_morning_of_the_natural_day_by_the_clock_of_the_enterprise() {
        var plan = CheckIn.planned(LATE_ON_THE_FIRST, List.of(30, 90, 180));

        assertThat(plan)
                .extracting(CheckIn::dueAt)
                .containsExactly(
                        Instant.parse("2026-10-01T00:00:00Z"),
                        Instant.parse("2026-11-30T00:00:00Z"),
                        Instant.parse("2027-02-28T00:00:00Z"));
    }

    @Test
    void half_an_hour_later_it_is_the_next_day_there_and_so_it_is_with_the_question() {
        assertThat(CheckIn.planned(LATE_ON_THE_FIRST.plusSeconds(1800), List.of(30)))
                .extracting(CheckIn::dueAt)
                .containsExactly(Instant.parse("2026-10-02T00:00:00Z"));
    }

    @Test
    void he_may_answer_until_the_next_question_and_the_last_for_as_long_as_the_one_before() {
        var plan = CheckIn.planned(LATE_ON_THE_FIRST, List.of(30, 90, 180));

        assertThat(plan.get(0).closesAt()).isEqualTo(plan.get(1).dueAt());
        assertThat(plan.get(1).closesAt()).isEqualTo(plan.get(2).dueAt());
        assertThat(plan.get(2).closesAt()).isEqualTo(Instant.parse("2027-05-29T00:00:00Z"));
    }

    @Test
    void whoever_says_nothing_has_given_no_answer_and_never_that_all_is_well() {
        var one = CheckIn.planned(LATE_ON_THE_FIRST, List.of(30, 90)).getFirst();

        assertThat(one.state(one.dueAt().minusSeconds(1))).isEqualTo(CheckInState.TO_COME);
        assertThat(one.state(one.dueAt())).isEqualTo(CheckInState.ASKED);
        assertThat(one.state(one.closesAt().minusSeconds(1))).isEqualTo(CheckInState.ASKED);
        assertThat(one.state(one.closesAt())).isEqualTo(CheckInState.NO_ANSWER);
        var said = new CheckIn(30, one.dueAt(), one.closesAt(), Optional.of(CheckIn.Answer.PEACE));
        assertThat(said.state(one.closesAt())).isEqualTo(CheckInState.PEACE);
    }

    @Test
    void it_goes_to_the_best_who_did_not_have_it_and_back_only_where_there_is_nobody_else() {
        assertThat(PassingOn.next(List.of(FIRST, SECOND), List.of())).contains(FIRST);
        assertThat(PassingOn.next(List.of(FIRST, SECOND), List.of(FIRST))).contains(SECOND);
        assertThat(PassingOn.next(List.of(FIRST), List.of(FIRST))).contains(FIRST);
        assertThat(PassingOn.next(List.of(), List.of(FIRST))).isEmpty();
    }
}
