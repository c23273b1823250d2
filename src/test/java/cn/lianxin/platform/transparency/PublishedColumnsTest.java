package cn.lianxin.platform.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.identity.SignedIn;
import cn.lianxin.identity.Village;
import cn.lianxin.platform.merkle.Unproven;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The list of what is published is read out of the rooms themselves, so that nobody has to keep another one. An installation of its own, for what
 * is published here stays where all may read it.
 */
@ProductTest
@TestPropertySource(properties = "lianxin.address=https://published.mine.example")
class PublishedColumnsTest {

    /** What pages read of what is published; of other rooms' tables, by views. */
    private static final List<String> VIEWS = List.of(
            "verdict.published_batch",
            "knowledge.shown",
            "newsroom.published",
            "newsroom.published_text",
            "newsroom.published_picture",
            "newsroom.published_reprint",
            "newsroom.published_correction",
            "newsroom.gravestone",
            "publicledger.shown",
            "publicledger.shown_picture");

    /** What takes something back is not itself published: an entry says that it was. */
    private static final Set<String> TAKES_BACK = Set.of("knowledge.taken_down", "publicledger.consent");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Village village;

    @Autowired
    PublicLog log;

    @Autowired
    LogClock clock;

    @Autowired
    Inspecting inspecting;

    @Autowired
    Shown shown;

    @Autowired
    Entries entries;

    @Autowired
    List<Publications> rooms;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    PublishedSample sample;

    @BeforeEach
    void something_of_each_kind_is_published() {
        clock.tick();
        sample = new PublishedSample(database, village.mine());
        transactions.executeWithoutResult(_ -> {
            sample.publish();
            for (var room : rooms) {
                var entered = new HashSet<>(entries.subjects(room.kind()));
                room.subjects()
                        .filter(subject -> !entered.contains(subject))
                        .toList()
                        .forEach(subject -> log.enter(room.kind(), subject));
            }
        });
        clock.tick();
    }

    @Test
    void every_column_of_a_table_is_committed_to_or_has_a_reason_why_not() {
        var missing = new TreeSet<String>();
        committed()
                .forEach((table, columns) -> columnsOf(table).forEach(column -> {
                    if (!columns.contains(column)
                            && !left().getOrDefault(table, Map.of()).containsKey(column)) {
                        missing.add(table + "." + column);
                    }
                }));

        assertThat(rooms)
                .allSatisfy(room -> assertThat(room.tables()).as(room.kind()).isNotEmpty());
        assertThat(missing)
                .as("neither committed to nor left out with a reason")
                .isEmpty();
    }

