package cn.lianxin.officesystem;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.secret.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of keys; their secrets lie locked, and what was revoked has none any more. */
@Component
class OfficeKeys {

    private static final String SELECT = """
            select k.id, k.name, k.unit, u.name as unit_name, k.made_by, coalesce(m.name, '') as made_by_name, k.made_at,
                c.name as let_in_by_name, k.let_in_at, k.revoked_at, k.used_at
            from officesystem.key k
            join organization.unit_card u on u.id = k.unit
            left join organization.person_card m on m.id = k.made_by
            left join organization.person_card c on c.id = k.let_in_by
            """;
    private static final String BELOW =
            " where k.unit in (select l.unit from organization.unit_line l where l.above = any (:units))";

    private final JdbcClient database;
    private final Secrets secrets;

    OfficeKeys(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Those for units at or below these; what is revoked last. */
    List<OfficeKey> below(Collection<UnitId> units) {
        return database.sql(SELECT + BELOW + " order by k.revoked_at is not null, k.id desc")
                .param("units", ids(units))
                .query(OfficeKeys::key)
                .list();
    }

    Optional<OfficeKey> find(long id, Collection<UnitId> units) {
        return database.sql(SELECT + BELOW + " and k.id = :id")
                .param("units", ids(units))
                .param("id", id)
                .query(OfficeKeys::key)
                .optional();
    }

    /** One that is valid, for whoever brings it along. */
    Optional<OfficeKey> valid(long id) {
        return database.sql(SELECT + " where k.id = :id and k.let_in_at is not null and k.revoked_at is null")
                .param("id", id)
                .query(OfficeKeys::key)
                .optional();
    }

    /** Made and not revoked, of exactly this unit. */
    int standing(UnitId unit) {
        return database.sql("select count(*) from officesystem.key where unit = :unit and revoked_at is null")
                .param("unit", unit.value())
                .query(Integer.class)
                .single();
    }

    long add(String name, UnitId unit, String secret, PersonId by, Instant now) {
        var id = database.sql("""
                        insert into officesystem.key (name, unit, made_by, made_at) values (:name, :unit, :by, :now) returning id
                        """)
                .param("name", name)
                .param("unit", unit.value())
                .param("by", by.value())
                .param("now", time(now))
                .query(Long.class)
                .single();
        database.sql("update officesystem.key set secret = :secret where id = :id")
                .param("secret", secrets.lock(secret, place(id)))
                .param("id", id)
                .update();
        return id;
    }

    String secretOf(OfficeKey key) {
        return secrets.unlock(
                database.sql("select secret from officesystem.key where id = :id")
                        .param("id", key.id())
                        .query(byte[].class)
                        .single(),
                place(key.id()));
    }

    /** Whether nobody was quicker. */
    boolean letIn(long id, PersonId by, Instant now) {
        return database.sql("""
                        update officesystem.key set let_in_by = :by, let_in_at = :now
                        where id = :id and let_in_at is null and revoked_at is null
                        """)
                        .param("by", by.value())
                        .param("now", time(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean revoke(long id, PersonId by, Instant now) {
        return database.sql("""
                        update officesystem.key set revoked_by = :by, revoked_at = :now, secret = null
                        where id = :id and revoked_at is null
                        """)
                        .param("by", by.value())
                        .param("now", time(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    void used(long id, Instant now) {
        database.sql("update officesystem.key set used_at = :now where id = :id")
                .param("now", time(now))
                .param("id", id)
                .update();
    }

    private static String place(long id) {
        return "officesystem:" + id;
    }

    static Long[] ids(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(Long[]::new);
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }

    private static OfficeKey key(ResultSet row, int place) throws SQLException {
        return new OfficeKey(
                row.getLong("id"),
                row.getString("name"),
                new UnitId(row.getLong("unit")),
                row.getString("unit_name"),
                new PersonId(row.getLong("made_by")),
                row.getString("made_by_name"),
                instant(row, "made_at").orElseThrow(),
                Optional.ofNullable(row.getString("let_in_by_name")),
                instant(row, "let_in_at"),
                instant(row, "revoked_at"),
                instant(row, "used_at"));
    }
}
