package cn.lianxin.plantedmine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever plants must plant what he says. */
class PlantedMineTest {

    private static PlantedMine mine(Part part, long seed) {
        return PlantedMine.of(PlantedMine.Plan.year(part, "M1"), seed);
    }

    private static Map<String, Message> byId(PlantedMine mine) {
        return mine.messages().stream().collect(Collectors.toMap(Message::id, Function.identity()));
    }

    private static List<String> sentences(Message message) {
        return Arrays.stream((message.title() + "。" + message.detail()).split("[。！？?!\n]"))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_year_holds_eight_to_twelve_messages_a_day_and_four_years_at_least_two_hundred_clusters(Part part) {
        var years = Stream.of(1L, 2L, 3L, 4L).map(seed -> mine(part, seed)).toList();

        assertThat(years)
                .allSatisfy(year -> assertThat(year.messages().size() / 364.0).isBetween(8.0, 12.5));
        assertThat(years.stream().mapToInt(year -> year.clusters().size()).sum())
                .isGreaterThanOrEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void a_cluster_is_three_to_five_reports_of_two_crews_or_more_within_a_fortnight(Part part) {
        var mine = mine(part, 1);
        var messages = byId(mine);

        assertThat(mine.clusters()).allSatisfy(cluster -> {
            var reports = cluster.messageIds().stream().map(messages::get).toList();
            assertThat(reports).hasSizeBetween(3, 5);
            assertThat(reports.stream().map(Message::crew).distinct().count()).isGreaterThanOrEqualTo(2);
            assertThat(Duration.between(
                            reports.getFirst().time(), reports.getLast().time()))
                    .isLessThanOrEqualTo(Duration.ofDays(14));
        });
    }

    @ParameterizedTest
    @EnumSource
    void no_two_reports_of_a_cluster_share_a_sentence(Part part) {
        for (long seed = 1; seed <= 4; seed++) {
            var mine = mine(part, seed);
            var messages = byId(mine);

            assertThat(mine.clusters()).allSatisfy(cluster -> {
                var seen = new HashSet<String>();
                for (String id : cluster.messageIds()) {
                    var sentences = sentences(Objects.requireNonNull(messages.get(id)));
                    assertThat(sentences).doesNotContainAnyElementsOf(seen.isEmpty() ? List.of("-") : seen);
                    seen.addAll(sentences);
                }
            });
        }
    }

    @Test
    void every_part_has_thirty_faults_and_more_and_lines_for_all_matters() {
        for (var part : Part.values()) {
            var vocabulary = Vocabulary.of(part);

            assertThat(vocabulary.faults())
                    .hasSizeGreaterThanOrEqualTo(30)
                    .allSatisfy(fault -> assertThat(fault.reports()).hasSizeGreaterThanOrEqualTo(7));
            assertThat(vocabulary.matters())
                    .hasSize(78)
                    .allSatisfy(matter -> assertThat(matter.lines()).isNotEmpty());
        }
    }

    @Test
    void no_two_parts_share_a_fault_a_report_or_a_line() {
        for (var one : Part.values()) {
            for (var other : Part.values()) {
                if (one.compareTo(other) < 0) {
                    var mine = Vocabulary.of(one);
                    var theirs = Vocabulary.of(other);

                    assertThat(names(mine)).doesNotContainAnyElementsOf(names(theirs));
                    assertThat(lines(mine)).doesNotContainAnyElementsOf(lines(theirs));
                }
            }
        }
    }

    @Test
    void the_unseen_part_shares_not_even_a_sentence() {
        var unseen = sentences(Vocabulary.of(Part.UNSEEN));

        assertThat(unseen).doesNotContainAnyElementsOf(sentences(Vocabulary.of(Part.DEVELOPMENT)));
        assertThat(unseen).doesNotContainAnyElementsOf(sentences(Vocabulary.of(Part.JUDGING)));
    }

    /** The third part was written for itself, and is as large as what each of the others has of the common lines. */
    @Test
    void the_parts_are_of_one_size_and_have_the_same_seasons() {
        var first = Vocabulary.of(Part.DEVELOPMENT);
        var third = Vocabulary.of(Part.UNSEEN);

        assertThat(third.faults()).hasSameSizeAs(Vocabulary.of(Part.JUDGING).faults());
        assertThat(third.matters().stream().map(PlantedMineTest::shape).toList())
                .isEqualTo(first.matters().stream().map(PlantedMineTest::shape).toList());
        first.phrases()
                .forEach((kind, lines) ->
                        assertThat(third.phrases().get(kind)).as(kind).hasSameSizeAs(lines));
    }

    private static String shape(Vocabulary.Matter matter) {
        return "%s %s %s %s %d"
                .formatted(
                        matter.code(),
                        matter.weight(),
                        matter.months(),
                        matter.factor(),
                        matter.lines().size());
    }

    private static List<String> sentences(Vocabulary vocabulary) {
        return lines(vocabulary).stream()
                .flatMap(line -> Arrays.stream(line.split("[。！？?!】【]")))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static List<String> names(Vocabulary vocabulary) {
        return vocabulary.faults().stream().map(Vocabulary.Fault::name).toList();
    }

    private static List<String> lines(Vocabulary vocabulary) {
        return Stream.of(
                        vocabulary.faults().stream().flatMap(fault -> fault.reports().stream()),
                        vocabulary.matters().stream().flatMap(matter -> matter.lines().stream()),
                        vocabulary.phrases().entrySet().stream()
                                .filter(entry -> !"title".equals(entry.getKey()))
                                .flatMap(entry -> entry.getValue().stream()))
                .flatMap(Function.identity())
                .toList();
    }

    @Test
    void the_same_seed_gives_the_same_mine_and_another_seed_another_one() {
        assertThat(mine(Part.DEVELOPMENT, 7)).isEqualTo(mine(Part.DEVELOPMENT, 7));
        assertThat(mine(Part.DEVELOPMENT, 7)).isNotEqualTo(mine(Part.DEVELOPMENT, 8));
    }

    @ParameterizedTest
    @EnumSource
    void messages_are_as_long_as_people_write_and_nothing_of_the_lines_markup_is_left(Part part) {
        var mine = mine(part, 3);
        var lengths = mine.messages().stream()
                .map(message -> message.detail().length())
                .sorted()
                .toList();

        assertThat(lengths.get(lengths.size() / 2)).isBetween(60, 240);
        assertThat(lengths.getFirst()).isLessThanOrEqualTo(6);
        assertThat(mine.messages())
                .allSatisfy(message -> assertThat(message.title() + message.detail())
                        .doesNotContain("<", ">", "{", "}", "|", "【")
                        .isNotBlank());
    }

    /** Read off the fault, for the desk's guess is what is measured. */
    @ParameterizedTest
    @EnumSource
    void the_desk_is_right_nine_times_in_ten(Part part) {
        var rightOf = Vocabulary.of(part).faults().stream()
                .collect(Collectors.toMap(Vocabulary.Fault::name, Vocabulary.Fault::matter));
        int right = 0;
        int all = 0;
        for (long seed = 1; seed <= 8; seed++) {
            var mine = mine(part, seed);
            var messages = byId(mine);
            for (var cluster : mine.clusters()) {
                for (String id : cluster.messageIds()) {
                    all++;
                    right += Objects.requireNonNull(messages.get(id)).matter().equals(rightOf.get(cluster.fault()))
                            ? 1
                            : 0;
                }
            }
        }

        assertThat((double) right / all).isBetween(0.86, 0.94);
    }

    @ParameterizedTest
    @EnumSource
    void a_ledger_holds_everyday_messages_of_its_weeks_and_nothing_planted(Part part) {
        var plan = new PlantedMine.Plan(part, "M1", 10, 10, 10, 6, 20);
        var mine = PlantedMine.of(plan, 3);
        var messages = byId(mine);
        var planted = mine.clusters().stream()
                .flatMap(cluster -> cluster.messageIds().stream())
                .map(messages::get)
                .toList();
        long before = mine.messages().stream()
                .filter(message -> message.time().isBefore(mine.countedFrom()))
                .count();

        assertThat(mine.clusters()).hasSize(10);
        assertThat(planted).allSatisfy(message -> assertThat(message.time()).isAfterOrEqualTo(mine.countedFrom()));
        assertThat(before / 140.0).isBetween(8.0, 12.5);
        assertThat((mine.messages().size() - planted.size() - before) / 70.0).isBetween(8.0, 12.5);
    }

    @Test
    void messages_come_in_order_of_time_and_no_report_belongs_to_two_clusters() {
        var mine = mine(Part.JUDGING, 5);

        assertThat(mine.messages()).isSortedAccordingTo(java.util.Comparator.comparing(Message::time));
        var planted = mine.clusters().stream()
                .flatMap(cluster -> cluster.messageIds().stream())
                .toList();
        assertThat(planted).doesNotHaveDuplicates();
        assertThat(Collections.disjoint(planted, byId(mine).keySet())).isFalse();
    }
}
