package cn.lianxin.identity;

import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The roles of people who are away, and who stands in line for them. */
@Component
class StandInGrants {

    /** A role that somebody else has to hold meanwhile. */
    record Open(Absence absence, Grant grant) {}

    private static final String IN_FORCE =
            " g.ended_at is null and g.from_date <= :today and (g.until_date is null or g.until_date >= :today)";

    private final JdbcClient jdbc;
    private final Absences absences;
    private final CurrentDay today;
    private final Clock clock;

    StandInGrants(JdbcClient jdbc, Absences absences, CurrentDay today, Clock clock) {
        this.jdbc = jdbc;
        this.absences = absences;
        this.today = today;
        this.clock = clock;
    }

    boolean goesOn(Absence absence) {
        return absence.covers(clock.instant());
    }

    /** In force today and his own. */
    List<Grant> own(PersonId person) {
        return jdbc.sql("select distinct g.role, g.unit from identity.role_grant g where g.person = :person and"
                        + IN_FORCE + " order by g.role, g.unit")
                .param("person", person.value())
                .param("today", today.date())
                .query(StandInGrants::grant)
                .list();
    }

    /** His own that reach over one of these units. */
    List<Grant> covering(PersonId person, Collection<UnitId> units) {
        return jdbc.sql("""
                        select distinct g.role, g.unit from identity.role_grant g
                        join organization.unit_line l on l.above = g.unit and l.unit = any (:units)
                        where g.person = :person and""" + IN_FORCE + " order by g.role, g.unit")
                .param("person", person.value())
                .param("units", values(units))
                .param("today", today.date())
                .query(StandInGrants::grant)
                .list();
    }

    /** Everybody with a role in this unit or above it, whether he is there or not. */
    List<Line.Candidate> line(UnitId unit) {
        return jdbc.sql("""
                        select g.person, g.role, l.distance, g.from_date, g.id
                        from organization.unit_line l
                        join identity.role_grant g on g.unit = l.above
                        join organization.person_card card on card.id = g.person and card.left_on is null
                        where l.unit = :unit and""" + IN_FORCE)
                .param("unit", unit.value())
                .param("today", today.date())
                .query((row, _) -> new Line.Candidate(
                        new PersonId(row.getLong("person")),
                        Role.valueOf(row.getString("role")),
                        row.getInt("distance"),
                        row.getObject("from_date", LocalDate.class),
                        row.getLong("id")))
                .list();
    }

    /** The roles below him whose holders are away without a deputy who is there. */
    List<Open> openBelow(PersonId person) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        record Row(long absence, Grant grant) {}
        var rows = jdbc.sql("""
                        select distinct a.id, g.role, g.unit
                        from identity.role_grant mine
                        join organization.unit_line l on l.above = mine.unit
                        join identity.role_grant g on g.unit = l.unit
                        join identity.absence a on a.person = g.person
                        where mine.person = :person and mine.ended_at is null and mine.from_date <= :today
                          and (mine.until_date is null or mine.until_date >= :today)
                          and a.ended_at is null and a.from_at <= :now and a.until_at > :now
                          and a.person <> :person
                          and (a.deputy is null
                               or exists (select 1 from organization.person_card card
                                          where card.id = a.deputy and card.left_on is not null)
                               or exists (select 1 from identity.absence b where b.person = a.deputy
                                          and b.ended_at is null and b.from_at <= :now and b.until_at > :now))
                          and""" + IN_FORCE + " order by a.id, g.role, g.unit")
                .param("person", person.value())
                .param("today", today.date())
                .param("now", now)
                .query((row, number) -> new Row(row.getLong("id"), grant(row, number)))
                .list();
        return rows.stream()
                .flatMap(row -> absences.find(row.absence()).map(absence -> new Open(absence, row.grant())).stream())
                .toList();
    }

    private static Long[] values(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(Long[]::new);
    }

    private static Grant grant(ResultSet row, int number) throws SQLException {
        return new Grant(Role.valueOf(row.getString("role")), new UnitId(row.getLong("unit")));
    }
}
