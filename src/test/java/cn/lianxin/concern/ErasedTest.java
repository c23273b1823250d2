package cn.lianxin.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.retention.Over;
import cn.lianxin.platform.vault.Vault;
import cn.lianxin.verdict.GivingVerdicts;
import cn.lianxin.verdict.Verdict;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody said, sent and who he was is found in no row of any table when its term is over; what was decided is. */
@ProductTest
class ErasedTest {

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    GivingVerdicts verdicts;

    @Autowired
    WindowWatch watch;

    @Autowired
    ErasingOwn erasing;

    @Autowired
    ConcernLists lists;

    @Autowired
    Attachments attachments;

    @Autowired
    Vault vault;

    @Autowired
    Village village;

    @Autowired
    ApplicationContext product;

    @Autowired
    JdbcClient database;

    private Mine mine;
    private String canary = "";

    @BeforeEach
    void found() {
        mine = new Mine(village);
        canary = "c" + UUID.randomUUID().toString().replace("-", "");
    }

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void ten_years_after_its_end_no_row_holds_a_word_a_file_or_a_name_and_the_course_is_still_there() {
        var number = concluded(Reporter.Mode.CONFIDENTIAL);
        assertThat(EveryRow.with(List.of(canary), database))
                .as("it is looked for where it lies")
                .extracting(EveryRow.Found::table)
                .contains("concern.concern", "concern.step", "attachment.content", "verdict.verdict");
        var id = idOf(number);
        var files = files();

        TestClock.forward(Duration.ofDays(3651));
        var gone = Over.erase(product);

        assertThat(gone).isPositive();
        assertThat(EveryRow.with(List.of(canary), database)).isEmpty();
        assertThat(files).isPositive();
        assertThat(vault.open("concern:" + id)).isEmpty();
        assertThat(reporterOf(number)).isEmpty();
        var kept = reading.open(number, Door.PAGE, mine.desk);
        assertThat(kept.words()).isEmpty();
        assertThat(kept.attachments()).isEmpty();
        assertThat(kept.reply().orElseThrow().basis()).isEqualTo("《澡堂管理办法》");
        assertThat(kept.reply().orElseThrow().opinion()).isEmpty();
        assertThat(database.sql("select solved from verdict.verdict where concern = :id")
                        .param("id", id)
                        .query((row, _) -> row.getString("solved"))
                        .list())
                .containsExactly("SOLVED");
        assertThat(database.sql("""
                        select count(*) from audit.entry
                        where action = 'retention.erased' and subject = 'kind:concern' and person is null
                        """).query(Long.class).single()).isPositive();
        assertThat(Over.erase(product)).as("there is nothing left to erase").isZero();
    }

    @Test
    void names_and_files_go_after_three_years_and_words_stay_until_the_tenth() {
        var number = concluded(Reporter.Mode.NAMED);

        TestClock.forward(Duration.ofDays(1000));
        Over.erase(product);
        assertThat(reporterOf(number)).isPresent();
        assertThat(files()).isPositive();
        TestClock.forward(Duration.ofDays(100));
        Over.erase(product);

        assertThat(reporterOf(number)).isEmpty();
        assertThat(files()).isZero();
        assertThat(reading.open(number, Door.PAGE, mine.desk).words()).contains(canary);
        assertThatThrownBy(() -> reading.open(number, Door.PAGE, mine.worker)).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void nothing_goes_while_it_is_dealt_with_or_held() {
        var open = raise(Reporter.Mode.NAMED);
        var held = concluded(Reporter.Mode.NAMED);
        database.sql("""
                insert into retention.hold (number, reason, since, placed_by) values (:number, '法院立案', now(), 1)
                """).param("number", held.toString()).update();

        TestClock.forward(Duration.ofDays(4000));
        Over.erase(product);

        for (var number : List.of(open, held)) {
            assertThat(reading.open(number, Door.PAGE, mine.worker).words()).contains(canary);
            assertThat(reporterOf(number)).isPresent();
        }
        assertThatThrownBy(() -> erasing.erase(held, mine.worker.person())).hasMessageContaining("erasing-held");
        assertThatThrownBy(() -> erasing.erase(open, mine.worker.person())).hasMessageContaining("erasing-not-over");
        assertThatThrownBy(() -> erasing.erase(held, mine.stranger.person())).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void what_he_asks_to_have_erased_goes_at_once() {
        var number = concluded(Reporter.Mode.CONFIDENTIAL);

        erasing.erase(number, mine.worker.person());

        assertThat(EveryRow.with(List.of(canary), database))
                .extracting(EveryRow.Found::table)
                .containsOnly("verdict.verdict");
        assertThat(reporterOf(number)).isEmpty();
        assertThat(lists.own(Optional.empty(), mine.worker).rows()).isEmpty();
    }

    @Test
    void the_database_still_refuses_any_other_change_of_a_step() {
        var number = concluded(Reporter.Mode.NAMED);
        var id = idOf(number);
        database.sql("select set_config('concern.letting_go', 'on', false)")
                .query((row, _) -> row.getString(1))
                .single();

        try {
            for (var change : List.of("at = now()", "kind = 'SAID'", "data = '{}'", "by_person = 1")) {
                assertThatThrownBy(() -> database.sql(
                                        "update concern.step set " + change + " where concern = :id and place = 2")
                                .param("id", id)
                                .update())
                        .as(change)
                        .hasMessageContaining("never changed or removed");
            }
        } finally {
            database.sql("select set_config('concern.letting_go', 'off', false)")
                    .query((row, _) -> row.getString(1))
                    .single();
        }
    }

    private ConcernNumber concluded(Reporter.Mode mode) {
        var number = raise(mode);
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), canary, mine.desk);
        handling.acknowledge(number, "", mine.handler);
        raising.say(number, "又凉了 " + canary, List.of(), mine.worker);
        var reply = Mine.reply();
        handling.reply(number, new Reply(canary, canary, canary, reply.basis(), reply.outcome()), mine.handler);
        verdicts.give(
                number, new Verdict(Verdict.Solved.SOLVED, Verdict.Satisfied.SATISFIED, "好了 " + canary), mine.worker);
        TestClock.forward(Duration.ofDays(40));
        while (watch.concludeWhatIsOver() > 0) {
            assertThat(watch).isNotNull();
        }
        assertThat(reading.open(number, Door.PAGE, mine.desk).state()).isEqualTo("CONCLUDED");
        return number;
    }

    private ConcernNumber raise(Reporter.Mode mode) {
        var file = attachments.take(
                new ByteArrayInputStream(("澡堂 " + canary).getBytes(StandardCharsets.UTF_8)),
                canary + ".txt",
                mine.worker);
        var wanted = new NewConcern(
                ConcernKind.HELP,
                "E4",
                "",
                "没热水 " + canary,
                canary,
                mode,
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                List.of(file.id().value()));
        return raising.raise(wanted, Mine.token(), mine.worker).number();
    }

    private long files() {
        return database.sql("select count(*) from attachment.content where name like :name")
                .param("name", "%" + canary + "%")
                .query(Long.class)
                .single();
    }

    private Optional<Long> reporterOf(ConcernNumber number) {
        return Optional.ofNullable(database.sql("select reporter from concern.concern where number = :number")
                .param("number", number.toString())
                .query((row, _) -> row.getObject("reporter", Long.class))
                .list()
                .getFirst());
    }

    private long idOf(ConcernNumber number) {
        return database.sql("select id from concern.concern where number = :number")
                .param("number", number.toString())
                .query(Long.class)
                .single();
    }
}
