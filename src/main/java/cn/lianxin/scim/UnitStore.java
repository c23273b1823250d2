package cn.lianxin.scim;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.organization.UnitKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The units that exist for a personnel system: its own and those below that stand today. */
@Component
class UnitStore {

    /** Somebody who works in the unit. */
    record Member(long id, String name) {}

    private static final String FROM = """
            from organization.unit_card u
            left join organization.unit_card above on above.id = u.parent
            left join scim.unit k on k.application = :application and k.unit = u.id
            where u.valid_until is null
              and exists (select 1 from organization.unit_line l where l.unit = u.id and l.above = any(:units))
            """;

    private final JdbcClient jdbc;

    UnitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UnitRow> find(long id, Pusher pusher) {
        return rows(new FilterSql.Condition("u.id = :id", Map.of("id", id)), 0, 1, pusher).stream()
                .findFirst();
    }

    long count(FilterSql.Condition condition, Pusher pusher) {
        return jdbc.sql("select count(*) " + FROM + " and " + condition.sql())
                .params(parameters(condition, pusher))
                .query(Long.class)
                .single();
    }

    /** In the order of their ids. */
    List<UnitRow> rows(FilterSql.Condition condition, long offset, int limit, Pusher pusher) {
        return jdbc.sql(
                        "select u.id, u.code, u.kind, u.name, u.short_name, u.parent, above.code as above, k.external_id "
                                + FROM + " and " + condition.sql() + " order by u.id offset :offset limit :limit")
                .params(parameters(condition, pusher))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, _) -> new UnitRow(
                        new UnitCard(
                                new UnitId(row.getLong("id")),
                                row.getString("code"),
                                UnitKind.valueOf(row.getString("kind")),
                                row.getString("name"),
                                row.getString("short_name"),
                                Optional.ofNullable(row.getObject("parent", Long.class))
                                        .map(UnitId::new)),
                        Optional.ofNullable(row.getString("above")),
                        Optional.ofNullable(row.getString("external_id"))))
                .list();
    }

    /** Who works in this very unit, not below it. */
    List<Member> members(UnitId unit) {
        return jdbc.sql("""
                        select p.id, p.name from organization.person_card p
                        where p.unit = :unit and p.left_on is null
                        order by p.id
                        """)
                .param("unit", unit.value())
                .query((row, _) -> new Member(row.getLong("id"), row.getString("name")))
                .list();
    }

    /** What the system calls it from now on. */
    void know(UnitId unit, Optional<String> externalId, Pusher pusher) {
        jdbc.sql("delete from scim.unit where application = :application and unit = :unit")
                .param("application", pusher.application())
                .param("unit", unit.value())
                .update();
        externalId.ifPresent(id -> jdbc.sql(
                        "insert into scim.unit (application, unit, external_id) values (:application, :unit, :id)")
                .param("application", pusher.application())
                .param("unit", unit.value())
                .param("id", id)
                .update());
    }

    private static Map<String, Object> parameters(FilterSql.Condition condition, Pusher pusher) {
        var parameters = new HashMap<>(condition.parameters());
        parameters.put("application", pusher.application());
        parameters.put("units", pusher.unitKeys());
        return parameters;
    }
}
