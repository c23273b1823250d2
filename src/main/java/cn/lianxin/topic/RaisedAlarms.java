package cn.lianxin.topic;

import cn.lianxin.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The store of alarms, their evidence, and why somebody found that there is nothing behind one. */
@Component
class RaisedAlarms {

    record Kept(long id, long mine, Optional<Dismissal> dismissal) {}

    record Dismissal(Instant at, PersonId by, String because) {}

    private static final int SAME = 2;

    private final JdbcClient database;

    RaisedAlarms(JdbcClient database) {
        this.database = database;
    }

    /**
     * Several servers hear the same, and each hears it again when it starts: two reports in common make it the same alarm, unless that is another
     * one. Which reports it has now is all it has: who fits no longer is let go.
     *
     * @param known the alarm that it is, if this server has kept it before
     * @param others alarms that it is not, whatever they have in common
     */
    @Transactional
    public long keep(long mine, Instant at, Collection<Long> concerns, Optional<Long> known, Collection<Long> others) {
        database.sql("select pg_advisory_xact_lock(hashtext('topic'), cast(:mine % 2147483647 as int))")
                .param("mine", mine)
                .query((_, _) -> 0)
                .single();
        var ids = concerns.toArray(Long[]::new);
        long alarm = known.or(() -> same(mine, ids, others))
                .orElseGet(
                        () -> database.sql("insert into topic.alarm (mine, raised_at) values (:mine, :at) returning id")
                                .param("mine", mine)
                                .param("at", at.atOffset(ZoneOffset.UTC))
                                .query(Long.class)
                                .single());
        database.sql("""
                        insert into topic.evidence (alarm, concern) select :alarm, c from unnest(cast(:concerns as bigint[])) c
                        on conflict do nothing
                        """).param("alarm", alarm).param("concerns", ids).update();
        database.sql("delete from topic.evidence where alarm = :alarm and concern <> all (:concerns)")
                .param("alarm", alarm)
                .param("concerns", ids)
                .update();
        return alarm;
    }

    private Optional<Long> same(long mine, Long[] concerns, Collection<Long> others) {
        return database.sql("""
                        select e.alarm from topic.evidence e join topic.alarm a on a.id = e.alarm and a.mine = :mine
                        where e.concern = any (:concerns) and e.alarm <> all (:others)
                        group by e.alarm having count(*) >= :same
                        order by count(*) desc, e.alarm limit 1
                        """)
                .param("mine", mine)
                .param("concerns", concerns)
                .param("others", others.toArray(Long[]::new))
                .param("same", SAME)
                .query((row, _) -> row.getLong("alarm"))
                .optional();
    }

    List<Kept> since(Instant from) {
        return database.sql("""
                select id, mine, dismissed_at, dismissed_by, dismissed_because from topic.alarm
                where raised_at >= :from order by raised_at desc, id desc
                """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Kept(row.getLong("id"), row.getLong("mine"), dismissal(row)))
                .list();
    }

    Optional<Kept> find(long alarm) {
        return database.sql("""
                select id, mine, dismissed_at, dismissed_by, dismissed_because from topic.alarm where id = :alarm
                """)
                .param("alarm", alarm)
                .query((row, _) -> new Kept(row.getLong("id"), row.getLong("mine"), dismissal(row)))
                .optional();
    }

    private static Optional<Dismissal> dismissal(ResultSet row) throws SQLException {
        var at = row.getTimestamp("dismissed_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new Dismissal(
                        at.toInstant(), new PersonId(row.getLong("dismissed_by")), row.getString("dismissed_because")));
    }

    /** The last judgement stands; who judged before him is told by the audit trail. */
    void dismiss(long alarm, PersonId by, String because, Instant at) {
        database.sql("""
                        update topic.alarm set dismissed_at = :at, dismissed_by = :by, dismissed_because = :because
                        where id = :alarm
                        """)
                .param("alarm", alarm)
                .param("by", by.value())
                .param("because", because)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
