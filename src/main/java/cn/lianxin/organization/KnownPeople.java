package cn.lianxin.organization;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Many people at once, by their numbers. */
@Component
public class KnownPeople {

    private final JdbcClient jdbc;

    KnownPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<String, KnownPerson> withNumbers(Collection<String> numbers) {
        return jdbc
                .sql("""
                        select p.id, p.staff_number, p.name, p.employment, p.phone, p.left_on is not null as has_left,
                               post.unit, post.title
                        from organization.person p
                        left join organization.appointment a
                               on a.person = p.id and a.main and a.until_date is null
                        left join organization.post post on post.id = a.post
                        where p.staff_number = any(:numbers)
                        """)
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, number) -> new KnownPerson(
                        new PersonId(row.getLong("id")),
                        row.getString("staff_number"),
                        row.getString("name"),
                        Employment.valueOf(row.getString("employment")),
                        row.getString("phone"),
                        row.getBoolean("has_left"),
                        Optional.ofNullable(row.getObject("unit", Long.class)).map(UnitId::new),
                        Optional.ofNullable(row.getString("title"))))
                .list()
                .stream()
                .collect(Collectors.toMap(KnownPerson::staffNumber, Function.identity()));
    }
}
