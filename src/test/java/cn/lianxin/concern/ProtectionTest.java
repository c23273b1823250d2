package cn.lianxin.concern;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class ProtectionTest {

    @Autowired
    JdbcClient database;

    @Test
    void the_database_and_the_rule_agree_on_what_is_protected() {
        for (var mode : Reporter.Mode.values()) {
            for (var restricted : List.of(true, false)) {
                assertThat(database.sql("select " + Protection.SQL
                                        + " from (values (:mode, :restricted)) as c (reporter_mode, restricted)")
                                .param("mode", mode.name())
                                .param("restricted", restricted)
                                .query(Boolean.class)
                                .single())
                        .as(mode + " " + restricted)
                        .isEqualTo(Protection.covers(mode, restricted));
            }
        }
        assertThat(Protection.covers(Reporter.Mode.NAMED, false)).isFalse();
        assertThat(Protection.covers(Reporter.Mode.NAMED, true)).isTrue();
        assertThat(Protection.covers(Reporter.Mode.CONFIDENTIAL, false)).isTrue();
        assertThat(Protection.covers(Reporter.Mode.ANONYMOUS, false)).isTrue();
    }
}
