package cn.lianxin.scim;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.KnownPeople;
import cn.lianxin.organization.KnownPerson;
import cn.lianxin.organization.UnitCard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who exists for a personnel system: whoever works in its units, and of those who have left whoever it spoke of itself,
 * until it deletes him.
 */
@Component
class UserStore {

    private static final String FROM = """
            from organization.person_card p
            left join organization.unit_card u on u.id = p.unit and p.left_on is null
            left join scim.person k on k.application = :application and k.person = p.id
            where case when p.left_on is null
                       then exists (select 1 from organization.unit_line l where l.unit = p.unit and l.above = any(:units))
                       else k.person is not null and not k.gone
                            and exists (select 1 from organization.unit_line l
                                        where l.unit = k.unit and l.above = any(:units)) end
            """;

    private record Found(
            String number, Optional<Long> lastUnit, Optional<String> externalId, Optional<String> userName) {}

    private final JdbcClient jdbc;
    private final KnownPeople people;
    private final Directory directory;

    UserStore(JdbcClient jdbc, KnownPeople people, Directory directory) {
        this.jdbc = jdbc;
        this.people = people;
        this.directory = directory;
    }

    Optional<UserRow> find(long id, Pusher pusher) {
        return rows(new FilterSql.Condition("p.id = :id", Map.of("id", id)), 0, 1, pusher).stream()
                .findFirst();
    }

    long count(FilterSql.Condition condition, Pusher pusher) {
        return jdbc.sql("select count(*) " + FROM + " and " + condition.sql())
                .params(parameters(condition, pusher))
                .query(Long.class)
                .single();
    }

    /** In the order of their ids. */
    List<UserRow> rows(FilterSql.Condition condition, long offset, int limit, Pusher pusher) {
        var found = jdbc.sql("select p.staff_number, coalesce(p.unit, k.unit) as last_unit, k.external_id, k.user_name "
                        + FROM + " and " + condition.sql() + " order by p.id offset :offset limit :limit")
                .params(parameters(condition, pusher))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, _) -> new Found(
                        row.getString("staff_number"),
                        Optional.ofNullable(row.getObject("last_unit", Long.class)),
                        Optional.ofNullable(row.getString("external_id")),
                        Optional.ofNullable(row.getString("user_name"))))
                .list();
        var known = people.withNumbers(found.stream().map(Found::number).toList());
        var units = new HashMap<UnitId, UnitCard>();
        return found.stream()
                .map(one -> row(one, java.util.Objects.requireNonNull(known.get(one.number())), units))
                .toList();
    }

    /** What the system calls him from now on, and where he was last. */
    void know(PersonId person, Optional<String> externalId, Optional<String> userName, UnitId unit, Pusher pusher) {
        jdbc.sql("""
                        insert into scim.person (application, person, external_id, user_name, unit)
                        values (:application, :person, :externalId, :userName, :unit)
                        on conflict (application, person) do update
                        set external_id = excluded.external_id, user_name = excluded.user_name, unit = excluded.unit,
                            gone = false
                        """)
                .param("application", pusher.application())
                .param("person", person.value())
                .param("externalId", externalId.orElse(null))
                .param("userName", userName.orElse(null))
                .param("unit", unit.value())
                .update();
    }

    /** It does not exist for the system any more. */
    void forget(PersonId person, Pusher pusher) {
        jdbc.sql("""
                        update scim.person set gone = true, external_id = null, user_name = null
                        where application = :application and person = :person
                        """)
                .param("application", pusher.application())
                .param("person", person.value())
                .update();
    }

    private UserRow row(Found found, KnownPerson person, Map<UnitId, UnitCard> units) {
        return new UserRow(
                person,
                person.unit().map(unit -> units.computeIfAbsent(unit, directory::unit)),
                person.unit().or(() -> found.lastUnit().map(UnitId::new)),
                found.externalId(),
                found.userName());
    }

    private static Map<String, Object> parameters(FilterSql.Condition condition, Pusher pusher) {
        var parameters = new HashMap<>(condition.parameters());
        parameters.put("application", pusher.application());
        parameters.put("units", pusher.unitKeys());
        return parameters;
    }
}
