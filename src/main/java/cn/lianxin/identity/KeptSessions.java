package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.retention.KeptData;
import cn.lianxin.platform.retention.OwnTable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions that are over, and devices that nobody comes from any more. */
@Component
class KeptSessions implements KeptData {

    private final JdbcClient sql;

    KeptSessions(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "session";
    }

    @Override
    public Set<String> erases() {
        return Set.of("identity.session", "identity.familiar_device");
    }

    @Override
    public int erase(Instant before, int most) {
        var gone = 0;
        gone += sql.sql("""
                        delete from identity.session where ctid in (
                            select ctid from identity.session where ends_at < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        gone += sql.sql("""
                        delete from identity.familiar_device where ctid in (
                            select ctid from identity.familiar_device where seen_at < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        return gone;
    }

    @Override
    public List<OwnTable> of(PersonId person) {
        return List.of(
                OwnTable.read("sessions", sql.sql("""
                        select started_at as at, seen_at, ends_at as until, device, browser as kind
                        from identity.session where person = :person order by started_at
                        """).param("person", person.value())),
                OwnTable.read("devices", sql.sql("""
                        select seen_at from identity.familiar_device where person = :person order by seen_at
                        """).param("person", person.value())));
    }
}
