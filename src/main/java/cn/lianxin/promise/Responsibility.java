package cn.lianxin.promise;

import cn.lianxin.kernel.UnitId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table matter × unit × date that says who leads: an entry holds for a unit and all below it from its day on, the
 * nearest one wins, and of those the latest. Entries are only ever added, so every day of the past can be asked.
 */
@Component
public class Responsibility {

    /** An entry of the table, with units by code and name. */
    record Entry(
            String matter,
            String scopeCode,
            String scopeName,
            String leadCode,
            String leadName,
            LocalDate from,
            String decidedBy,
            Instant decidedAt) {}

    /** A matter and unit for which something came in and nobody is named. */
    record Gap(String matter, UnitId unit, String unitCode, String unitName, int times, Instant lastAt) {}

    private static final int MOST_ROWS = 300;

    private final JdbcClient database;

    private final Clock clock;

    Responsibility(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The unit that leads on this matter for people of this unit on this day; empty where the table has a hole. */
    public Optional<UnitId> leadFor(String matter, UnitId unit, LocalDate day) {
        return database.sql("""
                select r.lead_unit
                from promise.responsibility r
                join organization.unit_line l on l.above = r.scope_unit
                where r.matter = :matter and l.unit = :unit
                  and r.from_date <= :day and (r.until_date is null or r.until_date >= :day)
                order by l.distance, r.from_date desc, r.id desc
                limit 1
                """)
                .param("matter", matter)
                .param("unit", unit.value())
                .param("day", day)
                .query((row, _) -> new UnitId(row.getLong("lead_unit")))
                .optional();
    }

    /** From this day on the lead unit answers for the matter in the scope; what was answered for before stays on record. */
    public void assign(String matter, UnitId scope, UnitId lead, LocalDate from) {
        assign(matter, scope, lead, from, "", clock.instant());
    }

    void assign(String matter, UnitId scope, UnitId lead, LocalDate from, String decidedBy, Instant at) {
        database.sql("""
                insert into promise.responsibility (matter, scope_unit, lead_unit, from_date, decided_by, decided_at)
                values (:matter, :scope, :lead, :from, :by, :at)
                """)
                .param("matter", matter)
                .param("scope", scope.value())
                .param("lead", lead.value())
                .param("from", from)
                .param("by", decidedBy)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Writes down that somebody had to be found without the table. */
    public void meetGap(String matter, UnitId unit, Instant at) {
        database.sql("""
                insert into promise.responsibility_gap (matter, unit, times, first_at, last_at)
                values (:matter, :unit, 1, :at, :at)
                on conflict (matter, unit) do update
                set times = responsibility_gap.times + 1, last_at = excluded.last_at
                """)
                .param("matter", matter)
                .param("unit", unit.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Everything that one unit led passes to another from this day on. */
    void pass(UnitId from, UnitId to, LocalDate day, String decidedBy, Instant at) {
        database.sql("""
                insert into promise.responsibility (matter, scope_unit, lead_unit, from_date, decided_by, decided_at)
                select r.matter, r.scope_unit, :to, greatest(r.from_date, :day), :by, :at
                from promise.responsibility r
                where r.lead_unit = :from and (r.until_date is null or r.until_date >= :day)
                  and not exists (
                      select 1 from promise.responsibility later
                      where later.matter = r.matter and later.scope_unit = r.scope_unit and later.from_date <= :day
                        and (later.from_date, later.id) > (r.from_date, r.id))
                """)
                .param("from", from.value())
                .param("to", to.value())
                .param("day", day)
                .param("by", decidedBy)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Met in the past and still there, for units at or below one; most often met first. */
    List<Gap> gaps(UnitId above, LocalDate today) {
        return database.sql("""
                select g.matter, g.unit, u.code, u.name, g.times, g.last_at
                from promise.responsibility_gap g
                join organization.unit_card u on u.id = g.unit
                join organization.unit_line mine on mine.unit = g.unit and mine.above = :above
                where not exists (
                    select 1 from promise.responsibility r
                    join organization.unit_line l on l.above = r.scope_unit
                    where r.matter = g.matter and l.unit = g.unit and r.from_date <= :today
                      and (r.until_date is null or r.until_date >= :today))
                order by g.times desc, g.matter, g.unit
                limit :limit
                """)
                .param("above", above.value())
                .param("today", today)
                .param("limit", MOST_ROWS)
                .query((row, _) -> new Gap(
                        row.getString("matter"),
                        new UnitId(row.getLong("unit")),
                        row.getString("code"),
                        row.getString("name"),
                        row.getInt("times"),
                        row.getTimestamp("last_at").toInstant()))
                .list();
    }

    /** Entries for units at or below one, all matters or one, by matter and unit, the latest of each first. */
    List<Entry> entries(UnitId above, String matter) {
        return database.sql("""
                select r.matter, scope.code as scope_code, scope.name as scope_name, lead.code as lead_code,
                       lead.name as lead_name, r.from_date, r.decided_by, r.decided_at
                from promise.responsibility r
                join organization.unit_card scope on scope.id = r.scope_unit
                join organization.unit_card lead on lead.id = r.lead_unit
                join organization.unit_line mine on mine.unit = r.scope_unit and mine.above = :above
                where :matter = '' or r.matter = :matter
                order by mine.distance, r.matter, scope.code, r.from_date desc, r.id desc
                limit :limit
                """)
                .param("above", above.value())
                .param("matter", matter)
                .param("limit", MOST_ROWS)
                .query((row, _) -> new Entry(
                        row.getString("matter"),
                        row.getString("scope_code"),
                        row.getString("scope_name"),
                        row.getString("lead_code"),
                        row.getString("lead_name"),
                        row.getObject("from_date", LocalDate.class),
                        row.getString("decided_by"),
                        row.getTimestamp("decided_at").toInstant()))
                .list();
    }
}
