package cn.lianxin.promise;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.calendar.ShiftRosters;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which units work by a roster; it holds for all below them that have none of their own. */
@Component
class UnitRosters {

    /**
     * A unit and its shifts.
     *
     * @param roster empty where it keeps office hours again
     * @param crew how many days it is ahead of the first crew
     */
    record Line(UnitId unit, String unitName, String roster, int crew, LocalDate from, String decidedBy) {}

    private record Shift(String roster, int crew) {}

    private final JdbcClient database;
    private final ShiftRosters rosters;

    UnitRosters(JdbcClient database, ShiftRosters rosters) {
        this.database = database;
        this.rosters = rosters;
    }

    /** When this unit has been on duty for so many hours; empty where it keeps office hours. */
    Optional<Instant> plusHours(UnitId unit, Instant from, int hours) {
        var day = from.atZone(TimeLimits.ZONE).toLocalDate();
        return shiftOf(unit, day).flatMap(shift -> rosters.plusHours(shift.roster(), from, hours, shift.crew()));
    }

    private Optional<Shift> shiftOf(UnitId unit, LocalDate day) {
        return database.sql("""
                select r.roster, r.crew
                from promise.unit_roster r
                join organization.unit_line l on l.above = r.unit
                where l.unit = :unit and r.from_date <= :day
                order by l.distance, r.from_date desc, r.id desc
                limit 1
                """)
                .param("unit", unit.value())
                .param("day", day)
                .query((row, _) -> new Shift(row.getString("roster"), row.getInt("crew")))
                .optional()
                .filter(shift -> !shift.roster().isEmpty());
    }

    /** Answers its id. */
    long add(Line line, Instant at) {
        return database.sql("""
                insert into promise.unit_roster (unit, roster, crew, from_date, decided_by, decided_at)
                values (:unit, :roster, :crew, :from, :by, :at) returning id
                """)
                .param("unit", line.unit().value())
                .param("roster", line.roster())
                .param("crew", line.crew())
                .param("from", line.from())
                .param("by", line.decidedBy())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    List<Line> all() {
        return database.sql("""
                select r.unit, u.name, r.roster, r.crew, r.from_date, r.decided_by
                from promise.unit_roster r
                join organization.unit_card u on u.id = r.unit
                order by r.from_date desc, r.id desc
                """)
                .query((row, _) -> new Line(
                        new UnitId(row.getLong("unit")),
                        row.getString("name"),
                        row.getString("roster"),
                        row.getInt("crew"),
                        row.getObject("from_date", LocalDate.class),
                        row.getString("decided_by")))
                .list();
    }
}
