package cn.lianxin.dispatch;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of alarms. */
@Component
class Alarms {

    private static final int MOST_ROWS = 50;

    private final JdbcClient database;

    Alarms(JdbcClient database) {
        this.database = database;
    }

    /** Whether it was not there yet. */
    boolean add(long concern, UnitId unit, Instant at) {
        return database.sql("""
                        insert into dispatch.alarm (concern, unit, raised_at) values (:concern, :unit, :at)
                        on conflict (concern) do nothing
                        """)
                        .param("concern", concern)
                        .param("unit", unit.value())
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    /** Of these units and all below them: what nobody has heard, and what was raised since then. */
    List<Alarm> below(Collection<UnitId> units, Instant since) {
        return database.sql("""
                select a.concern, a.raised_at, p.name as heard_by, a.heard_at
                from dispatch.alarm a
                left join organization.person_card p on p.id = a.heard_by
                where a.unit in (select l.unit from organization.unit_line l where l.above = any (:units))
                  and (a.heard_at is null or a.raised_at >= :since)
                order by a.heard_at is not null, a.raised_at desc
                limit :limit
                """)
                .param("units", units.stream().map(UnitId::value).toArray(Long[]::new))
                .param("since", Timestamp.from(since))
                .param("limit", MOST_ROWS)
                .query((row, _) -> new Alarm(
                        row.getLong("concern"),
                        row.getTimestamp("raised_at").toInstant(),
                        Optional.ofNullable(row.getString("heard_by")),
                        Optional.ofNullable(row.getTimestamp("heard_at")).map(Timestamp::toInstant)))
                .list();
    }

    /** The unit of an alarm below one of these units. */
    Optional<UnitId> unitOf(long concern, Collection<UnitId> units) {
        return database.sql("""
                select a.unit from dispatch.alarm a
                where a.concern = :concern
                  and a.unit in (select l.unit from organization.unit_line l where l.above = any (:units))
                """)
                .param("concern", concern)
                .param("units", units.stream().map(UnitId::value).toArray(Long[]::new))
                .query((row, _) -> new UnitId(row.getLong("unit")))
                .optional();
    }

    /** Whether he is the first. */
    boolean hear(long concern, PersonId dispatcher, Instant at) {
        return database.sql("""
                        update dispatch.alarm set heard_by = :dispatcher, heard_at = :at
                        where concern = :concern and heard_at is null
                        """)
                        .param("concern", concern)
                        .param("dispatcher", dispatcher.value())
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }
}
