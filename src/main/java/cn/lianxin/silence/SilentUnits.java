package cn.lianxin.silence;

import cn.lianxin.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps which units were silent on a Monday, and of what was counted only what may be told. */
@Component
class SilentUnits {

    private static final int FEWEST = 5;

    /** @param judged how many units were looked at */
    record Look(LocalDate monday, LocalDate since, int judged) {}

    /**
     * @param heard nothing where fewer than five, or fewer than five people, spoke
     * @param silentSince the Monday since which each look has named it
     */
    record Kept(UnitId unit, int people, int expected, Optional<Integer> heard, LocalDate silentSince) {}

    private final JdbcClient database;

    SilentUnits(JdbcClient database) {
        this.database = database;
    }

    Optional<Look> find(LocalDate monday) {
        return database.sql("select monday, since, judged from silence.look where monday = :monday")
                .param("monday", monday)
                .query((row, _) -> new Look(
                        row.getObject("monday", LocalDate.class),
                        row.getObject("since", LocalDate.class),
                        row.getInt("judged")))
                .optional();
    }

    Optional<Look> latest(LocalDate until) {
        return database.sql("select max(monday) as monday from silence.look where monday <= :until")
                .param("until", until)
                .query((row, _) -> Optional.ofNullable(row.getObject("monday", LocalDate.class)))
                .single()
                .flatMap(this::find);
    }

    /** Nothing if it was kept already. */
    void keep(Look look, Silence.Found found) {
        var first = database.sql("""
                        insert into silence.look (monday, since, judged) values (:monday, :since, :judged)
                        on conflict do nothing
                        """)
                        .param("monday", look.monday())
                        .param("since", look.since())
                        .param("judged", look.judged())
                        .update()
                > 0;
        if (first) {
            found.silent().forEach(one -> keep(look.monday(), one));
        }
    }

    private void keep(LocalDate monday, Silence.Judged one) {
        var like = one.like();
        database.sql("""
                insert into silence.silent_unit (monday, unit, people, expected, heard)
                values (:monday, :unit, :people, :expected, :heard)
                """)
                .param("monday", monday)
                .param("unit", like.unit().value())
                .param("people", (int) Math.max(Silence.FEWEST_PEOPLE, Math.round(like.people())))
                .param("expected", (int) Math.round(one.expected()))
                .param("heard", like.heard() >= FEWEST && like.speakers() >= FEWEST ? like.heard() : null)
                .update();
    }

    /** Those at the unit and below it; none within another one that is silent as a whole. */
    List<Kept> on(LocalDate monday, UnitId root) {
        return database.sql("""
                select s.unit, s.people, s.expected, s.heard,
                       (select min(t.monday) from silence.silent_unit t
                        where t.unit = s.unit and t.monday <= s.monday
                          and t.monday > coalesce((select max(k.monday) from silence.look k
                              where k.monday <= s.monday and not exists (
                                  select 1 from silence.silent_unit x
                                  where x.monday = k.monday and x.unit = s.unit)), '-infinity')) as silent_since
                from silence.silent_unit s
                join organization.unit_line l on l.unit = s.unit and l.above = :root
                where s.monday = :monday
                  and not exists (select 1 from silence.silent_unit o
                      join organization.unit_line m on m.above = o.unit and m.distance > 0
                      where o.monday = s.monday and m.unit = s.unit)
                order by s.expected desc, s.unit
                """)
                .param("monday", monday)
                .param("root", root.value())
                .query((row, _) -> new Kept(
                        new UnitId(row.getLong("unit")),
                        row.getInt("people"),
                        row.getInt("expected"),
                        Optional.ofNullable(row.getObject("heard", Integer.class)),
                        row.getObject("silent_since", LocalDate.class)))
                .list();
    }
}
