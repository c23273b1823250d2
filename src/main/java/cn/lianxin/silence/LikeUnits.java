package cn.lianxin.silence;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.silence.LikeUnit.Layer;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is known of units by which they are alike, and what was heard of them that says nothing protected. */
@Component
class LikeUnits {

    private final JdbcClient database;

    LikeUnits(JdbcClient database) {
        this.database = database;
    }

    /** Of all districts and what stands beside them, and of what stands directly below those. */
    List<LikeUnit> between(LocalDate since, LocalDate until) {
        return database.sql("""
                with district as (
                    select u.id from organization.unit_card u
                    left join organization.unit_card above on above.id = u.parent
                    where u.kind in ('DISTRICT', 'CREW', 'DEPARTMENT', 'CONTRACTOR') and u.valid_until is null
                      and coalesce(above.kind, 'GROUP') in ('GROUP', 'COMPANY', 'MINE')),
                judged as (
                    select u.id, u.kind, district.id is null as crew
                    from organization.unit_card u
                    left join district on district.id = u.id
                    where u.valid_until is null
                      and (district.id is not null or u.parent in (select d.id from district d))),
                staff as (
                    select l.above as id, sum(d.days) as days, sum(d.days) filter (where d.employment = 'OWN') as own
                    from organization.person_days(:since, :until) d
                    join organization.unit_line l on l.unit = d.unit
                    group by l.above),
                heard as (
                    select l.above as id, count(*) as heard, count(distinct s.reporter) as speakers
                    from concern.spoken_openly s
                    join organization.unit_line l on l.unit = s.unit
                    where s.filed_at >= :from and s.filed_at < :to
                    group by l.above)
                select j.id, j.kind, j.crew, staff.days, coalesce(staff.own, 0) as own,
                       coalesce(heard.heard, 0) as heard, coalesce(heard.speakers, 0) as speakers,
                       j.id in (select shift.unit from promise.shift_unit shift) as shifts
                from judged j
                join staff on staff.id = j.id and staff.days > 0
                left join heard on heard.id = j.id
                """)
                .param("since", since)
                .param("until", until)
                .param("from", Timestamp.from(since.atStartOfDay(Screen.ZONE).toInstant()))
                .param("to", Timestamp.from(until.atStartOfDay(Screen.ZONE).toInstant()))
                .query((row, _) -> new LikeUnit(
                        new UnitId(row.getLong("id")),
                        row.getBoolean("crew") ? Layer.CREW : Layer.DISTRICT,
                        row.getString("kind"),
                        row.getBoolean("shifts"),
                        row.getDouble("days") / ChronoUnit.DAYS.between(since, until),
                        row.getDouble("own") / row.getDouble("days"),
                        row.getInt("heard"),
                        row.getInt("speakers")))
                .list();
    }
}
