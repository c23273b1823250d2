package cn.lianxin.organization;

import cn.lianxin.kernel.UnitId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is above whom, as one row for every pair, so that every other room answers the question by a join. It is written in
 * the transaction that changes the tree. Units that ended keep their lines: old cases still lie below the mine.
 */
@Component
class Lines {

    private final JdbcClient jdbc;

    Lines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes this transaction the only one that changes the tree: two moves that cross could otherwise close a circle. */
    void lockTree() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('organization.line'))")
                .query((row, number) -> true)
                .single();
    }

    void add(UnitId unit, Optional<UnitId> parent) {
        jdbc.sql("""
                        insert into organization.line (unit, above, distance)
                        select :unit, :unit, 0
                        union all
                        select :unit, above, distance + 1 from organization.line where unit = :parent
                        """)
                .param("unit", unit.value())
                .param("parent", parent.map(UnitId::value).orElse(-1L))
                .update();
    }

    /** Cuts the unit with all below it off its old line and hangs it below the new parent. */
    void move(UnitId unit, UnitId parent) {
        jdbc.sql("""
                        with moved as (
                            select unit, distance from organization.line where above = :unit
                        ), leading_here as (
                            select above, distance from organization.line where unit = :parent
                        ), cut as (
                            delete from organization.line
                            where unit in (select unit from moved)
                              and above not in (select unit from moved)
                              and above not in (select above from leading_here)
                        )
                        insert into organization.line (unit, above, distance)
                        select moved.unit, leading_here.above, moved.distance + leading_here.distance + 1
                        from moved cross join leading_here
                        on conflict (unit, above) do update set distance = excluded.distance
                        """)
                .param("unit", unit.value())
                .param("parent", parent.value())
                .update();
    }

    boolean covers(UnitId above, UnitId unit) {
        return coversAny(List.of(above), unit);
    }

    boolean coversAny(Collection<UnitId> above, UnitId unit) {
        return !above.isEmpty()
                && jdbc.sql("select exists (select 1 from organization.line where unit = :unit and above in (:above))")
                        .param("unit", unit.value())
                        .param("above", above.stream().map(UnitId::value).toList())
                        .query(Boolean.class)
                        .single();
    }

    /** The unit itself first, the root last. */
    List<UnitId> upwards(UnitId unit) {
        return jdbc.sql("select above from organization.line where unit = :unit order by distance")
                .param("unit", unit.value())
                .query((row, number) -> new UnitId(row.getLong("above")))
                .list();
    }

    /** All that lies below any of these, they included. */
    Set<UnitId> below(Collection<UnitId> above) {
        return jdbc.sql("select distinct unit from organization.line where above = any(:above)")
                .param("above", above.stream().map(UnitId::value).toArray(Long[]::new))
                .query((row, number) -> new UnitId(row.getLong("unit")))
                .set();
    }
}
