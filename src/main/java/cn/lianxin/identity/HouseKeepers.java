package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Those of a role who stand nearest to the top of the tree: they keep the installation. */
@Component
class HouseKeepers {

    private final JdbcClient jdbc;
    private final CurrentDay today;

    HouseKeepers(JdbcClient jdbc, CurrentDay today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    List<PersonId> nearestToTheTop(Role role) {
        return jdbc.sql("""
                with holder as (
                    select g.person, (select max(l.distance) from organization.unit_line l where l.unit = g.unit) as depth
                    from identity.role_grant g
                    join organization.person_card card on card.id = g.person
                    where g.role = :role
                      and g.ended_at is null
                      and g.from_date <= :today and (g.until_date is null or g.until_date >= :today)
                      and card.left_on is null)
                select distinct a.person
                from holder a
                where a.depth = (select min(other.depth) from holder other)
                order by a.person
                """)
                .param("role", role.name())
                .param("today", today.date())
                .query((row, _) -> new PersonId(row.getLong("person")))
                .list();
    }
}
