package cn.lianxin.platform.outbox;

import cn.lianxin.platform.retention.KeptData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What left the house long ago. */
@Component
class KeptParcels implements KeptData {

    private final JdbcClient sql;

    KeptParcels(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "parcel";
    }

    @Override
    public Set<String> erases() {
        return Set.of("outbox.parcel");
    }

    @Override
    public int erase(Instant before, int most) {
        return sql.sql("""
                        delete from outbox.parcel where ctid in (
                            select ctid from outbox.parcel where done_at < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
