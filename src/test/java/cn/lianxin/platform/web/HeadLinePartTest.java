package cn.lianxin.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeadLinePartTest {

    @Test
    void a_worker_has_all_his_words_at_hand() {
        var parts = HeadLinePart.of(entries(10, 20, 25, 61, 64));

        assertThat(parts).noneMatch(HeadLinePart::folded);
        assertThat(parts.stream().flatMap(part -> part.entries().stream())).hasSize(5);
    }

    @Test
    void what_does_not_fit_is_folded_from_the_last_group_on() {
        var leader = HeadLinePart.of(entries(10, 20, 25, 35, 42, 48, 60, 61, 62, 64));
        var everything = HeadLinePart.of(entries(10, 20, 25, 30, 35, 36, 42, 56, 60, 61, 62, 64, 70, 80, 85, 86));

        assertThat(leader)
                .filteredOn(HeadLinePart::folded)
                .extracting(HeadLinePart::group)
                .containsExactly(NavigationGroup.FIGURES);
        assertThat(everything)
                .filteredOn(HeadLinePart::folded)
                .extracting(HeadLinePart::group)
                .containsExactly(NavigationGroup.WORK, NavigationGroup.FIGURES, NavigationGroup.KEEPING);
    }

    @Test
    void what_is_everybodys_own_and_a_single_entry_are_never_folded() {
        var parts = HeadLinePart.of(entries(1, 2, 3, 4, 5, 6, 7, 8, 9, 30, 60, 61));

        assertThat(parts)
                .extracting(HeadLinePart::folded)
                .as("own, work of one, figures of two")
                .containsExactly(false, false, true);
    }

    @Test
    void a_folded_group_shows_what_stands_out_beside_one_of_its_entries() {
        var waiting = new NavigationEntry("key", "/waiting", 82, "3");

        assertThat(new HeadLinePart(NavigationGroup.KEEPING, List.of(entry(80), waiting), true).badge())
                .isEqualTo("3");
        assertThat(new HeadLinePart(NavigationGroup.KEEPING, entries(80, 81), true).badge())
                .isEmpty();
    }

    private static List<NavigationEntry> entries(int... orders) {
        return IntStream.of(orders).mapToObj(HeadLinePartTest::entry).toList();
    }

    private static NavigationEntry entry(int order) {
        return new NavigationEntry("key" + order, "/at/" + order, order);
    }
}
