package cn.lianxin.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.audit.Finding.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever owns the database lifts what it refuses, alters one thing, and is found by the next check. All of it is rolled back. */
@ProductTest
class ChainTest {

    private static final Actor LEADER = new Actor.Member(new PersonId(9), "矿长", List.of());
    private static final int ENTRIES = 12;

    @Autowired
    JdbcClient sql;

    @Autowired
    AuditTrail trail;

    @Autowired
    Readings readings;

    @Autowired
    SecurityLog security;

    @Autowired
    Links links;

    @Autowired
    Findings findings;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    @TempDir
    Path directory;

    private final Map<Log, List<Long>> entries = new EnumMap<>(Log.class);
    private final List<LogBroken> told = new ArrayList<>();
    private Witness witness;
    private Sealing sealing;
    private Checking checking;

    @BeforeEach
    void open() {
        restart();
    }

    private void restart() {
        witness = new Witness(directory.resolve("heads.log"));
        sealing = new Sealing(links, witness, transactions, clock);
        checking = checking(witness);
    }

    private Checking checking(Witness of) {
        return new Checking(
                new Sealing(links, of, transactions, clock),
                links,
                new ChainWalk(links, of, clock),
                findings,
                event -> {
                    if (event instanceof LogBroken broken) {
                        told.add(broken);
                    }
                },
                clock);
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @ParameterizedTest
    @EnumSource
    void one_altered_value_in_any_column_is_found(Log log) {
        for (var column : log.columns()) {
            with(() -> {
                var entry = entry(log, 5);
                alter(log, column, entry);

                sealing.onTime();
                checking.onTime();

                assertThat(findings.newest(9))
                        .as(column)
                        .extracting(Finding::log)
                        .containsOnly(log);
                assertThat(findings.newest(9))
                        .as(column)
                        .extracting(Finding::kind)
                        .containsAnyOf(Kind.ALTERED, Kind.REMOVED);
                assertThat(told).as(column).extracting(LogBroken::log).contains(log.name());
                assertThat(checking.isBroken()).isTrue();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_chain_covers_every_column_of_its_log(Log log) {
        var columns = sql.sql("""
                select column_name from information_schema.columns
                where table_schema = 'audit' and 'audit.' || table_name = :table
                """)
                .param("table", log.table())
                .query((row, _) -> row.getString(1))
                .list();

        assertThat(log.columns()).containsExactlyInAnyOrderElementsOf(columns);
    }

    @ParameterizedTest
    @EnumSource
    void what_was_not_touched_is_not_told_of(Log log) {
        with(() -> {
            assertThat(checking.checkAll()).isEmpty();
            write(3);
            sealing.onTime();
            checking.onTime();
            restart();
            checking.onTime();

            assertThat(findings.newest(9)).isEmpty();
            assertThat(told).isEmpty();
            assertThat(checking.isBroken()).isFalse();
            assertThat(checking.states())
                    .filteredOn(state -> state.log() == log)
                    .allMatch(state -> state.place() >= ENTRIES + 3);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_removed_a_swapped_a_cut_off_and_a_late_one_are_found(Log log) {
        var some = log.columns().contains("detail") ? "detail" : log == Log.READING ? "name" : "place";
        found(Kind.REMOVED, () -> change("delete from " + log.table() + " where id = " + entry(log, 4)));
        found(Kind.ALTERED, () -> change("""
                update %1$s a set %2$s = b.%2$s from %1$s b
                where a.id in (%3$d, %4$d) and b.id in (%3$d, %4$d) and a.id <> b.id
                """.formatted(log.table(), some, entry(log, 2), entry(log, 7))));
        found(
                Kind.REMOVED,
                () -> change("delete from audit.link where log = '%s' and entry = %d".formatted(log, entry(log, 3))));
        found(Kind.CUT_OFF, () -> {
            change("delete from audit.link where log = '%s' and entry >= %d".formatted(log, entry(log, 9)));
            change("delete from " + log.table() + " where id >= " + entry(log, 9));
        });
        found(Kind.REWRITTEN, () -> {
            alter(log, some, entry(log, 5));
            change("delete from audit.link where log = '%s'".formatted(log));
            // With the file out of his sight for a moment, the whole chain is made anew.
            new Sealing(links, new Witness(directory.resolve("none.log")), transactions, clock).sealAll();
        });
        found(Kind.INSERTED, () -> {
            TestClock.forward(Duration.ofMinutes(11));
            write(1);
            sealing.sealAll();
            change("update audit.link set at = at - interval '11 minutes' where log = '%s'".formatted(log));
            var columns =
                    String.join(", ", log.columns().subList(1, log.columns().size()));
            var values = columns.replace("subject", "subject || 'x'");
            change("insert into %s (id, %s) overriding system value select -77, %s from %s where id = %d"
                    .formatted(log.table(), columns, values, log.table(), entry(log, 1)));
        });
    }

    /** Any of many changes, at any place, in any order; and the same walk without one finds nothing. */
    @Test
    void whatever_somebody_does_at_random_is_found() {
        var random = new Random(20261129);
        for (var round = 0; round < 60; round++) {
            var log = Log.values()[random.nextInt(3)];
            var harmless = random.nextInt(4) == 0;
            var times = 1 + random.nextInt(3);
            var note = "round " + round + " in " + log;
            with(() -> {
                if (!harmless) {
                    for (var time = 0; time < times; time++) {
                        change(anything(log, random));
                    }
                }
                write(random.nextInt(3));
                sealing.onTime();
                if (random.nextBoolean()) {
                    restart();
                }
                checking.onTime();

                assertThat(findings.newest(1)).as(note).hasSize(harmless ? 0 : 1);
            });
        }
    }

    private String anything(Log log, Random random) {
        var entry = entry(log, random.nextInt(ENTRIES));
        return switch (random.nextInt(5)) {
            case 0 -> "delete from " + log.table() + " where id = " + entry;
            case 1 -> "delete from audit.link where log = '%s' and entry = %d".formatted(log, entry);
            case 2 ->
                "update audit.link set hash = overlay(hash placing case left(hash, 1) when '0' then '1' else '0' end"
                        + " from 1 for 1) where log = '%s' and entry = %d".formatted(log, entry);
            case 3 ->
                "update audit.link set entry = entry + 1000000 where log = '%s' and entry = %d".formatted(log, entry);
            default -> "update %s set at = at + interval '1 microsecond' where id = %d".formatted(log.table(), entry);
        };
    }

    @Test
    void the_address_goes_after_its_time_and_the_chain_holds_but_another_one_is_found() {
        with(() -> {
            change("delete from audit.origin");
            assertThat(checking.checkAll()).isEmpty();
        });
        found(
                Kind.OTHER_ADDRESS,
                () -> change(
                        "update audit.origin set address = '10.9.9.9' where security = " + entry(Log.SECURITY, 0)));
    }

    @Test
    void what_is_old_enough_goes_and_the_chain_goes_on_from_there() {
        with(() -> {
            change("delete from audit.link");
            IntStream.rangeClosed(1, 5).forEach(place -> change("""
                    insert into audit.entry (id, at, who, person, action, subject, detail)
                    overriding system value values (%d, now() - interval '4 years', 'MEMBER', 1, 'test.old', 'test', 'x')
                    """.formatted(place - 100)));
            Files.deleteIfExists(directory.resolve("heads.log"));
            restart();
            var then = Clock.offset(Clock.system(ZoneId.of("UTC")), Duration.ofDays(-4 * 365));
            new Sealing(links, witness, transactions, then).sealAll();
            change("alter table audit.entry enable trigger user");
            change("alter table audit.link enable trigger user");
            var gone = new LettingGo(sql, links, witness, checking, transactions, clock)
                    .letGo(clock.instant().minus(Duration.ofDays(3 * 365)));

            assertThat(gone).isEqualTo(5);

            assertThat(links.start(Log.ENTRY).place()).isEqualTo(5);
            assertThat(sql.sql("select count(*) from audit.entry where action = 'test.old'")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(checking.checkAll()).isEmpty();
            restart();
            assertThat(checking.checkAll()).isEmpty();
            change("alter table audit.anchor disable trigger user");
            change("update audit.anchor set hash = '" + ChainHash.NOTHING + "'");
            assertThat(checking.checkAll()).extracting(Finding::kind).contains(Kind.LET_GO_ELSEWHERE);
        });
    }

    @Test
    void two_nodes_let_go_in_turn_and_neither_takes_the_other_for_a_thief() {
        with(() -> {
            oldEntries(6);
            var there = new Witness(directory.resolve("heads.log"));
            var checkingThere = checking(there);
            assertThat(checkingThere.checkAll()).isEmpty();
            change("alter table audit.entry enable trigger user");
            change("alter table audit.link enable trigger user");

            assertThat(lettingGo(there, checkingThere).letGo(before(2))).isEqualTo(2);
            assertThat(checking.checkAll()).isEmpty();
            assertThat(lettingGo(witness, checking).letGo(before(4))).isEqualTo(2);

            assertThat(checkingThere.checkAll()).isEmpty();
            assertThat(lettingGo(there, checkingThere).letGo(before(6))).isEqualTo(2);
            assertThat(checking.checkAll()).isEmpty();
        });
    }

    /** Once before anything was committed, and once more: what is let go is what the file says, or less. */
    @Test
    void who_is_killed_while_he_lets_go_leaves_a_whole_chain() {
        with(() -> {
            oldEntries(4);
            change("alter table audit.entry enable trigger user");
            change("alter table audit.link enable trigger user");
            assertThat(lettingGo(witness, checking).letGo(before(2))).isEqualTo(2);
            var end = new Head(4, links.hashAt(Log.ENTRY, 4).orElseThrow());

            witness.letGo(Log.ENTRY, end, clock.instant());
            restart();

            assertThat(checking.checkAll()).isEmpty();
            assertThat(lettingGo(witness, checking).letGo(before(4))).isEqualTo(2);
            assertThat(checking.checkAll()).isEmpty();
        });
    }

    /** One a day, of four years ago, and a chain that was begun then. */
    private void oldEntries(int count) throws IOException {
        change("delete from audit.link");
        IntStream.rangeClosed(1, count).forEach(place -> change("""
                insert into audit.entry (id, at, who, person, action, subject, detail)
                overriding system value
                values (%d, now() - interval '4 years' + interval '%d days', 'MEMBER', 1, 'test.old', 'test', 'x')
                """.formatted(place - 100, place)));
        Files.deleteIfExists(directory.resolve("heads.log"));
        restart();
        var then = Clock.offset(Clock.system(ZoneId.of("UTC")), Duration.ofDays(-4 * 365));
        new Sealing(links, witness, transactions, then).sealAll();
    }

    private Instant before(int days) {
        return sql.sql("select now() - interval '4 years' + interval '12 hours' + make_interval(days => :days)")
                .param("days", days)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private LettingGo lettingGo(Witness by, Checking checks) {
        return new LettingGo(sql, links, by, checks, transactions, clock);
    }

    @Test
    void the_database_refuses_to_change_a_link_and_to_let_go_of_what_is_young() {
        with(() -> {
            change("alter table audit.link enable trigger user");
            change("alter table audit.security enable trigger user");
            sql.sql("select set_config('audit.letting_go', 'on', true)")
                    .query((row, _) -> row.getString(1))
                    .single();
            change("savepoint before");

            for (var refused : List.of(
                    "update audit.link set place = place + 1000",
                    "delete from audit.link",
                    "truncate audit.link",
                    "update audit.security set kind = 'SIGNED_OUT'",
                    "delete from audit.security")) {
                assertThatThrownBy(() -> change(refused))
                        .as(refused)
                        .isInstanceOf(DataAccessException.class)
                        .rootCause()
                        .hasMessageContaining("append-only");
                change("rollback to savepoint before");
            }
        });
    }

    /** By the delays of the clockwork: sealing, and then a walk, both begin well within a minute. */
    @Test
    void both_are_done_by_themselves_several_times_a_minute() throws Exception {
        for (var type : List.of(Sealing.class, Checking.class)) {
            var scheduled = type.getDeclaredMethod("onTime").getAnnotation(Scheduled.class);
            assertThat(Duration.parse(scheduled.fixedDelayString())).isLessThanOrEqualTo(Duration.ofSeconds(15));
        }
    }

    @Test
    @Tag("hours")
    void one_altered_letter_among_three_hundred_thousand_is_found_in_one_walk() {
        with(() -> {
            change("""
                    insert into audit.entry (at, who, person, action, subject, detail)
                    select now(), 'MEMBER', n, 'test.many', 'test:' || n, repeat('字', 30)
                    from generate_series(1, 300000) n
                    """);
            sealing.sealAll();
            change(
                    "update audit.entry set detail = 'x' || substr(detail, 2) where action = 'test.many' and person = 271828");
            var began = System.nanoTime();
            assertThat(checking.checkAll()).extracting(Finding::kind).containsExactly(Kind.ALTERED);
            System.out.println("300000 entries in "
                    + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms");
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Some entries of each log, sealed, with everything lifted that the database refuses; rolled back afterwards. */
    private void with(Work work) {
        transactions.executeWithoutResult(transaction -> {
            try {
                transaction.setRollbackOnly();
                Files.deleteIfExists(directory.resolve("heads.log"));
                restart();
                told.clear();
                for (var table : List.of("entry", "reading", "security", "link", "origin", "anchor")) {
                    change("alter table audit." + table + " disable trigger user");
                }
                write(ENTRIES);
                sealing.sealAll();
                work.run();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        TestClock.reset();
    }

    private void found(Kind kind, Work work) {
        with(() -> {
            work.run();
            assertThat(checking.checkAll())
                    .as(kind.name())
                    .extracting(Finding::kind)
                    .contains(kind);
        });
    }

    private void write(int count) {
        for (var number = 0; number < count; number++) {
            trail.record(LEADER, "test.done", "test:" + number, "第 " + number + " 次");
            readings.record(
                    new Reader("person:" + (1000 + number), "读者" + number, "科长", "机电科", List.of()),
                    Door.EXPORT,
                    List.of(new Readings.Shown("test:" + number + ":" + System.nanoTime(), false, "")));
            security.record(
                    SecurityEvent.Kind.SIGN_IN_FAILED,
                    Optional.of(new PersonId(number)),
                    "POST /p" + number,
                    "10.0.0." + number);
        }
        for (var log : Log.values()) {
            entries.put(
                    log,
                    sql.sql("select id from (select id from " + log.table()
                                    + " order by id desc limit :count) n order by id")
                            .param("count", Math.max(count, ENTRIES))
                            .query((row, _) -> row.getLong("id"))
                            .list());
        }
    }

    private long entry(Log log, int place) {
        return Objects.requireNonNull(entries.get(log)).get(place);
    }

    private void change(String statement) {
        sql.sql(statement).update();
    }

    /** By the least that its type allows, without the constraints that would refuse it. */
    private void alter(Log log, String column, long entry) {
        sql.sql("""
                select conname from pg_constraint where conrelid = cast(:table as regclass) and contype in ('c', 'u')
                """)
                .param("table", log.table())
                .query((row, _) -> row.getString(1))
                .list()
                .forEach(name -> change("alter table %s drop constraint %s".formatted(log.table(), name)));
        var type = sql.sql("""
                select data_type from information_schema.columns
                where table_schema = 'audit' and 'audit.' || table_name = :table and column_name = :column
                """)
                .param("table", log.table())
                .param("column", column)
                .query((row, _) -> row.getString(1))
                .single();
        if (column.equals("id")) {
            change("alter table %s alter column id drop identity".formatted(log.table()));
        }
        var other =
                switch (type) {
                    case "bigint" -> column + " + 1000000";
                    case "boolean" -> "not " + column;
                    case "timestamp with time zone" -> column + " + interval '1 microsecond'";
                    case "text" -> column + " || ' '";
                    default -> throw new AssertionError(type);
                };
        change("update %s set %s = %s where id = %d".formatted(log.table(), column, other, entry));
    }
}
