package cn.lianxin.concern;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.vault.Aliases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever holds a copy of the database and not the keys does not learn from it who spoke in confidence. */
@ProductTest
class ReporterApartTest {

    /** An id that is no id of anything else, so that it can be looked for in every row. */
    private static final long UNMISTAKABLE = 734_691_825_507L;

    /** What knows people for itself, whatever they say. */
    /** Whoever signs in stands there, whether he speaks or not. */
    private static final String READ_BY_EVERYBODY = "privacy.confirmation";

    private static final Set<String> OF_PEOPLE = Set.of("organization", "identity", "factor", "delivery");

    @Autowired
    RaisingConcerns raising;

    @Autowired
    HandlingConcerns handling;

    @Autowired
    ReviewingConcerns reviewing;

    @Autowired
    ReadingConcerns reading;

    @Autowired
    ConcernLists lists;

    @Autowired
    Concerns concerns;

    @Autowired
    Reviewers reviewers;

    @Autowired
    Inbox inbox;

    @Autowired
    Aliases aliases;

    @Autowired
    Directory directory;

    @Autowired
    Village village;

    @Autowired
    JdbcClient database;

    private Mine mine;
    private Actor.Member canary;

    @BeforeEach
    void found() {
        mine = new Mine(village);
        var sequence = "pg_get_serial_sequence('organization.person', 'id')";
        var last = database.sql("select nextval(" + sequence + ")")
                .query(Long.class)
                .single();
        database.sql("select setval(" + sequence
                        + ", greatest(:id, (select max(id) + 1 from organization.person)), false)")
                .param("id", UNMISTAKABLE)
                .query(Long.class)
                .single();
        canary = new Actor.Member(village.worker(mine.crew), "工", List.of());
        database.sql("select setval(" + sequence + ", :id)")
                .param("id", last)
                .query(Long.class)
                .single();
        assertThat(canary.person().value()).isGreaterThanOrEqualTo(UNMISTAKABLE);
    }

    @AfterEach
    void clockRunsAsBefore() {
        TestClock.reset();
    }

    @Test
    void no_row_of_a_whole_life_holds_who_spoke() {
        var number = wholeLife();
        var card = directory.person(canary.person());

        var found = EveryRow.with(
                List.of(Long.toString(canary.person().value()), card.staffNumber(), card.name()), database);

        assertThat(found)
                .as("he is looked for where he must be")
                .extracting(EveryRow.Found::table)
                .contains("organization.person");
        assertThat(found)
                .filteredOn(one ->
                        !OF_PEOPLE.contains(one.table().substring(0, one.table().indexOf('.')))
                                && !one.table().equals(READ_BY_EVERYBODY))
                .isEmpty();
        assertThat(found).noneMatch(one -> one.row().contains(number.toString()));
    }

    @Test
    void the_search_would_find_him_where_he_stands_under_his_name() {
        var number = raising.raise(Mine.concern("E4", Reporter.Mode.NAMED), Mine.token(), canary)
                .number();

        var found = EveryRow.with(List.of(Long.toString(canary.person().value())), database);

        assertThat(found)
                .filteredOn(one -> one.table().equals("concern.concern"))
                .extracting(EveryRow.Found::row)
                .anyMatch(row -> row.contains(number.toString()));
    }

    @Test
    void he_and_the_desk_find_it_as_before_and_nobody_else_his_name() {
        var number = raise();
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);

