package cn.lianxin.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseOutOfReachAnalyzerTest {

    private final DatabaseOutOfReachAnalyzer analyzer = new DatabaseOutOfReachAnalyzer();

    @ParameterizedTest
    @ValueSource(strings = {"08001", "28P01", "3D000"})
    void who_cannot_reach_his_database_is_told_what_to_check(String state) {
        var analysis = Objects.requireNonNull(
                analyzer.analyze(new IllegalStateException(new SQLException("no route", state))));

        assertThat(analysis.getDescription()).contains("连不上数据库", "no route");
        assertThat(analysis.getAction()).contains("--database-url");
    }

    @Test
    void another_fault_of_the_database_is_shown_as_it_is() {
        assertThat(analyzer.analyze(new IllegalStateException(new SQLException("syntax", "42601"))))
                .isNull();
    }
}
