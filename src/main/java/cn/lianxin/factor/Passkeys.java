package cn.lianxin.factor;

import cn.lianxin.identity.DeviceKind;
import cn.lianxin.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The passkeys on record. */
@Component
class Passkeys {

    private static final String COLUMNS =
            "id, person, site, credential, counter, backup_eligible, device, since, used_at";

    private final JdbcClient database;

    Passkeys(JdbcClient database) {
        this.database = database;
    }

    /** Whether the device is new here: none is taken over by somebody else. */
    boolean add(Passkey passkey) {
        return database.sql("""
                insert into factor.passkey
                    (id, person, site, credential, counter, backup_eligible, device, since)
                values (:id, :person, :site, :credential, :counter, :backupEligible, :device, :since)
                on conflict (id) do nothing
                """)
                        .param("id", passkey.id())
                        .param("person", passkey.person().value())
                        .param("site", passkey.site())
                        .param("credential", passkey.credential())
                        .param("counter", passkey.counter())
                        .param("backupEligible", passkey.backupEligible())
                        .param("device", passkey.device().name())
                        .param("since", passkey.since().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    Optional<Passkey> find(String id) {
        return database.sql("select " + COLUMNS + " from factor.passkey where id = :id")
                .param("id", id)
                .query(Passkeys::row)
                .optional();
    }

    List<Passkey> of(PersonId person) {
        return database.sql("select " + COLUMNS + " from factor.passkey where person = :person order by since, id")
                .param("person", person.value())
                .query(Passkeys::row)
                .list();
    }

    void used(String id, long counter, Instant now) {
        database.sql("update factor.passkey set counter = :counter, used_at = :now where id = :id")
                .param("counter", counter)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    boolean remove(String id, PersonId person) {
        return database.sql("delete from factor.passkey where id = :id and person = :person")
                        .param("id", id)
                        .param("person", person.value())
                        .update()
                > 0;
    }

    boolean removeAll(PersonId person) {
        return database.sql("delete from factor.passkey where person = :person")
                        .param("person", person.value())
                        .update()
                > 0;
    }

    private static Passkey row(ResultSet row, int number) throws SQLException {
        return new Passkey(
                row.getString("id"),
                new PersonId(row.getLong("person")),
                row.getString("site"),
                row.getString("credential"),
                row.getLong("counter"),
                row.getBoolean("backup_eligible"),
                DeviceKind.valueOf(row.getString("device")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
