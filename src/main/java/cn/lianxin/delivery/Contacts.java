package cn.lianxin.delivery;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.secret.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Confirmed addresses. Locked, and shown to nobody but their owner. */
@Component
class Contacts {

    private final JdbcClient database;
    private final Secrets secrets;

    Contacts(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    Optional<String> address(PersonId person, String way) {
        return Optional.ofNullable(of(person).get(way));
    }

    Set<String> waysOf(PersonId person) {
        return Set.copyOf(database.sql("select way from delivery.contact where person = :person")
                .param("person", person.value())
                .query(String.class)
                .list());
    }

    /** Address by way; one that cannot be unlocked is left out, so that its owner types it anew. */
    Map<String, String> of(PersonId person) {
        return database
                .sql("select way, address from delivery.contact where person = :person")
                .param("person", person.value())
                .query((row, _) -> contact(person, row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Optional<Map.Entry<String, String>> contact(PersonId person, ResultSet row) throws SQLException {
        var way = row.getString("way");
        return secrets.unlockIfPossible(row.getBytes("address"), place(person, way))
                .map(address -> Map.entry(way, address));
    }

    void keep(PersonId person, String way, String address, Instant now) {
        database.sql("""
                insert into delivery.contact (person, way, address, confirmed_at)
                values (:person, :way, :address, :now)
                on conflict (person, way) do update
                set address = excluded.address, confirmed_at = excluded.confirmed_at
                """)
                .param("person", person.value())
                .param("way", way)
                .param("address", secrets.lock(address, place(person, way)))
                .param("now", Timestamp.from(now))
                .update();
    }

    boolean remove(PersonId person, String way) {
        return database.sql("delete from delivery.contact where person = :person and way = :way")
                        .param("person", person.value())
                        .param("way", way)
                        .update()
                > 0;
    }

    private static String place(PersonId person, String way) {
        return "contact:" + person.value() + ":" + way;
    }
}
