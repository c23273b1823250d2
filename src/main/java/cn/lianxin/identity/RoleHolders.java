package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who holds a role today, by a grant of his own: a deputy acts for a holder but is none. People who have left hold
 * nothing. Of several in one unit the one who was given the role first comes first, so the answer is always the same.
 */
@Component
public class RoleHolders {

    private static final String UPWARDS = """
            select g.person, g.unit
            from organization.unit_line line
            join identity.role_grant g on g.unit = line.above and g.role = :role
            join organization.person_card card on card.id = g.person
            where line.unit = :unit
              and g.ended_at is null
              and g.from_date <= :today and (g.until_date is null or g.until_date >= :today)
              and card.left_on is null
              and not (g.person = any (:except))
            order by line.distance, g.from_date, g.id
            limit 1
            """;

    /** A person and the unit in which he holds the role. */
    public record Holder(PersonId person, UnitId unit) {}

    private final JdbcClient jdbc;
    private final CurrentDay today;

    RoleHolders(JdbcClient jdbc, CurrentDay today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /** The holder in the unit itself or, where it has none, in the nearest unit above. */
    public Optional<PersonId> nearest(Role role, UnitId unit) {
        return upwards(role, unit, List.of()).map(Holder::person);
    }

    /** The nearest holder who is none of these people: for reviews by somebody who never touched the case. */
    public Optional<PersonId> nearestExcept(Role role, UnitId unit, Collection<PersonId> except) {
        return upwards(role, unit, except).map(Holder::person);
    }

    /** The unit itself or the nearest above in which somebody holds the role. */
    public Optional<UnitId> nearestUnitWith(Role role, UnitId unit) {
        return upwards(role, unit, List.of()).map(Holder::unit);
    }

    /** Everybody who holds it anywhere, in the order of the units. */
    public List<Holder> everywhere(Role role) {
        return jdbc.sql("""
                select distinct g.unit, g.person
                from identity.role_grant g
                join organization.person_card card on card.id = g.person
                where g.role = :role and g.ended_at is null and card.left_on is null
                  and g.from_date <= :today and (g.until_date is null or g.until_date >= :today)
                order by g.unit, g.person
                """)
                .param("role", role.name())
                .param("today", today.date())
                .query((row, _) -> new Holder(new PersonId(row.getLong("person")), new UnitId(row.getLong("unit"))))
                .list();
    }

    /** The holders in this very unit, not those above it; who was given the role first comes first. */
    public List<PersonId> holders(Role role, UnitId unit) {
        return jdbc.sql("""
                select g.person
                from identity.role_grant g
                join organization.person_card card on card.id = g.person
                where g.unit = :unit and g.role = :role
                  and g.ended_at is null
                  and g.from_date <= :today and (g.until_date is null or g.until_date >= :today)
                  and card.left_on is null
                group by g.person
                order by min(g.from_date), min(g.id)
                """)
                .param("unit", unit.value())
                .param("role", role.name())
                .param("today", today.date())
                .query((row, _) -> new PersonId(row.getLong("person")))
                .list();
    }

    /** The nearest holder who is none of these people, with the unit in which he holds the role. */
    public Optional<Holder> nearestHolder(Role role, UnitId unit, Collection<PersonId> except) {
        return upwards(role, unit, except);
    }

    private Optional<Holder> upwards(Role role, UnitId unit, Collection<PersonId> except) {
        return jdbc.sql(UPWARDS)
                .param("role", role.name())
                .param("unit", unit.value())
                .param("today", today.date())
                .param("except", except.stream().map(PersonId::value).toArray(Long[]::new))
                .query((row, _) -> new Holder(new PersonId(row.getLong("person")), new UnitId(row.getLong("unit"))))
                .optional();
    }
}
