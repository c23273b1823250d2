package cn.lianxin.publicledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WithheldTest {

    @Test
    void fewer_than_five_of_a_reason_are_counted_together() {
        var report = report(9, Map.of("WAITING", 7, "OTHERS", 4, "IDENTIFIES", 3));

        assertThat(report.published()).isEqualTo(9);
        assertThat(report.lines())
                .containsExactlyInAnyOrder(new Withheld.Line("WAITING", 7), new Withheld.Line("REST", 7));
        assertThat(report.few()).isFalse();
    }

    @Test
    void together_fewer_than_five_are_not_told() {
        var report = report(4, Map.of("WAITING", 5, "OTHERS", 4));

        assertThat(report.published()).isZero();
        assertThat(report.lines()).isEqualTo(List.of(new Withheld.Line("WAITING", 5)));
        assertThat(report.few()).isTrue();
    }

    @Test
    void what_is_covered_on_pictures_is_counted_by_the_same_rule() {
        var report = Withheld.report(
                LocalDate.parse("2025-11-01"),
                LocalDate.parse("2026-11-01"),
                9,
                Map.of(),
                new LinkedHashMap<>(Map.of("FACE", 8, "PLATE", 4, "SCREEN", 2, "NOBODY", 5)));

        assertThat(report.covered())
                .containsExactlyInAnyOrder(
                        new Withheld.Line("FACE", 8), new Withheld.Line("NOBODY", 5), new Withheld.Line("REST", 6));
        assertThat(report.lines()).isEmpty();
    }

    private static Withheld.Report report(int published, Map<String, Integer> counts) {
        return Withheld.report(
                LocalDate.parse("2025-11-01"),
                LocalDate.parse("2026-11-01"),
                published,
                new LinkedHashMap<>(counts),
                Map.of());
    }
}
