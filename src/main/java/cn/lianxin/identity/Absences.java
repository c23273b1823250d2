package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The absences on record, and the deputies whom people usually name. What ended stays. */
@Component
class Absences {

    private static final String SELECT = """
            select a.id, a.person, absent.name as person_name, a.deputy, coalesce(acting.name, '') as deputy_name,
                   a.kind, a.from_at, a.until_at, a.reason
            from identity.absence a
            join organization.person_card absent on absent.id = a.person
            left join organization.person_card acting on acting.id = a.deputy
            where a.ended_at is null and a.until_at > :now and\s""";

    private static final String IN_ORDER = " order by a.from_at, a.id";

    private final JdbcClient jdbc;
    private final Clock clock;

    Absences(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long add(
            PersonId person,
            Optional<PersonId> deputy,
            AbsenceKind kind,
            Instant from,
            Instant until,
            String reason,
            Optional<PersonId> enteredBy) {
        @Nullable Long named = deputy.map(PersonId::value).orElse(null);
        @Nullable Long by = enteredBy.map(PersonId::value).orElse(null);
        return jdbc.sql("""
                insert into identity.absence (person, deputy, kind, from_at, until_at, reason, entered_by)
                values (:person, cast(:deputy as bigint), :kind, :from, :until, :reason, cast(:by as bigint))
                returning id
                """)
                .param("person", person.value())
                .param("deputy", named)
                .param("kind", kind.name())
                .param("from", utc(from))
                .param("until", utc(until))
                .param("reason", reason)
                .param("by", by)
                .query(Long.class)
                .single();
    }

    void end(long id, Instant at) {
        jdbc.sql("update identity.absence set ended_at = :at where id = :id and ended_at is null")
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    /** The next in line stands in from now on. */
    void dropDeputy(long id) {
        jdbc.sql("update identity.absence set deputy = null where id = :id")
                .param("id", id)
                .update();
    }

    /** His own, now or later. */
    List<Absence> of(PersonId person) {
        return select("a.person = :person" + IN_ORDER, Map.of("person", person.value()));
    }

    /** Those for which he was named as the deputy, now or later. */
    List<Absence> withDeputy(PersonId person) {
        return select("a.deputy = :person" + IN_ORDER, Map.of("person", person.value()));
    }

    Optional<Absence> find(long id) {
        return select("a.id = :id", Map.of("id", id)).stream().findFirst();
    }

    /** The one that is going on. */
    Optional<Absence> now(PersonId person) {
        return select("a.person = :person and a.from_at <= :now" + IN_ORDER, Map.of("person", person.value())).stream()
                .findFirst();
    }

    /** All that go on at this moment. */
    List<Absence> now() {
        return select("a.from_at <= :now" + IN_ORDER, Map.of());
    }

    /** Now or later, of people who belong below one of these units. */
    List<Absence> below(Long[] units) {
        return select("""
                exists (select 1 from organization.unit_line line
                        where line.unit = absent.unit and line.above = any (:units))""" + IN_ORDER, Map.of("units", units));
    }

    /** Who of them is away at this moment or has left. */
    Set<PersonId> awayAmong(Collection<PersonId> people) {
        return new HashSet<>(jdbc.sql("""
                select card.id from organization.person_card card
                where card.id = any (:people)
                  and (card.left_on is not null
                       or exists (select 1 from identity.absence a
                                  where a.person = card.id and a.ended_at is null
                                    and a.from_at <= :now and a.until_at > :now))
                """)
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .param("now", utc(clock.instant()))
                .query((row, _) -> new PersonId(row.getLong("id")))
                .list());
    }

    /** Whom he named once and for all; nobody who has left. */
    Optional<PersonId> usualDeputyOf(PersonId person) {
        return jdbc.sql("""
                select usual.deputy
                from identity.usual_deputy usual
                join organization.person_card card on card.id = usual.deputy
                where usual.person = :person and card.left_on is null
                """)
                .param("person", person.value())
                .query((row, _) -> new PersonId(row.getLong("deputy")))
                .optional();
    }

    void nameUsually(PersonId person, Optional<PersonId> deputy) {
        jdbc.sql("delete from identity.usual_deputy where person = :person")
                .param("person", person.value())
                .update();
        deputy.ifPresent(named -> jdbc.sql("""
                        insert into identity.usual_deputy (person, deputy, named_at) values (:person, :deputy, :now)
                        """)
                .param("person", person.value())
                .param("deputy", named.value())
                .param("now", utc(clock.instant()))
                .update());
    }

    private List<Absence> select(String which, Map<String, ?> parameters) {
        return jdbc.sql(SELECT + which)
                .param("now", utc(clock.instant()))
                .params(parameters)
                .query(Absences::row)
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Absence row(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getLong("id"),
                new PersonId(row.getLong("person")),
                row.getString("person_name"),
                Optional.ofNullable(row.getObject("deputy", Long.class)).map(PersonId::new),
                row.getString("deputy_name"),
                AbsenceKind.valueOf(row.getString("kind")),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                row.getObject("until_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"));
    }
}
