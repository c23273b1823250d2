package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The grants on record. What ended stays, with when and by whom. */
@Component
class RoleGrants {

    private final JdbcClient jdbc;
    private final CurrentDay today;

    RoleGrants(JdbcClient jdbc, CurrentDay today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /** His own, in force or still to come. */
    List<RoleGrant> openOf(PersonId person) {
        return jdbc.sql("""
                select id, person, role, unit, from_date, until_date
                from identity.role_grant
                where person = :person and ended_at is null and (until_date is null or until_date >= :today)
                order by role, unit, from_date
                """)
                .param("person", person.value())
                .param("today", today.date())
                .query(RoleGrants::row)
                .list();
    }

    /** In force or still to come in this very unit. */
    List<RoleGrant> openIn(UnitId unit) {
        return jdbc.sql("""
                select id, person, role, unit, from_date, until_date
                from identity.role_grant
                where unit = :unit and ended_at is null and (until_date is null or until_date >= :today)
                order by id
                """)
                .param("unit", unit.value())
                .param("today", today.date())
                .query(RoleGrants::row)
                .list();
    }

    /** Those that nobody ended though their last day is over. */
    List<RoleGrant> runOut() {
        return jdbc.sql("""
                select id, person, role, unit, from_date, until_date
                from identity.role_grant
                where ended_at is null and until_date < :today
                order by id
                for update skip locked
                """).param("today", today.date()).query(RoleGrants::row).list();
    }

    /** Two who give roles to one person at once wait for each other until the transaction is over. */
    void lock(PersonId person) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('identity.role-grant'), hashint8(:person))")
                .param("person", person.value())
                .query((_, _) -> 0)
                .list();
    }

    /** All of a role in force today, held still until the transaction is over, so that two cannot end the last two at once. */
    List<RoleGrant> lockInForce(Role role) {
        return jdbc.sql("""
                select id, person, role, unit, from_date, until_date
                from identity.role_grant
                where role = :role and ended_at is null
                  and from_date <= :today and (until_date is null or until_date >= :today)
                order by id
                for update
                """)
                .param("role", role.name())
                .param("today", today.date())
                .query(RoleGrants::row)
                .list();
    }

    long add(
            PersonId person,
            Role role,
            UnitId unit,
            LocalDate from,
            Optional<LocalDate> until,
            Optional<PersonId> givenBy) {
        return jdbc.sql("""
                insert into identity.role_grant (person, role, unit, from_date, until_date, given_by)
                values (:person, :role, :unit, :from, cast(:until as date), cast(:givenBy as bigint))
                returning id
                """)
                .param("person", person.value())
                .param("role", role.name())
                .param("unit", unit.value())
                .param("from", from)
                .param("until", until.orElse(null))
                .param("givenBy", givenBy.map(PersonId::value).orElse(null))
                .query(Long.class)
                .single();
    }

    void end(long id, Instant at, Optional<PersonId> by) {
        @Nullable Long endedBy = by.map(PersonId::value).orElse(null);
        jdbc.sql("""
                update identity.role_grant set ended_at = :at, ended_by = cast(:by as bigint)
                where id = :id and ended_at is null
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", endedBy)
                .param("id", id)
                .update();
    }

    private static RoleGrant row(ResultSet row, int number) throws SQLException {
        return new RoleGrant(
                row.getLong("id"),
                new PersonId(row.getLong("person")),
                Role.valueOf(row.getString("role")),
                new UnitId(row.getLong("unit")),
                row.getObject("from_date", LocalDate.class),
                Optional.ofNullable(row.getObject("until_date", LocalDate.class)));
    }
}
