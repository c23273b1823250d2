package cn.lianxin.weakness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionsTest {

    @Test
    void versions_of_maven_stand_in_the_order_in_which_they_came() {
        inOrder("Maven", "2.0-beta7", "2.0", "2.9", "2.14.1", "2.15.0-rc1", "2.15.0", "11.0.0-M1", "11.0.0", "11.0.24");
        inOrder("Maven", "9.0.0.M1", "9.0.0", "9.1.3.Final", "9.1.10.Final");
        inOrder("Maven", "9.38-rc1", "9.38", "10.0.2", "10.10");
        assertThat(Versions.of("Maven").compare("9.1.3.Final", "9.1.3")).isZero();
    }

    @Test
    void semantic_versions_are_the_order_of_npm() {
        inOrder(
                "npm",
                "1.0.0-alpha",
                "1.0.0-alpha.1",
                "1.0.0-alpha.beta",
                "1.0.0-beta",
                "1.0.0-beta.2",
                "1.0.0-beta.11",
                "1.0.0-rc.1",
                "1.0.0",
                "1.0.1",
                "1.2.0",
                "1.10.0",
                "10.0.0");
        assertThat(Versions.of("npm").compare("1.0.0+one", "1.0.0+two")).isZero();
        assertThat(Versions.of("npm").compare("0.0.20131108123456789012", "0.0.20131108123456789011"))
                .isPositive();
    }

    @Test
    void a_place_whose_order_nobody_knows_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Versions.of("PyPI"))
                .withMessageContaining("PyPI");
    }

    private static void inOrder(String ecosystem, String... versions) {
        var shuffled = new ArrayList<>(List.of(versions));
        Collections.reverse(shuffled);
        shuffled.sort(Versions.of(ecosystem));
        assertThat(shuffled).containsExactly(versions);
    }
}
