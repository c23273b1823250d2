package cn.lianxin.terminal;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The terminals on record. */
@Component
class Terminals {

    private final JdbcClient database;

    Terminals(JdbcClient database) {
        this.database = database;
    }

    void add(TerminalKey key, String name, UnitId unit, PersonId by, Instant now) {
        database.sql("""
                insert into terminal.terminal (digest, name, unit, set_up_by, set_up_at)
                values (:digest, :name, :unit, :by, :now)
                """)
                .param("digest", key.digest())
                .param("name", name)
                .param("unit", unit.value())
                .param("by", by.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    boolean stands(TerminalKey key) {
        return database.sql("""
                select exists (select 1 from terminal.terminal t where t.digest = :digest and t.retired_at is null)
                """)
                .param("digest", key.digest())
                .query(Boolean.class)
                .single();
    }

    /** Those in use below these units. */
    List<Terminal> below(Collection<UnitId> units) {
        return database.sql("""
                select t.id, t.name, u.name as unit_name, p.name as set_up_by, t.set_up_at
                from terminal.terminal t
                join organization.unit_card u on u.id = t.unit
                join organization.person_card p on p.id = t.set_up_by
                where t.retired_at is null
                  and t.unit in (select l.unit from organization.unit_line l where l.above = any (:units))
                order by u.name, t.name, t.id
                """)
                .param("units", ids(units))
                .query((row, _) -> new Terminal(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("unit_name"),
                        row.getString("set_up_by"),
                        row.getTimestamp("set_up_at").toInstant()))
                .list();
    }

    /** Whether there was one in use below these units. */
    boolean retire(long id, Collection<UnitId> units, Instant now) {
        return database.sql("""
                update terminal.terminal t set retired_at = :now
                where t.id = :id and t.retired_at is null
                  and t.unit in (select l.unit from organization.unit_line l where l.above = any (:units))
                """)
                        .param("id", id)
                        .param("units", ids(units))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static Long[] ids(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(Long[]::new);
    }
}
