package cn.lianxin.application;

import static cn.lianxin.application.StoredApplications.at;
import static cn.lianxin.application.StoredApplications.instant;
import static cn.lianxin.application.StoredApplications.names;
import static cn.lianxin.application.StoredApplications.scopes;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tokens on record, as digests. What has ended stays, so that the audit trail's ids mean something. */
@Component
class StoredTokens {

    private static final Duration USE_WRITTEN_EVERY = Duration.ofMinutes(1);

    private static final String TOKENS = """
            select token.id, token.mark, token.application, application.name, application.unit, token.person,
                   token.scopes, application.scopes as most, token.issued_at, token.expires_at, token.last_used_at
            from application.token token
            join application.application application on application.id = token.application
            where application.retired_at is null and token.ended_at is null and token.expires_at > :now
            """;

    /** @param scopes those of the token that its application still has */
    record Found(
            long id,
            long application,
            String name,
            UnitId unit,
            Optional<PersonId> person,
            Set<ApplicationScope> scopes,
            Optional<Instant> lastUsedAt) {}

    private final JdbcClient database;

    StoredTokens(JdbcClient database) {
        this.database = database;
    }

    void add(
            Token token,
            long application,
            Optional<PersonId> person,
            Set<ApplicationScope> scopes,
            PersonId by,
            Instant now,
            Instant expiresAt) {
        @Nullable Long actsFor = person.map(PersonId::value).orElse(null);
        database.sql("""
                insert into application.token
                    (digest, mark, application, person, scopes, issued_by, issued_at, expires_at)
                values (:digest, :mark, :application, cast(:person as bigint), :scopes, :by, :now, :expiresAt)
                """)
                .param("digest", token.digest())
                .param("mark", token.mark())
                .param("application", application)
                .param("person", actsFor)
                .param("scopes", names(scopes))
                .param("by", by.value())
                .param("now", at(now))
                .param("expiresAt", at(expiresAt))
                .update();
    }

    Optional<Found> find(String digest, Instant now) {
        return database.sql(TOKENS + " and token.digest = :digest")
                .param("now", at(now))
                .param("digest", digest)
                .query(StoredTokens::found)
                .optional();
    }

    /** Written once a minute at most. */
    void used(Found token, Instant now) {
        if (token.lastUsedAt()
                .map(used -> used.plus(USE_WRITTEN_EVERY).isBefore(now))
                .orElse(true)) {
            database.sql("update application.token set last_used_at = :now where id = :id")
                    .param("now", at(now))
                    .param("id", token.id())
                    .update();
        }
    }

    /** In force, acting for this person. */
    List<IssuedToken> of(PersonId person, Instant now) {
        return database.sql(TOKENS + " and token.person = :person order by token.issued_at desc, token.id")
                .param("now", at(now))
                .param("person", person.value())
                .query(StoredTokens::row)
                .list();
    }

    /** In force, acting for the application itself. */
    List<IssuedToken> of(long application, Instant now) {
        return database.sql(TOKENS + """
                 and token.application = :application and token.person is null
                order by token.issued_at desc, token.id
                """)
                .param("now", at(now))
                .param("application", application)
                .query(StoredTokens::row)
                .list();
    }

    /** How many people let it act for them today. */
    int countPeople(long application, Instant now) {
        return database.sql("select count(distinct person) from (" + TOKENS + ") t where application = :application")
                .param("now", at(now))
                .param("application", application)
                .query(Integer.class)
                .single();
    }

    void end(long id, Instant now) {
        database.sql("update application.token set ended_at = :now where id = :id and ended_at is null")
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    /** It works until then, unless it ends before by itself. */
    void shorten(long id, Instant until) {
        database.sql("update application.token set expires_at = least(expires_at, :until) where id = :id")
                .param("until", at(until))
                .param("id", id)
                .update();
    }

    void endAllOf(PersonId person, Instant now) {
        database.sql("update application.token set ended_at = :now where person = :person and ended_at is null")
                .param("now", at(now))
                .param("person", person.value())
                .update();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        var scopes = EnumSet.noneOf(ApplicationScope.class);
        scopes.addAll(scopes(row.getArray("scopes")));
        scopes.retainAll(scopes(row.getArray("most")));
        return new Found(
                row.getLong("id"),
                row.getLong("application"),
                row.getString("name"),
                new UnitId(row.getLong("unit")),
                person(row),
                scopes,
                lastUse(row));
    }

    private static IssuedToken row(ResultSet row, int number) throws SQLException {
        return new IssuedToken(
                row.getLong("id"),
                row.getString("mark"),
                row.getLong("application"),
                row.getString("name"),
                person(row),
                scopes(row.getArray("scopes")),
                instant(row, "issued_at"),
                instant(row, "expires_at"),
                lastUse(row));
    }

    private static Optional<PersonId> person(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("person", Long.class)).map(PersonId::new);
    }

    private static Optional<Instant> lastUse(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("last_used_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
