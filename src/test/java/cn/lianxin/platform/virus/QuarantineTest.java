package cn.lianxin.platform.virus;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ProductTest
class QuarantineTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    Quarantine quarantine;

    @Autowired
    JdbcClient sql;

    final String infection = "Test." + UUID.randomUUID();

    Actor administrator = new Actor.Visitor();

    @BeforeEach
    void people() {
        var mine = village.mine();
        administrator = new Actor.Member(village.worker(mine), "管", List.of(new Grant(Role.ADMINISTRATOR, mine)));
        quarantine.keep(infection.getBytes(StandardCharsets.UTF_8), infection);
    }

    @AfterEach
    void today() {
        TestClock.reset();
    }

    @Test
    void administrators_see_what_was_found_and_that_nobody_looks() {
        assertThat(page()).contains(infection, "没有设置查毒程序");
    }

    @Test
    void one_who_deletes_a_file_is_on_record() {
        var id = idOf(infection).orElseThrow();

        assertThat(mvc.post().uri("/quarantine/{id}/deletion", id).with(SignedIn.as(administrator)))
                .hasStatus(303);

        assertThat(page()).doesNotContain(infection);
        assertThat(sql.sql("select action from audit.entry where subject = :subject")
                        .param("subject", "quarantine:" + id)
                        .query((row, _) -> row.getString("action"))
                        .list())
                .containsExactly("virus.deleted");
    }

    @Test
    void after_thirty_days_it_goes_by_itself() {
        TestClock.forward(Duration.ofDays(29));
        quarantine.deleteOld();
        assertThat(idOf(infection)).isPresent();

        TestClock.forward(Duration.ofDays(2));
        quarantine.deleteOld();

        assertThat(idOf(infection)).isEmpty();
    }

    private String page() {
        var answer =
                mvc.get().uri("/quarantine").with(SignedIn.as(administrator)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private Optional<Long> idOf(String infection) {
        return sql.sql("select id from virus.quarantine where infection = :infection")
                .param("infection", infection)
                .query((row, _) -> row.getLong("id"))
                .optional();
    }
}