    @Test
    void what_a_view_for_readers_shows_is_of_a_table_that_is_committed_to() {
        var missing = new TreeSet<String>();
        for (var view : VIEWS) {
            database.sql("""
                            select distinct cast(d.refobjid as regclass)::text as name, a.attname
                            from pg_depend d
                            join pg_rewrite r on r.oid = d.objid
                            join pg_class c on c.oid = d.refobjid and c.relkind = 'r'
                            join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
                            where d.classid = cast('pg_rewrite' as regclass) and r.ev_class = cast(:view as regclass)
                              and d.refobjsubid > 0
                            """).param("view", view).query(row -> {
                var table = row.getString("name");
                var column = row.getString("attname");
                if (!TAKES_BACK.contains(table)
                        && !committed().getOrDefault(table, Set.of()).contains(column)
                        && !left().getOrDefault(table, Map.of()).containsKey(column)) {
                    missing.add(view + " shows " + table + "." + column);
                }
            });
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void what_a_page_shows_of_a_text_is_committed_to() {
        var pages = sample.pages().stream()
                .map(page -> {
                    try {
                        return mvc.get()
                                .uri(page)
                                .with(SignedIn.asNobody())
                                .exchange()
                                .getResponse()
                                .getContentAsString();
                    } catch (Exception e) {
                        throw new IllegalStateException(page, e);
                    }
                })
                .toList();
        var seen = new TreeSet<String>();
        sample.words().forEach((words, column) -> {
            if (pages.stream().anyMatch(page -> page.contains(words))) {
                seen.add(column);
            }
        });

        assertThat(seen).as("the pages show something of the sample").hasSizeGreaterThan(12);
        assertThat(seen).allSatisfy(column -> {
            var table = column.substring(0, column.lastIndexOf('.'));
            assertThat(committed().getOrDefault(table, Set.of()))
                    .as(column)
                    .contains(column.substring(column.lastIndexOf('.') + 1));
        });
    }

    /** With every lock of the database taken away, as whoever owns it can. */
    @Test
    void every_column_that_is_published_altered_in_sql_is_found() {
        var before = faults();
        var unnoticed = new ArrayList<String>();
        var tried = 0;
        for (var room : rooms) {
            for (var table : room.tables()) {
                for (var column : table.columns()) {
                    tried++;
                    transactions.executeWithoutResult(transaction -> {
                        Locks.takeAway(database, table.name());
                        var changed = database.sql(altering(table, column)).update();
                        assertThat(changed)
                                .as(room.kind() + ": " + table.name() + "." + column)
                                .isEqualTo(1);
                        if (faults().equals(before)) {
                            unnoticed.add(room.kind() + ": " + table.name() + "." + column);
                        }
                        transaction.setRollbackOnly();
                    });
                }
            }
        }

        assertThat(tried).isGreaterThan(150);
        assertThat(unnoticed).isEmpty();
        assertThat(faults()).isEqualTo(before);
    }

    /** A copy of a text that no act made public is not published, and nobody has to find it. */
    @Test
    void a_row_that_is_removed_or_put_there_is_found() {
        var before = faults();
        var tried = new TreeSet<String>();
        for (var room : rooms) {
            var published = room.subjects().toList();
            var table = room.tables().getFirst();
            var row = table.alias() + ".ctid = " + newest(table);
            for (var change : List.of(
                    "delete from " + table.name() + " as " + table.alias() + " where " + row, copied(table, row))) {
                transactions.executeWithoutResult(transaction -> {
                    Locks.takeAway(database, table.name());
                    assertThat(database.sql(change).update()).as(change).isEqualTo(1);
                    if (!room.subjects().toList().equals(published)) {
                        tried.add(room.kind() + change.substring(0, "delete".length()));
                        assertThat(faults()).as(room.kind() + ": " + change).isNotEqualTo(before);
                    }
                    transaction.setRollbackOnly();
                });
            }
        }

        assertThat(tried).hasSizeGreaterThanOrEqualTo(2 * rooms.size() - 1);
    }

    /** The keys of the copy are others, so that it is one of its own. */
    private String copied(PublishedTable table, String row) {
        var columns = columnsOf(table.name());
        return "insert into " + table.name() + " (" + String.join(", ", columns) + ") overriding system value select "
                + columns.stream()
                        .map(column -> keysOf(table.name()).contains(column)
                                ? altered(table, column)
                                : table.alias() + "." + column)
                        .collect(Collectors.joining(", "))
                + " from " + table.name() + " " + table.alias() + " where " + row;
    }

    /** Of each key the last column: a row below another that is not there would be shown by nobody. */
    private Set<String> keysOf(String table) {
        return database.sql("""
                        select a.attname from pg_index i
                        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[i.indnkeyatts - 1]
                        where i.indisunique and i.indpred is null and i.indrelid = cast(:table as regclass)
                        """)
                .param("table", table)
                .query((row, _) -> row.getString("attname"))
                .set();
    }

    @Test
    void of_one_bundle_only_what_is_in_it_is_read() {
        transactions.executeWithoutResult(transaction -> {
            database.sql("""
                    insert into verdict.batch (unit, rolled_up, released_on, rated, solved, partly, not_solved, satisfied, fairly,
                        not_satisfied)
                    select 8, false, date '2026-11-30', 9, 4, 3, 2, 5, 2, 2 from generate_series(1, 5000)
                    """).update();
            database.sql("analyze verdict.batch").update();
            var place = database.sql("select max(place) from transparency.entry where kind = 'verdict.batch'")
                    .query(Long.class)
                    .single();
            var before = rowsRead();

            shown.openings(place, place + 1, Reader.WITHIN);

            assertThat(rowsRead() - before).as("rows of verdict.batch").isBetween(1L, 300L);
            transaction.setRollbackOnly();
        });
    }

    @Test
    void what_is_found_by_its_subject_is_what_stands_among_all() {
        for (var room : rooms) {
            var all = room.now().toList();

            assertThat(all).as(room.kind()).isNotEmpty();
            assertThat(room.find(all.stream().map(Publication::subject).toList())
                            .toList())
                    .as(room.kind())
                    .isEqualTo(all);
            assertThat(room.find(Set.of(all.getFirst().subject())).toList()).containsExactly(all.getFirst());
            assertThat(room.subjects().toList())
                    .isEqualTo(all.stream().map(Publication::subject).toList());
            assertThat(room.find(Set.of("nothing:1", all.getFirst().subject() + ":x", "", "draw:'"))
                            .toList())
                    .isEmpty();
        }
        assertThat(rooms.stream().flatMap(Publications::subjects).toList())
                .as("no subject is of two kinds")
                .doesNotHaveDuplicates();
    }

    private long rowsRead() {
        return database.sql("""
                        select coalesce(sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)), 0)
                        from pg_stat_xact_user_tables where schemaname = 'verdict' and relname = 'batch'
                        """).query(Long.class).single();
    }

    private Map<String, Set<String>> committed() {
        var committed = new TreeMap<String, Set<String>>();
        for (var room : rooms) {
            for (var table : room.tables()) {
                committed.computeIfAbsent(table.name(), _ -> new TreeSet<>()).addAll(table.columns());
            }
        }
        return committed;
    }

    private Map<String, Map<String, String>> left() {
        var left = new TreeMap<String, Map<String, String>>();
        for (var room : rooms) {
            for (var table : room.tables()) {
                left.computeIfAbsent(table.name(), _ -> new TreeMap<>()).putAll(table.left());
            }
        }
        return left;
    }

    private List<String> columnsOf(String table) {
        return database.sql("""
                        select attname from pg_attribute
                        where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped order by attnum
                        """)
                .param("table", table)
                .query((row, _) -> row.getString("attname"))
                .list();
    }

    private static String newest(PublishedTable table) {
        return "(select " + table.alias() + ".ctid from " + table.name() + " " + table.alias() + " where ("
                + table.which() + ") order by " + table.alias() + ".ctid desc limit 1)";
    }

    private String altering(PublishedTable table, String column) {
        return "update " + table.name() + " as " + table.alias() + " set " + column + " = " + altered(table, column)
                + " where " + table.alias() + ".ctid = " + newest(table);
    }

    private String altered(PublishedTable table, String column) {
        var type = database.sql("""
                        select format_type(atttypid, null) from pg_attribute
                        where attrelid = cast(:table as regclass) and attname = :column
                        """)
                .param("table", table.name())
                .param("column", column)
                .query(String.class)
                .single();
        var one = table.alias() + "." + column;
        return switch (type) {
            case "text" -> "coalesce(" + one + ", '') || 'x'";
            case "bigint", "integer", "smallint" -> "coalesce(" + one + ", 0) + 1000000";
            case "numeric" -> one + " + 1";
            case "boolean" -> "not " + one;
            case "date" -> "coalesce(" + one + ", date '2026-01-01') + 1";
            // The least that the database can tell apart.
            case "timestamp with time zone" -> "coalesce(" + one + ", now()) + interval '1 microsecond'";
            case "uuid" -> "gen_random_uuid()";
            case "bytea" -> "coalesce(" + one + ", '') || '\\x00'::bytea";
            case "text[]" -> "array_append(" + one + ", 'x')";
            case "bigint[]" -> "array_append(" + one + ", 7::bigint)";
            case "double precision[]" -> "array_append(" + one + ", 7.5::float8)";
            default -> throw new IllegalStateException(one + " is of the type " + type);
        };
    }

    private List<String> faults() {
        try {
            return inspecting.inspect().orElseThrow().faults().stream()
                    .map(Unproven::getMessage)
                    .toList();
        } catch (Unproven fault) {
            return List.of(fault.getMessage());
        }
    }
}
