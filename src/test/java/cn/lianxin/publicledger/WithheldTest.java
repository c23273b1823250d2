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

    private static Withheld.Report report(int published, Map<String, Integer> counts) {
        return Withheld.report(
                LocalDate.parse("2025-11-01"), LocalDate.parse("2026-11-01"), published, new LinkedHashMap<>(counts));
    }
}
