package cn.lianxin.promise;

import cn.lianxin.kernel.UnitId;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table matter × unit × date that says who leads: an entry holds for a unit and all below it, the nearest one wins. */
@Component
public class Responsibility {

    private final JdbcClient database;

    Responsibility(JdbcClient database) {
        this.database = database;
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
        database.sql("""
                insert into promise.responsibility (matter, scope_unit, lead_unit, from_date)
                values (:matter, :scope, :lead, :from)
                """)
                .param("matter", matter)
                .param("scope", scope.value())
                .param("lead", lead.value())
                .param("from", from)
                .update();
    }
}
