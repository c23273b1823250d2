package cn.lianxin.platform.notification;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.retention.KeptData;
import cn.lianxin.platform.retention.OwnTable;
import cn.lianxin.platform.vault.Aliases;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Old messages, read or not. */
@Component
class KeptMessages implements KeptData {

    private final JdbcClient sql;
    private final Aliases aliases;

    KeptMessages(JdbcClient sql, Aliases aliases) {
        this.sql = sql;
        this.aliases = aliases;
    }

    @Override
    public String kind() {
        return "message";
    }

    @Override
    public Set<String> erases() {
        return Set.of("notification.message");
    }

    @Override
    public int erase(Instant before, int most) {
        return sql.sql("""
                        delete from notification.message where ctid in (
                            select ctid from notification.message where at < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    @Override
    public List<OwnTable> of(PersonId person) {
        return List.of(OwnTable.read(
                "messages", sql.sql("""
                        select at, read_at as seen_at, address as place
                        from notification.message where person in (:person, :alias) order by at
                        """).param("person", person.value()).param("alias", aliases.of(person))));
    }
}
