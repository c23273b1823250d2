package cn.lianxin.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.Village;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.outbox.Outbox;
import cn.lianxin.platform.outbox.Queue;
import cn.lianxin.platform.vault.Aliases;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An installation that is older than the vault holds names in its rows; the first start of this version moves them. */
@ProductTest
class MovedReportersTest {

    private static final String RULE = """
            alter table concern.concern add constraint reporter_by_alias
                check (reporter_mode <> 'CONFIDENTIAL' or reporter < 0) not valid
            """;

    @Autowired
    MovingReporters moving;

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    ConcernLists lists;

    @Autowired
    Concerns concerns;

    @Autowired
    Inbox inbox;

    @Autowired
    Outbox outbox;

    @Autowired
    Aliases aliases;

    @Autowired
    Directory directory;

    @Autowired
    Village village;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private Mine mine;

    @BeforeEach
    void found() {
        mine = new Mine(village);
        database.sql("alter table concern.concern drop constraint reporter_by_alias")
                .update();
    }

    @AfterEach
    void asItWas() {
        database.sql(RULE).update();
    }

    @Test
    void what_was_filed_before_the_vault_is_moved_into_it_with_all_that_hangs_on_it() {
        var number = old();

        moving.start();
        moving.start();

        var id = concerns.get(number, mine.worker).concern().id();
        var alias = aliases.of(mine.worker.person());
        assertThat(one("select reporter from concern.concern where id = :id", id))
                .isEqualTo(alias);
        assertThat(one("select speaker from verdict.answer where concern = :id", id))
                .isEqualTo(alias);
        assertThat(one(
                        "select count(*) from notification.message where person = :id",
                        mine.worker.person().value()))
                .isZero();
        assertThat(one(
                        "select count(*) from outbox.parcel where recipient = :id",
                        mine.worker.person().value()))
                .isZero();
        assertThat(inbox.unread(mine.worker.person())).isPositive();
        assertThat(reading.open(number, Door.PAGE, mine.worker).standings()).contains(Standing.SPEAKER);
        assertThat(reading.open(number, Door.PAGE, mine.desk).reporterName())
                .isEqualTo(directory.person(mine.worker.person()).name());
        assertThat(lists.own(Optional.empty(), mine.worker).rows())
                .extracting(ConcernRow::number)
                .contains(number.toString());
    }

    @Test
    void whoever_is_stopped_in_between_has_moved_some_and_goes_on_with_the_rest() {
        var numbers = List.of(old(), old(), old());

        assertThat(transactions.<Boolean>execute(_ -> moving.moveNext())).isTrue();
        transactions.executeWithoutResult(stopped -> {
            moving.moveNext();
            stopped.setRollbackOnly();
        });
        assertThat(one(
                        "select count(*) from concern.concern where reporter = :id",
                        mine.worker.person().value()))
                .isEqualTo(2);
        moving.start();

        assertThat(one(
                        "select count(*) from concern.concern where reporter = :id",
                        mine.worker.person().value()))
                .isZero();
        for (var number : numbers) {
            assertThat(reading.open(number, Door.PAGE, mine.worker).standings()).contains(Standing.SPEAKER);
        }
    }

    @Test
    void the_database_takes_no_name_in_confidence_any_more() {
        var id = idOf(old());
        moving.start();
        database.sql(RULE).update();

        assertThatThrownBy(() -> database.sql("update concern.concern set reporter = 1 where id = :id")
                        .param("id", id)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        database.sql("alter table concern.concern drop constraint reporter_by_alias")
                .update();
    }

    /** A concern with an answer, a message and a parcel, as the version before the vault kept it. */
    private ConcernNumber old() {
        var number = raising.raise(Mine.concern("E4", Reporter.Mode.CONFIDENTIAL), Mine.token(), mine.worker)
                .number();
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        handling.reply(number, Mine.reply(), mine.handler);
        var id = idOf(number);
        var person = mine.worker.person().value();
        // Whatever is told of it later than this is told under the alias in any case.
        database.sql("""
                insert into notification.message (person, key, arguments, address, cause, at)
                values (:person, 'notice.worker.REPLIED', array[:number], '/concerns/' || :number, :number || ':old', now())
                """)
                .param("person", person)
                .param("number", number.toString())
                .update();
        outbox.put(
                new Queue("mail", true, true, Duration.ofDays(1), 1),
                person,
                "message:" + one("select max(id) from notification.message where person = :id", person),
                "1 RAISED_IN_CONFIDENCE",
                clock.instant().plus(Duration.ofDays(30)),
                false);
        database.sql("delete from vault.entry where subject = :subject")
                .param("subject", "concern:" + id)
                .update();
        database.sql("delete from concern.receipt where concern = :id and digest = :digest")
                .param("id", id)
                .param("digest", aliases.keyOf("receipt", mine.worker.person()))
                .update();
        database.sql("update concern.concern set reporter = :person where id = :id")
                .param("person", person)
                .param("id", id)
                .update();
        database.sql("update verdict.answer set speaker = :person where concern = :id")
                .param("person", person)
                .param("id", id)
                .update();
        return number;
    }

    private long idOf(ConcernNumber number) {
        return database.sql("select id from concern.concern where number = :number")
                .param("number", number.toString())
                .query(Long.class)
                .single();
    }

    private long one(String question, long id) {
        return database.sql(question).param("id", id).query(Long.class).single();
    }
}
