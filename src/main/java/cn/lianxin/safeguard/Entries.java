package cn.lianxin.safeguard;

import cn.lianxin.kernel.PersonId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of what has to be looked at, and of what was done with it. */
@Component
class Entries {

    private static final int ENDED_SHOWN = 20;

    private final JdbcClient database;

    Entries(JdbcClient database) {
        this.database = database;
    }

    /** Empty where trouble of this concern is open already: a second tap is the first one again. */
    Optional<Long> add(long concern, EntryKind kind, Instant at) {
        return database.sql("""
                        insert into safeguard.entry (concern, kind, at) values (:concern, :kind, :at)
                        on conflict (concern) where kind = 'TROUBLE' and ended_at is null do nothing
                        returning id
                        """)
                .param("concern", concern)
                .param("kind", kind.name())
                .param("at", time(at))
                .query(Long.class)
                .optional();
    }

    /** Locked until the transaction is over. */
    Optional<Entry> hold(long id) {
        database.sql("select 1 from safeguard.entry where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional();
        return find(id);
    }

    Optional<Entry> find(long id) {
        return database.sql("select " + Entry.COLUMNS + " where e.id = :id")
                .param("id", id)
                .query(Entry::of)
                .optional()
                .map(this::withSteps);
    }

    /** Newest first. */
    List<Entry> troublesOf(long concern) {
        return withSteps(database.sql("select " + Entry.COLUMNS
                        + " where e.concern = :concern and e.kind = 'TROUBLE' order by e.id desc")
                .param("concern", concern)
                .query(Entry::of)
                .list());
    }

    List<Long> open() {
        return ids(database.sql("select e.id from safeguard.entry e where e.ended_at is null order by e.id"));
    }

    List<Long> openOf(long concern) {
        return ids(database.sql(
                        "select e.id from safeguard.entry e where e.ended_at is null and e.concern = :concern order by e.id")
                .param("concern", concern));
    }

    /** Those that are open, by their date, and the last of those that are over. */
    List<Entry> of(PersonId owner) {
        return withSteps(database.sql("select " + Entry.COLUMNS + """
                 where e.owner = :owner and (e.ended_at is null or e.id in (
                     select o.id from safeguard.entry o where o.owner = :owner and o.ended_at is not null
                     order by o.ended_at desc limit :limit))
                order by e.ended_at is not null, e.taken_at is not null, e.due_at, e.id
                """)
                .param("owner", owner.value())
                .param("limit", ENDED_SHOWN)
                .query(Entry::of)
                .list());
    }

    void give(long id, Optional<PersonId> owner, Optional<Instant> dueAt) {
        database.sql("""
                update safeguard.entry
                set owner = cast(:owner as bigint), due_at = cast(:due as timestamptz), taken_at = null
                where id = :id
                """)
                .param("owner", owner.map(PersonId::value).orElse(null))
                .param("due", dueAt.map(Entries::time).orElse(null))
                .param("id", id)
                .update();
    }

    void take(long id, Instant at) {
        database.sql("update safeguard.entry set taken_at = :at where id = :id")
                .param("at", time(at))
                .param("id", id)
                .update();
    }

    void end(long id, EntryFinding finding, Instant at) {
        database.sql(
                        "update safeguard.entry set finding = :finding, ended_at = :at, taken_at = coalesce(taken_at, :at) where id = :id")
                .param("finding", finding.name())
                .param("at", time(at))
                .param("id", id)
                .update();
    }

    void write(long id, Entry.Step step) {
        database.sql("""
                insert into safeguard.step (entry, at, kind, person, name, post, words)
                values (:entry, :at, :kind, cast(:person as bigint), :name, :post, :words)
                """)
                .param("entry", id)
                .param("at", time(step.at()))
                .param("kind", step.deed().name())
                .param("person", step.by().map(PersonId::value).orElse(null))
                .param("name", step.name())
                .param("post", step.post())
                .param("words", step.words())
                .update();
    }

    private List<Entry> withSteps(List<Entry> entries) {
        return entries.stream().map(this::withSteps).toList();
    }

    private Entry withSteps(Entry entry) {
        return entry.with(database.sql(
                        "select at, kind, person, name, post, words from safeguard.step where entry = :entry order by id")
                .param("entry", entry.id())
                .query(Entry.Step::of)
                .list());
    }

    private static List<Long> ids(JdbcClient.StatementSpec statement) {
        return statement.query((row, _) -> row.getLong("id")).list();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
