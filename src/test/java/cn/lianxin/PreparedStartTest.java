package cn.lianxin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class PreparedStartTest {

    @Test
    void a_start_as_the_script_makes_it_takes_what_was_worked_out_beforehand() {
        assertThat(fits(Map.of("lianxin.data", "data", "server.port", "8420", "lianxin.demo", "true")))
                .isTrue();
    }

    @Test
    void with_a_database_of_your_own_the_context_is_worked_out_anew() {
        assertThat(fits(Map.of("spring.datasource.url", "jdbc:postgresql://127.0.0.1/lianxin")))
                .isFalse();
    }

    @Test
    void with_https_the_context_is_worked_out_anew() {
        assertThat(fits(Map.of("server.ssl.bundle", "lianxin"))).isFalse();
    }

    @Test
    void with_the_clockwork_standing_still_the_context_is_worked_out_anew() {
        assertThat(fits(Map.of("lianxin.clockwork", "false"))).isFalse();
    }

    @Test
    void an_import_works_the_context_out_anew() {
        assertThat(fits(Map.of("lianxin.import", "ledger.csv"))).isFalse();
    }

    private static boolean fits(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("said", settings));
        return PreparedStart.fits(environment);
    }
}
