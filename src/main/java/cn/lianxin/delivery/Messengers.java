package cn.lianxin.delivery;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.secret.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The gateways on record; their secrets are locked. */
@Component
class Messengers {

    private static final String COLUMNS = """
            id, name, address_kind, enabled, method, url, headers, body_format, body, success_pointer, success_value,
            id_pointer, repeatable, secret is not null as has_secret""";

    private final JdbcClient database;
    private final Secrets secrets;

    Messengers(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    List<Messenger> all() {
        return database.sql("select " + COLUMNS + " from delivery.messenger order by name, id")
                .query(Messengers::messenger)
                .list();
    }

    List<Messenger> enabled() {
        return all().stream().filter(Messenger::enabled).toList();
    }

    Optional<Messenger> find(long id) {
        return database.sql("select " + COLUMNS + " from delivery.messenger where id = :id")
                .param("id", id)
                .query(Messengers::messenger)
                .optional();
    }

    /** Empty where none was given. */
    String secretOf(long id) {
        return database.sql("select secret from delivery.messenger where id = :id and secret is not null")
                .param("id", id)
                .query((row, _) -> secrets.unlock(row.getBytes("secret"), place(id)))
                .optional()
                .orElse("");
    }

    long add(Messenger messenger, PersonId by, Instant now) {
        return written("""
                insert into delivery.messenger
                    (name, address_kind, enabled, method, url, headers, body_format, body, success_pointer,
                     success_value, id_pointer, repeatable, changed_by, changed_at)
                values (:name, :kind, :enabled, :method, :url, :headers, :format, :body, :pointer, :value, :idPointer,
                    :repeatable, :by, :now)
                returning id
                """, messenger, by, now).query(Long.class).single();
    }

    void change(Messenger messenger, PersonId by, Instant now) {
        written("""
                update delivery.messenger
                set name = :name, address_kind = :kind, enabled = :enabled, method = :method, url = :url,
                    headers = :headers, body_format = :format, body = :body, success_pointer = :pointer,
                    success_value = :value, id_pointer = :idPointer, repeatable = :repeatable, changed_by = :by,
                    changed_at = :now
                where id = :id
                """, messenger, by, now).param("id", messenger.id()).update();
    }

    void keepSecret(long id, String secret) {
        database.sql("update delivery.messenger set secret = :secret where id = :id")
                .param("secret", secrets.lock(secret, place(id)))
                .param("id", id)
                .update();
    }

    private JdbcClient.StatementSpec written(String statement, Messenger messenger, PersonId by, Instant now) {
        return database.sql(statement)
                .param("name", messenger.name())
                .param("kind", messenger.addressKind().name())
                .param("enabled", messenger.enabled())
                .param("method", messenger.method())
                .param("url", messenger.url())
                .param("headers", messenger.headers())
                .param("format", messenger.bodyFormat().name())
                .param("body", messenger.body())
                .param("pointer", messenger.successPointer())
                .param("value", messenger.successValue())
                .param("idPointer", messenger.idPointer())
                .param("repeatable", messenger.repeatable())
                .param("by", by.value())
                .param("now", Timestamp.from(now));
    }

    private static String place(long id) {
        return "messenger:" + id;
    }

    private static Messenger messenger(ResultSet row, int number) throws SQLException {
        return new Messenger(
                row.getLong("id"),
                row.getString("name"),
                AddressKind.valueOf(row.getString("address_kind")),
                row.getBoolean("enabled"),
                row.getString("method"),
                row.getString("url"),
                row.getString("headers"),
                Messenger.BodyFormat.valueOf(row.getString("body_format")),
                row.getString("body"),
                row.getString("success_pointer"),
                row.getString("success_value"),
                row.getString("id_pointer"),
                row.getBoolean("repeatable"),
                row.getBoolean("has_secret"));
    }
}
