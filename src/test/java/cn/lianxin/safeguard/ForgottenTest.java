package cn.lianxin.safeguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.concern.ConcernNumber;
import cn.lianxin.concern.HandlingConcerns;
import cn.lianxin.concern.Mine;
import cn.lianxin.concern.RaisingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.identity.Village;
import cn.lianxin.organization.Staffing;
import cn.lianxin.platform.retention.Over;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** When the file of a concern is over, what was written for whoever spoke goes as well. */
@ProductTest
class ForgottenTest {

    private static final List<String> TABLES = List.of("step", "hearing");

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    LookingAfter lookingAfter;

    @Autowired
    Watching watching;

    @Autowired
    Staffing staffing;

    @Autowired
    Village village;

    @Autowired
    ApplicationContext product;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvcTester mvc;

    private Mine mine;
    private ConcernNumber number;
    private String canary = "";

    @BeforeEach
    void found() {
        mine = new Mine(village);
        number = raising.raise(
                        Guarding.about("E4", Reporter.Mode.CONFIDENTIAL, village.staffNumber(mine.leader.person())),
                        Mine.token(),
                        mine.worker)
                .number();
        canary = "护航的话" + number;
    }

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void words_of_guardians_and_accused_go_with_the_words_of_the_concern_and_the_change_of_post_with_the_name() {
        var entry = somethingIsWritten();
        assertThat(TABLES).allSatisfy(table -> assertThat(wordsIn(table)).isPositive());
        assertThat(lookingAfter.open(entry, mine.supervisor).change()).isPresent();

        TestClock.forward(Duration.ofDays(1100));
        Over.erase(product);
        assertThat(lookingAfter.open(entry, mine.supervisor).change()).isEmpty();
        assertThat(TABLES).allSatisfy(table -> assertThat(wordsIn(table)).isPositive());
        TestClock.forward(Duration.ofDays(2600));
        Over.erase(product);

        assertThat(TABLES).allSatisfy(table -> assertThat(wordsIn(table)).isZero());
        assertThat(Guarding.text(new Guarding(mvc).ask("/safeguards/" + entry, mine.supervisor)))
                .doesNotContain(canary)
                .contains("按期删掉了");
        assertThat(Over.erase(product)).isZero();
    }

    @Test
    void nothing_else_of_it_is_ever_changed_and_no_word_while_the_file_is_open() {
        somethingIsWritten();
        var open = raising.raise(
                        Guarding.about("E4", Reporter.Mode.NAMED, village.staffNumber(mine.leader.person())),
                        Mine.token(),
                        mine.worker)
                .number();
        handling.acceptAndAssign(open, "E4", mine.other, Set.of(), "", mine.desk);
        heard(open);

        database.sql("select set_config('safeguard.letting_go', 'on', false)")
                .query((row, _) -> row.getString(1))
                .single();
        try {
            for (var change : List.of("words = 'x'", "words = '', at = now()", "by_name = ''")) {
                refused("update safeguard.hearing set " + change + " where words <> ''");
            }
            refused("update safeguard.hearing set words = '' where concern ="
                    + " (select id from concern.concern where number = '" + open + "')");
            refused("delete from safeguard.step where words <> ''");
        } finally {
            database.sql("select set_config('safeguard.letting_go', 'off', false)")
                    .query((row, _) -> row.getString(1))
                    .single();
        }
    }

    private void refused(String statement) {
        assertThatThrownBy(() -> database.sql(statement).update())
                .as(statement)
                .hasMessageContaining("never changed or removed");
    }

    private long somethingIsWritten() {
        handling.acceptAndAssign(number, "E4", mine.other, Set.of(), "", mine.desk);
        heard(number);
        staffing.transfer(mine.worker.person(), mine.other, "清洁工", LocalDate.now(), Village.FOUNDER);
        TestClock.forward(Duration.ofDays(1).plusHours(8));
        watching.passOn();
        var entry = lookingAfter.work(mine.supervisor).stream()
                .filter(one -> one.kind() == EntryKind.CHANGE)
                .findFirst()
                .orElseThrow()
                .id();
        lookingAfter.end(entry, Optional.of(EntryFinding.EXPLAINED), canary, mine.supervisor);
        raising.withdraw(number, "不用了", mine.worker);
        return entry;
    }

    private void heard(ConcernNumber of) {
        var pages = new Guarding(mvc);
        var key = "p" + mine.leader.person().value();
        var address = "/concerns/" + of + "/hearing";
        assertThat(pages.post(address, mine.otherHandler, "named", key, "kind", "TOLD", "words", canary))
                .hasStatus(303);
        assertThat(pages.post(address, mine.otherHandler, "named", key, "kind", "REPLIED", "words", canary))
                .hasStatus(303);
    }

    private long wordsIn(String table) {
        return database.sql("select count(*) from safeguard." + table + " where words like :canary")
                .param("canary", "%" + canary + "%")
                .query(Long.class)
                .single();
    }
}
