package cn.lianxin.application;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The applications on record. */
@Component
class StoredApplications {

    private static final String APPLICATIONS = """
            select application.id, application.name, application.purpose, application.unit, unit.name as unit_name,
                   application.owner, owner.name as owner_name, owner.staff_number as owner_number,
                   owner.left_on is not null as owner_left, application.scopes,
                   application.registered_at, application.retired_at
            from application.application application
            join organization.unit_card unit on unit.id = application.unit
            join organization.person_card owner on owner.id = application.owner
            """;

    private final JdbcClient database;

    StoredApplications(JdbcClient database) {
        this.database = database;
    }

    long add(
            String name,
            String purpose,
            UnitId unit,
            PersonId owner,
            Set<ApplicationScope> scopes,
            PersonId by,
            Instant now) {
        return database.sql("""
                insert into application.application
                    (name, purpose, unit, owner, scopes, registered_by, registered_at)
                values (:name, :purpose, :unit, :owner, :scopes, :by, :now)
                returning id
                """)
                .param("name", name)
                .param("purpose", purpose)
                .param("unit", unit.value())
                .param("owner", owner.value())
                .param("scopes", names(scopes))
                .param("by", by.value())
                .param("now", at(now))
                .query(Long.class)
                .single();
    }

    void change(long id, String purpose, PersonId owner, Set<ApplicationScope> scopes) {
        database.sql("""
                update application.application set purpose = :purpose, owner = :owner, scopes = :scopes
                where id = :id
                """)
                .param("purpose", purpose)
                .param("owner", owner.value())
                .param("scopes", names(scopes))
                .param("id", id)
                .update();
    }

    void retire(long id, Instant now) {
        database.sql("update application.application set retired_at = :now where id = :id and retired_at is null")
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    void moveAll(UnitId from, UnitId to) {
        database.sql("update application.application set unit = :to where unit = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    /** Below these units, those in use first. */
    List<RegisteredApplication> below(Collection<UnitId> units) {
        return database.sql(APPLICATIONS + """
                where application.unit in (select l.unit from organization.unit_line l where l.above = any (:units))
                order by application.retired_at is not null, application.name, application.id
                """)
                .param("units", ids(units))
                .query(StoredApplications::row)
                .list();
    }

    Optional<RegisteredApplication> findBelow(long id, Collection<UnitId> units) {
        return database.sql(APPLICATIONS + """
                where application.id = :id
                  and application.unit in (select l.unit from organization.unit_line l where l.above = any (:units))
                """)
                .param("id", id)
                .param("units", ids(units))
                .query(StoredApplications::row)
                .optional();
    }

    /** In use, of a unit to which the person belongs. */
    List<RegisteredApplication> around(PersonId person) {
        return database.sql(APPLICATIONS + """
                where application.retired_at is null
                  and application.unit in (select l.above from organization.unit_line l
                                           join organization.person_card card on card.unit = l.unit
                                           where card.id = :person)
                order by application.name, application.id
                """)
                .param("person", person.value())
                .query(StoredApplications::row)
                .list();
    }

    static String[] names(Set<ApplicationScope> scopes) {
        return scopes.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    static Set<ApplicationScope> scopes(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray())
                .map(ApplicationScope::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Long[] ids(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(Long[]::new);
    }

    private static RegisteredApplication row(ResultSet row, int number) throws SQLException {
        return new RegisteredApplication(
                row.getLong("id"),
                row.getString("name"),
                row.getString("purpose"),
                new UnitId(row.getLong("unit")),
                row.getString("unit_name"),
                new PersonId(row.getLong("owner")),
                row.getString("owner_name"),
                Objects.requireNonNull(row.getString("owner_number")),
                row.getBoolean("owner_left"),
                scopes(row.getArray("scopes")),
                instant(row, "registered_at"),
                Optional.ofNullable(row.getObject("retired_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
