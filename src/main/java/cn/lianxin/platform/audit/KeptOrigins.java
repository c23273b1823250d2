package cn.lianxin.platform.audit;

import cn.lianxin.platform.retention.KeptData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addresses of the network, sooner than the entries beside which they lie. */
@Component
class KeptOrigins implements KeptData {

    private final JdbcClient sql;

    KeptOrigins(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "address";
    }

    @Override
    public Set<String> erases() {
        return Set.of("audit.origin");
    }

    @Override
    public int erase(Instant before, int most) {
        return sql.sql("""
                        delete from audit.origin where ctid in (
                            select ctid from audit.origin where at < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
