package cn.lianxin.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Matter E4 = matter("E4");

    @Test
    void of_a_pack_the_version_in_force_on_the_day_counts_and_a_later_one_takes_its_place_on_its_day() {
        var book = new RuleBook(
                List.of(
                        version(1, "矿", DAY, rule(1, Stage.REPLY, "", null, 5)),
                        version(2, "矿", DAY.plusDays(10), rule(2, Stage.REPLY, "", null, 3))),
                List.of());

        assertThat(book.rulesFor(Stage.REPLY, "E4", Grade.U3, DAY.plusDays(9)))
                .extracting(Rule::id)
                .containsExactly(1L);
        assertThat(book.rulesFor(Stage.REPLY, "E4", Grade.U3, DAY.plusDays(10)))
                .extracting(Rule::id)
                .containsExactly(2L);
        assertThat(book.rulesFor(Stage.REPLY, "E4", Grade.U3, DAY.minusDays(1))).isEmpty();
    }

    @Test
    void rules_of_several_packs_count_side_by_side_for_the_matters_and_grades_they_speak_of() {
        var book = new RuleBook(
                List.of(
                        version(1, "国", DAY, rule(1, Stage.REPLY, "", null, 60)),
                        version(
                                2,
                                "矿",
                                DAY,
                                rule(2, Stage.REPLY, "E", Grade.U3, 5),
                                rule(3, Stage.REPLY, "A1", null, 9))),
                List.of());

        assertThat(book.rulesFor(Stage.REPLY, "E4", Grade.U3, DAY))
                .extracting(Rule::id)
                .containsExactlyInAnyOrder(1L, 2L);
        assertThat(book.rulesFor(Stage.REPLY, "E4", Grade.U4, DAY))
                .extracting(Rule::id)
                .containsExactly(1L);
        assertThat(book.rulesFor(Stage.REPLY, "A1", Grade.U4, DAY))
                .extracting(Rule::id)
                .containsExactlyInAnyOrder(1L, 3L);
        assertThat(book.rulesFor(Stage.ACKNOWLEDGE, "A1", Grade.U4, DAY)).isEmpty();
    }

    @Test
    void a_pack_is_switched_off_and_on_again_for_the_matter_and_grade_alone_from_its_day() {
        var book = new RuleBook(
                        List.of(version(1, "矿", DAY, rule(1, Stage.REPLY, "", null, 5))),
                        List.of(decision(1, "矿", "E", Optional.empty(), false, DAY)))
                .and(decision(2, "矿", "E4", Optional.of(Grade.U3), true, DAY.plusDays(2)));

        assertThat(book.rulesFor(Stage.REPLY, "E4", Grade.U3, DAY)).isEmpty();
        assertThat(book.rulesFor(Stage.REPLY, "E4", Grade.U3, DAY.plusDays(2))).hasSize(1);
        assertThat(book.rulesFor(Stage.REPLY, "E4", Grade.U2, DAY.plusDays(2))).isEmpty();
        assertThat(book.rulesFor(Stage.REPLY, "E5", Grade.U3, DAY.plusDays(2))).isEmpty();
        assertThat(book.rulesFor(Stage.REPLY, "F1", Grade.U3, DAY)).hasSize(1);
    }

    @Test
    void a_gap_is_found_also_on_a_later_day_on_which_something_comes_into_force() {
        var whole = version(1, "矿", DAY, rule(1, Stage.ACKNOWLEDGE, "", null, 1), rule(2, Stage.REPLY, "", null, 5));
        var book = new RuleBook(List.of(whole, upwards(9, DAY, 50, 100)), List.of());

        assertThat(book.gapFrom(DAY, List.of(E4))).isEmpty();
        var later = DAY.plusDays(30);
        assertThat(book.and(List.of(version(2, "矿", later, rule(3, Stage.REPLY, "", null, 5))))
                        .gapFrom(DAY, List.of(E4)))
                .contains(new RuleBook.Gap("E4", Grade.U0, Stage.ACKNOWLEDGE, later));
        assertThat(book.and(decision(1, "矿", "E4", Optional.of(Grade.U5), false, later))
                        .gapFrom(DAY, List.of(E4)))
                .contains(new RuleBook.Gap("E4", Grade.U5, Stage.ACKNOWLEDGE, later));
    }

    @Test
    void nobody_above_is_left_without_a_word_before_the_end_at_the_end_and_beyond_it() {
        var whole = version(1, "矿", DAY, rule(1, Stage.ACKNOWLEDGE, "", null, 1), rule(2, Stage.REPLY, "", null, 5));
        var book = new RuleBook(List.of(whole, upwards(9, DAY, 50, 80, 100)), List.of());
        var later = DAY.plusDays(30);

        assertThat(book.gapFrom(DAY, List.of(E4))).isEmpty();
        assertThat(book.and(List.of(upwards(10, later, 30, 100))).gapFrom(DAY, List.of(E4)))
                .isEmpty();
        assertThat(book.and(List.of(upwards(10, later, 100))).gapFrom(DAY, List.of(E4)))
                .contains(new RuleBook.Gap("E4", Grade.U0, Stage.ESCALATION, later));
        assertThat(book.and(List.of(upwards(10, later, 50, 99))).gapFrom(DAY, List.of(E4)))
                .contains(new RuleBook.Gap("E4", Grade.U0, Stage.ESCALATION, later));
        assertThat(book.and(List.of(version(10, "上报", later, threshold(50), threshold(100))))
                        .gapFrom(DAY, List.of(E4)))
                .contains(new RuleBook.Gap("E4", Grade.U0, Stage.BEYOND, later));
        assertThat(book.and(decision(1, "上报", "E4", Optional.of(Grade.U5), false, later))
                        .gapFrom(DAY, List.of(E4)))
                .contains(new RuleBook.Gap("E4", Grade.U5, Stage.ESCALATION, later));
    }

    @Test
    void thresholds_stand_side_by_side_and_only_the_same_one_twice_is_an_overlap() {
        assertThat(threshold(50).overlaps(threshold(80))).isFalse();
        assertThat(threshold(50).overlaps(threshold(50))).isTrue();
        assertThat(rule(1, Stage.REPLY, "", null, 5).overlaps(rule(2, Stage.REPLY, "", null, 6)))
                .isTrue();
    }

    @Test
    void two_circles_meet_exactly_where_a_matter_and_a_grade_lie_in_both() {
        var codes = List.of("", "E", "E4", "E5", "F", "F1");
        for (var one : codes) {
            for (var other : codes) {
                var common = List.of("E4", "E5", "E6", "F1", "A1").stream()
                        .anyMatch(code -> circle(one).covers(code, Grade.U3)
                                && circle(other).covers(code, Grade.U3));
                assertThat(circle(one).meets(circle(other)))
                        .as("%s and %s", one, other)
                        .isEqualTo(common);
            }
        }
        assertThat(new Circle("E4", Optional.of(Grade.U1)).meets(new Circle("E", Optional.of(Grade.U2))))
                .isFalse();
        assertThat(new Circle("E1", Optional.empty()).covers("E12", Grade.U1)).isFalse();
    }

    private static Circle circle(String matter) {
        return new Circle(matter, Optional.empty());
    }

    private static RuleSwitch decision(
            long id, String pack, String matter, Optional<Grade> grade, boolean on, LocalDate from) {
        return new RuleSwitch(id, pack, new Circle(matter, grade), on, from, "管", Instant.EPOCH);
    }

    private static PackVersion version(long id, String pack, LocalDate from, Rule... rules) {
        return new PackVersion(id, pack, pack, from, "管", Instant.EPOCH, List.of(rules));
    }

    private static Rule rule(
            long id, Stage stage, String matter, @org.jspecify.annotations.Nullable Grade grade, int days) {
        return new Rule(id, stage, new Circle(matter, Optional.ofNullable(grade)), days, Measure.DAYS, "依据");
    }

    private static Rule threshold(int percent) {
        return new Rule(0, Stage.ESCALATION, Circle.EVERYTHING, percent, Measure.PERCENT, "依据");
    }

    private static PackVersion upwards(long id, LocalDate from, int... percents) {
        var rules = Stream.concat(
                Arrays.stream(percents).mapToObj(RuleBookTest::threshold),
                Stream.of(rule(0, Stage.BEYOND, "", null, 1)));
        return version(id, "上报", from, rules.toArray(Rule[]::new));
    }

    private static Matter matter(String code) {
        return new Matter(code, "", "", "", "", "", "", Grade.U3, List.of(), List.of(), false);
    }
}
