package cn.lianxin.scim;

import cn.lianxin.platform.retention.KeptData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was pushed out, and whose leaving was stopped. */
@Component
class KeptDepartures implements KeptData {

    private final JdbcClient sql;

    KeptDepartures(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "import";
    }

    @Override
    public Set<String> erases() {
        return Set.of("scim.departure", "scim.stopped");
    }

    @Override
    public int erase(Instant before, int most) {
        var gone = 0;
        gone += sql.sql("""
                        delete from scim.departure where ctid in (
                            select ctid from scim.departure where at < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        gone += sql.sql("""
                        delete from scim.stopped where ctid in (
                            select ctid from scim.stopped where at < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        return gone;
    }
}
