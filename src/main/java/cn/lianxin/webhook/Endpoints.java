package cn.lianxin.webhook;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.secret.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The endpoints on record; one that was retired is not found any more. */
@Component
class Endpoints {

    private static final String SELECT = """
            select e.id, e.name, e.unit, u.name as unit_name, e.url, e.kinds, e.state, e.former_until, e.failing_since
            from webhook.endpoint e
            join organization.unit_card u on u.id = e.unit
            where e.retired_at is null
            """;
    private static final String BELOW =
            " and e.unit in (select l.unit from organization.unit_line l where l.above = any (:units))";

    private final JdbcClient database;
    private final Secrets secrets;

    Endpoints(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Those for units at or below these. */
    List<Endpoint> below(Collection<UnitId> units) {
        return database.sql(SELECT + BELOW + " order by u.name, e.name, e.id")
                .param("units", ids(units))
                .query(Endpoints::endpoint)
                .list();
    }

    Optional<Endpoint> find(long id, Collection<UnitId> units) {
        return database.sql(SELECT + BELOW + " and e.id = :id")
                .param("units", ids(units))
                .param("id", id)
                .query(Endpoints::endpoint)
                .optional();
    }

    Optional<Endpoint> find(long id) {
        return database.sql(SELECT + " and e.id = :id")
                .param("id", id)
                .query(Endpoints::endpoint)
                .optional();
    }

    /** Those that are on and want to know of this kind of event at this desk. */
    List<Long> toTell(EventKind kind, UnitId desk) {
        return database.sql("""
                select e.id from webhook.endpoint e
                where e.retired_at is null and e.state = 'ON' and :kind = any (e.kinds)
                  and e.unit in (select l.above from organization.unit_line l where l.unit = :desk)
                order by e.id
                """)
                .param("kind", kind.name())
                .param("desk", desk.value())
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    long add(String name, UnitId unit, String url, Set<EventKind> kinds, String secret, PersonId by, Instant now) {
        var id = database.sql("""
                insert into webhook.endpoint (name, unit, url, kinds, registered_by, registered_at)
                values (:name, :unit, :url, :kinds, :by, :now)
                returning id
                """)
                .param("name", name)
                .param("unit", unit.value())
                .param("url", url)
                .param("kinds", kinds.stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("by", by.value())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
        database.sql("update webhook.endpoint set secret = :secret where id = :id")
                .param("secret", secrets.lock(secret, place(id)))
                .param("id", id)
                .update();
        return id;
    }

    void replaceSecret(long id, String secret, Instant formerUntil) {
        database.sql("""
                update webhook.endpoint
                set former_secret = secret, former_until = :until, secret = :secret
                where id = :id
                """)
                .param("until", Timestamp.from(formerUntil))
                .param("secret", secrets.lock(secret, place(id)))
                .param("id", id)
                .update();
    }

    /** The present one, and the one before while it still counts. */
    List<String> secretsOf(long id, Instant now) {
        return database.sql("""
                select secret, case when former_until > :now then former_secret end as former
                from webhook.endpoint where id = :id
                """)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .query((row, _) -> Stream.of(row.getBytes("secret"), row.getBytes("former"))
                        .filter(Objects::nonNull)
                        .map(locked -> secrets.unlock(locked, place(id)))
                        .toList())
                .single();
    }

    void put(long id, Endpoint.State state) {
        database.sql("update webhook.endpoint set state = :state, failing_since = null where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    /** Whether it was on until now. */
    boolean fail(long id) {
        return database.sql("update webhook.endpoint set state = 'FAILED' where id = :id and state = 'ON'")
                        .param("id", id)
                        .update()
                > 0;
    }

    void retire(long id, Instant now) {
        database.sql("update webhook.endpoint set retired_at = :now, state = 'OFF' where id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    void gotThrough(long id) {
        database.sql("update webhook.endpoint set failing_since = null where id = :id and failing_since is not null")
                .param("id", id)
                .update();
    }

    /** Since when nothing gets through. */
    Instant failed(long id, Instant now) {
        return database.sql("""
                update webhook.endpoint set failing_since = coalesce(failing_since, :now) where id = :id
                returning failing_since
                """)
                .param("now", Timestamp.from(now))
                .param("id", id)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private static String place(long id) {
        return "webhook:" + id;
    }

    private static Long[] ids(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(Long[]::new);
    }

    private static Endpoint endpoint(ResultSet row, int number) throws SQLException {
        var kinds = EnumSet.noneOf(EventKind.class);
        Arrays.stream((String[]) row.getArray("kinds").getArray())
                .map(EventKind::valueOf)
                .forEach(kinds::add);
        return new Endpoint(
                row.getLong("id"),
                row.getString("name"),
                new UnitId(row.getLong("unit")),
                row.getString("unit_name"),
                row.getString("url"),
                kinds,
                Endpoint.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getTimestamp("former_until")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("failing_since")).map(Timestamp::toInstant));
    }
}
