package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.retention.KeptData;
import cn.lianxin.platform.retention.OwnTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody may do, and when he was away. */
@Component
class OwnRoles implements KeptData {

    private final JdbcClient sql;

    OwnRoles(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "office";
    }

    @Override
    public List<OwnTable> of(PersonId person) {
        return List.of(
                OwnTable.read("roles", sql.sql("""
                        select g.role, u.name as unit, g.from_date as from_day, g.until_date as until_day
                        from identity.role_grant g join organization.unit_card u on u.id = g.unit
                        where g.person = :person order by g.from_date, g.id
                        """).param("person", person.value())),
                OwnTable.read("absences", sql.sql("""
                        select from_at as at, until_at as until, reason
                        from identity.absence where person = :person order by from_at, id
                        """).param("person", person.value())));
    }
}
