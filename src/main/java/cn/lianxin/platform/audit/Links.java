package cn.lianxin.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The chains on record. */
@Component
class Links {

    /** @param columns of the entry, none where it has gone */
    record Linked(
            long place, long entry, String hash, @Nullable String @Nullable [] columns) {}

    private record Unlinked(long entry, @Nullable String[] columns) {}

    private final JdbcClient sql;

    Links(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether this node is the one that goes on with the chain, until the end of the transaction. */
    boolean isMine(Log log) {
        return sql.sql("select pg_try_advisory_xact_lock(hashtext('audit.link'), :log)")
                .param("log", log.ordinal())
                .query(Boolean.class)
                .single();
    }

    Head start(Log log) {
        return head("select place, hash from audit.anchor where log = :log order by place desc limit 1", log)
                .orElse(Head.NONE);
    }

    Head last(Log log) {
        return head("select place, hash from audit.link where log = :log order by place desc limit 1", log)
                .orElseGet(() -> start(log));
    }

    Optional<String> hashAt(Log log, long place) {
        return sql.sql("select hash from audit.link where log = :log and place = :place")
                .param("log", log.name())
                .param("place", place)
                .query((row, _) -> row.getString("hash"))
                .optional();
    }

    /**
     * The newest entry that had its place at that moment. What turns up behind it without a place comes too late to have been
     * written in the order of things.
     */
    long linkedBefore(Log log, Instant moment) {
        return sql.sql("""
                select entry from audit.link where log = :log and at < :moment order by place desc limit 1
                """)
                .param("log", log.name())
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .orElse(Long.MIN_VALUE);
    }

    /** Gives a place to what has none yet; the order of ids is the order in which it is found. */
    Head append(Log log, Head last, long after, int atMost, Instant now) {
        var waiting = sql.sql("select e.id as entry, " + log.parts() + " as columns from " + log.table() + """
                 e where e.id > :after and not exists (
                    select 1 from audit.link l where l.log = :log and l.entry = e.id)
                order by e.id limit :atMost
                """)
                .param("log", log.name())
                .param("after", after)
                .param("atMost", atMost)
                .query((row, _) -> new Unlinked(row.getLong("entry"), Objects.requireNonNull(columns(row))))
                .list();
        var entries = new ArrayList<Long>();
        var hashes = new ArrayList<String>();
        var hash = last.hash();
        for (var one : waiting) {
            hash = ChainHash.next(hash, log, one.columns());
            entries.add(one.entry());
            hashes.add(hash);
        }
        if (!entries.isEmpty()) {
            insert(log, last.place(), entries, hashes, now);
        }
        return new Head(last.place() + entries.size(), hash);
    }

    private void insert(Log log, long before, List<Long> entries, List<String> hashes, Instant now) {
        sql.sql("""
                insert into audit.link (log, place, entry, hash, at)
                select :log, :before + fresh.nr, fresh.entry, fresh.hash, :now
                from unnest(cast(:entries as bigint[]), cast(:hashes as text[])) with ordinality as fresh (entry, hash, nr)
                """)
                .param("log", log.name())
                .param("before", before)
                .param("entries", entries.toArray(Long[]::new))
                .param("hashes", hashes.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Linked> after(Log log, long place, int atMost) {
        return sql.sql("select l.place, l.entry, l.hash, case when e.id is not null then " + log.parts()
                        + " end as columns from audit.link l left join " + log.table() + """
                 e on e.id = l.entry
                where l.log = :log and l.place > :place order by l.place limit :atMost
                """)
                .param("log", log.name())
                .param("place", place)
                .param("atMost", atMost)
                .query((row, _) ->
                        new Linked(row.getLong("place"), row.getLong("entry"), row.getString("hash"), columns(row)))
                .list();
    }

    /** Entries that never got a place and can get none any more. */
    List<Long> unlinkedUpTo(Log log, long entry, int atMost) {
        return sql.sql("select e.id from " + log.table() + """
                 e where e.id <= :entry and not exists (
                    select 1 from audit.link l where l.log = :log and l.entry = e.id)
                order by e.id limit :atMost
                """)
                .param("log", log.name())
                .param("entry", entry)
                .param("atMost", atMost)
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    /** Addresses that are not those to which their entries committed, or whose entry is none. */
    List<Long> falseOrigins(int atMost) {
        return sql.sql("""
                select o.security as id from audit.origin o left join audit.security e on e.id = o.security
                where e.id is null
                   or e.origin <> encode(sha256(convert_to(o.salt || o.address, 'UTF8')), 'hex')
                order by o.security limit :atMost
                """)
                .param("atMost", atMost)
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    private Optional<Head> head(String query, Log log) {
        return sql.sql(query)
                .param("log", log.name())
                .query((row, _) -> new Head(row.getLong("place"), row.getString("hash")))
                .optional();
    }

    private static @Nullable String @Nullable [] columns(ResultSet row) throws SQLException {
        var array = row.getArray("columns");
        return array == null ? null : (String[]) array.getArray();
    }
}
