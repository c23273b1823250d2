package cn.lianxin.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void it_says_what_went_and_what_came() {
        var comparison = Comparison.of(List.of("工资公示", "张一 | 100", "李二 | 90"), List.of("工资公示", "张一 | 110", "李二 | 90"));

        assertThat(comparison.lines())
                .extracting(line -> line.change() + " " + line.text())
                .containsExactly("SAME 工资公示", "GONE 张一 | 100", "NEW 张一 | 110", "SAME 李二 | 90");
    }

    @Test
    void both_versions_can_be_read_out_of_it() {
        var random = new Random(7);
        for (var turn = 0; turn < 500; turn++) {
            var before = lines(random);
            var after = lines(random);

            var comparison = Comparison.of(before, after);

            assertThat(of(comparison, Comparison.Change.GONE)).isEqualTo(before);
            assertThat(of(comparison, Comparison.Change.NEW)).isEqualTo(after);
            assertThat(comparison.isSame()).isEqualTo(before.equals(after));
        }
    }

    private static List<String> of(Comparison comparison, Comparison.Change one) {
        return comparison.lines().stream()
                .filter(line -> line.change() == one || line.change() == Comparison.Change.SAME)
                .map(Comparison.Line::text)
                .toList();
    }

    private static List<String> lines(Random random) {
        return new ArrayList<>(Stream.generate(() -> "abcd".charAt(random.nextInt(4)) + "")
                .limit(random.nextInt(9))
                .toList());
    }
}
