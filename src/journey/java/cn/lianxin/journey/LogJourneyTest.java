package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.JavaProcess;
import cn.lianxin.platform.transparency.PublicLog;
import cn.lianxin.platform.transparency.Ticking;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A worker's phone works out by itself whether what is published is what was entered; a stranger's laptop says the same. */
@JourneyTest
class LogJourneyTest {

    @Autowired
    Collieries collieries;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    private long occasion;

    @BeforeEach
    void something_is_published() {
        var mine = collieries.found().mine().value();
        transactions.executeWithoutResult(_ -> {
            occasion = database.sql("""
                    insert into duty.occasion (duty, circle, unit, day, what, told_by, told_at)
                    values ('accidents', :mine, :mine, date '2026-11-20', '二号井停电', 1, now()) returning id
                    """).param("mine", mine).query(Long.class).single();
            context.getBean(PublicLog.class).enter("duty.occasion", "occasion:" + occasion);
        });
        Ticking.tick(context);
    }

    @AfterEach
    void as_it_was() {
        write("二号井停电");
    }

    @Test
    void a_phone_verifies_the_log_and_remembers_it_and_finds_what_was_altered(Devices devices) {
        var phone = devices.phone().open("/log").sees("log.check.lead");
        check(phone);
        phone.sees("log.check.root").sees("log.check.first").sees("log.check.held");
        assertThat(phone.text()).contains("✓").doesNotContain("✗");

        check(phone);
        phone.sees("log.check.grown");
        assertThat(phone.text()).doesNotContain("✗");

        write("二号井没停电");
        check(phone);
        phone.sees("log.check.held.bad");
        assertThat(phone.text()).contains("✗ ", "occasion:" + occasion + ", occasion.what");
    }

    @Test
    void a_log_that_was_rewritten_since_the_last_visit_is_found_by_what_the_phone_remembers(Devices devices) {
        var phone = devices.phone().open("/log");
        check(phone);
        phone.page().evaluate("""
                () => {
                  const kept = JSON.parse(localStorage.getItem("lianxin-log"));
                  kept.root = btoa("x".repeat(32));
                  localStorage.setItem("lianxin-log", JSON.stringify(kept));
                }""");

        check(phone);

        phone.sees("log.check.grown.bad");
        assertThat(phone.text()).contains("✗");
    }

    @Test
    void a_stranger_with_a_laptop_verifies_the_same_and_finds_the_same() {
        var home = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
        try (var verify = verify(home)) {
            assertThat(verify.exit()).as(verify.output()).isZero();
            assertThat(verify.output()).contains("✓ 没有被改过 · Nothing was altered");
        }

        write("二号井没停电");

        try (var verify = verify(home)) {
            assertThat(verify.exit()).isEqualTo(1);
            assertThat(verify.output()).contains("公开的内容和记账时不一样", "occasion:" + occasion + ": occasion.what");
        }
    }

    private static JavaProcess verify(String home) {
        return JavaProcess.start("cn.lianxin.platform.witness.VerifyMain", List.of(home));
    }

    private static void check(Walk walk) {
        walk.page().locator("[data-log] button").click();
        walk.page().waitForFunction("""
                () => !document.querySelector("[data-log] button").disabled
                  && document.querySelectorAll("[data-log-results] li").length > 1""");
    }

    /** As whoever owns the database can. */
    private void write(String what) {
        transactions.executeWithoutResult(_ -> {
            database.sql("alter table duty.occasion disable trigger user").update();
            database.sql("update duty.occasion set what = :what where id = :id")
                    .param("what", what)
                    .param("id", occasion)
                    .update();
            database.sql("alter table duty.occasion enable trigger user").update();
        });
    }
}
