package cn.lianxin.organization;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.retention.KeptData;
import cn.lianxin.platform.retention.OwnTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the roster says of a person. */
@Component
class OwnPerson implements KeptData {

    private final JdbcClient sql;

    OwnPerson(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "person";
    }

    @Override
    public List<OwnTable> of(PersonId person) {
        return List.of(
                OwnTable.read("person", sql.sql("""
                        select staff_number, name, phone, employment, sex, birth_year from organization.person where id = :person
                        """).param("person", person.value())),
                OwnTable.read("posts", sql.sql("""
                        select u.name as unit, post.title, a.from_date as from_day, a.until_date as until_day
                        from organization.appointment a join organization.post post on post.id = a.post
                        join organization.unit u on u.id = post.unit
                        where a.person = :person order by a.from_date, a.id
                        """).param("person", person.value())));
    }
}
