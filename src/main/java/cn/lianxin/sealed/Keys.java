package cn.lianxin.sealed;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of keys; none is ever deleted, because old reports are closed for it. */
@Component
class Keys {

    private static final String KEYS = "select kid, person, unit, public_key, locked_key from sealed.recipient_key ";

    private final JdbcClient database;

    Keys(JdbcClient database) {
        this.database = database;
    }

    List<RecipientKey> inUse() {
        return database.sql(KEYS + "where replaced_at is null order by made_at, kid")
                .query(Keys::key)
                .list();
    }

    Optional<RecipientKey> inUseOf(PersonId person) {
        return database.sql(KEYS + "where person = :person and replaced_at is null")
                .param("person", person.value())
                .query(Keys::key)
                .optional();
    }

    /** Newest first, those in use no more as well. */
    List<RecipientKey> of(PersonId person) {
        return database.sql(KEYS + "where person = :person order by replaced_at desc nulls first, made_at desc")
                .param("person", person.value())
                .query(Keys::key)
                .list();
    }

    void replace(RecipientKey key, Instant at) {
        database.sql("""
                        update sealed.recipient_key set replaced_at = :at where person = :person and replaced_at is null
                        """)
                .param("person", key.person().value())
                .param("at", Timestamp.from(at))
                .update();
        database.sql("""
                        insert into sealed.recipient_key (kid, person, unit, public_key, locked_key, made_at)
                        values (:kid, :person, :unit, :public, :locked, :at)
                        """)
                .param("kid", key.kid())
                .param("person", key.person().value())
                .param("unit", key.unit().value())
                .param("public", key.publicKey())
                .param("locked", key.lockedKey())
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<RecoveryKey> recovery() {
        return database.sql("""
                        select kid, public_key, discipline, labour, outsider, made_at
                        from sealed.recovery_key where replaced_at is null
                        """)
                .query((row, _) -> new RecoveryKey(
                        row.getString("kid"),
                        row.getString("public_key"),
                        row.getString("discipline"),
                        row.getString("labour"),
                        row.getString("outsider"),
                        row.getTimestamp("made_at").toInstant()))
                .optional();
    }

    /** The public halves of all there were, by name: an old report is closed for an old one. */
    Map<String, String> recoveries() {
        return database
                .sql("select kid, public_key from sealed.recovery_key")
                .query((row, _) -> Map.entry(row.getString("kid"), row.getString("public_key")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void replaceRecovery(RecoveryKey key, PersonId by) {
        database.sql("update sealed.recovery_key set replaced_at = :at where replaced_at is null")
                .param("at", Timestamp.from(key.madeAt()))
                .update();
        database.sql("""
                        insert into sealed.recovery_key
                            (kid, public_key, discipline, labour, outsider, made_by, made_at)
                        values (:kid, :public, :discipline, :labour, :outsider, :by, :at)
                        """)
                .param("kid", key.kid())
                .param("public", key.publicKey())
                .param("discipline", key.discipline())
                .param("labour", key.labour())
                .param("outsider", key.outsider())
                .param("by", by.value())
                .param("at", Timestamp.from(key.madeAt()))
                .update();
    }

    private static RecipientKey key(ResultSet row, int number) throws SQLException {
        return new RecipientKey(
                row.getString("kid"),
                new PersonId(row.getLong("person")),
                new UnitId(row.getLong("unit")),
                row.getString("public_key"),
                row.getString("locked_key"));
    }
}