        assertThat(lists.own(Optional.empty(), canary).rows())
                .extracting(ConcernRow::number)
                .contains(number.toString());
        var his = reading.open(number, Door.PAGE, canary);
        var name = directory.person(canary.person()).name();
        assertThat(his.reporterName()).isEqualTo(name);
        assertThat(his.moves()).contains(Move.WITHDRAW);
        assertThat(reading.open(number, Door.PAGE, mine.desk).reporterName()).isEqualTo(name);
        assertThat(reading.open(number, Door.PAGE, mine.handler).reporterName()).isEmpty();
        assertThat(exported(mine.desk, number).reporterName()).isEqualTo(name);
        assertThat(exported(mine.desk, number).staffNumber())
                .isEqualTo(directory.person(canary.person()).staffNumber());
        assertThat(exported(mine.handler, number).reporterName()).isEmpty();
        assertThat(exported(canary, number).reporterName()).isEqualTo(name);
    }

    @Test
    void what_he_raised_stands_in_no_list_of_his_own_work_and_no_reading_of_his_is_written_down() {
        var desk = new Actor.Member(canary.person(), "工", mine.desk.grants());
        var number = raise();

        assertThat(lists.queue(ConcernQueue.NEW, ConcernFilter.none(), Optional.empty(), Door.LIST, desk)
                        .rows())
                .extracting(ConcernRow::number)
                .doesNotContain(number.toString());
        assertThat(lists.queue(ConcernQueue.NEW, ConcernFilter.none(), Optional.empty(), Door.LIST, mine.desk)
                        .rows())
                .extracting(ConcernRow::number)
                .contains(number.toString());
        reading.open(number, Door.PAGE, desk);
        assertThat(readers(number)).doesNotContain("person:" + canary.person().value());
    }

    @Test
    void what_is_split_from_it_is_his_as_well() {
        var number = raise();
        handling.accept(number, mine.desk);

        var part = handling.split(number, "", "班车也老是晚点", "E4", mine.desk);

        assertThat(reading.open(part, Door.PAGE, canary).standings()).contains(Standing.SPEAKER);
        assertThat(reading.open(part, Door.PAGE, mine.desk).reporterName())
                .isEqualTo(directory.person(canary.person()).name());
    }

    @Test
    void a_supervisor_who_spoke_in_confidence_is_none_of_those_who_may_sign_how_it_ends() {
        var number = raising.raise(Mine.concern("E4", Reporter.Mode.CONFIDENTIAL), Mine.token(), mine.supervisor)
                .number();
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);

        assertThat(reviewers.nearestTo(concerns.get(number, mine.handler).concern()))
                .contains(mine.secondSupervisor.person())
                .doesNotContain(mine.supervisor.person());
    }

    @Test
    void messages_reach_him_under_his_alias() {
        var number = raise();
        var before = inbox.unread(canary.person());
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(), "", mine.desk);

        await(() -> inbox.unread(canary.person()) > before);
        var message = inbox.page(canary.person(), Optional.empty()).rows().getFirst();
        assertThat(database.sql("select person from notification.message where id = :id")
                        .param("id", message.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(aliases.of(canary.person()));
        assertThat(inbox.isUnread(canary.person(), List.of(message.id()))).isTrue();
        assertThat(inbox.open(message.id(), canary.person())).isEqualTo("/concerns/" + number);
        assertThat(inbox.isUnread(canary.person(), List.of(message.id()))).isFalse();
        inbox.markRead(canary.person(), Long.MAX_VALUE);
        assertThat(inbox.unread(canary.person())).isZero();
        assertThat(inbox.page(mine.worker.person(), Optional.empty()).rows()).isEmpty();
    }

    /** Whose phone rings is told by mail as well. */
    private void wantsMail() {
        database.sql("""
                insert into delivery.contact (person, way, address, confirmed_at) values (:person, 'mail', '\\x00', now())
                """).param("person", canary.person().value()).update();
        database.sql("""
                insert into delivery.wish (person, rhythm, hour, weekday, topics, language)
                values (:person, 'DAILY', 8, 1, '{RAISED,RAISED_IN_CONFIDENCE}', 'zh-CN')
                """).param("person", canary.person().value()).update();
    }

    private long parcels() {
        return database.sql("select count(*) from outbox.parcel where recipient = :alias")
                .param("alias", aliases.of(canary.person()))
                .query(Long.class)
                .single();
    }

    private ConcernNumber wholeLife() {
        wantsMail();
        var number = raise();
        handling.acceptAndAssign(number, "E4", mine.district, Set.of(mine.other), "请快", mine.desk);
        handling.acknowledge(number, "", mine.handler);
        handling.askForMore(number, "哪天开始的？", mine.handler);
        raising.giveMore(number, "上周三", List.of(), canary);
        handling.reply(number, Mine.reply(), mine.handler);
        raising.raiseAgain(number, "还是凉的", List.of(), canary);
        handling.assign(number, mine.other, Set.of(), "", mine.desk);
        handling.acknowledge(number, "", mine.otherHandler);
        handling.reply(number, Mine.reply(), mine.otherHandler);
        raising.askReview(number, "没修", List.of(), canary);
        var reviewer =
                concerns.get(number, mine.desk).concern().course().owner().person();
        var by = reviewer.equals(mine.supervisor.person()) ? mine.supervisor : mine.secondSupervisor;
        reviewing.take(number, by);
        reviewing.decide(number, ConcernState.ReviewOutcome.CHANGED, "重新修", by);
        reading.open(number, Door.PAGE, mine.desk);
        exported(mine.desk, number);
        lists.own(Optional.empty(), canary);
        await(() -> inbox.unread(canary.person()) >= 5);
        assertThat(parcels()).isPositive();
        TestClock.forward(Duration.ofDays(1));
        return number;
    }

    private ConcernNumber raise() {
        return raising.raise(Mine.concern("E4", Reporter.Mode.CONFIDENTIAL), Mine.token(), canary)
                .number();
    }

    private ConcernLine exported(Actor actor, ConcernNumber number) {
        var lines = new ArrayList<ConcernLine>();
        lists.eachLine(actor, lines::add);
        return lines.stream()
                .filter(line -> line.number().equals(number.toString()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> readers(ConcernNumber number) {
        return database.sql("select reader from audit.reading where subject = :subject")
                .param("subject", "concern:" + number)
                .query((row, _) -> row.getString("reader"))
                .list();
    }

    private static void await(BooleanSupplier reached) {
        for (var tries = 0; tries < 100 && !reached.getAsBoolean(); tries++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        }
        assertThat(reached.getAsBoolean()).isTrue();
    }
}
