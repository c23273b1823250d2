package cn.lianxin.api.idempotency;

import cn.lianxin.platform.retention.KeptData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers that nobody asks for again. */
@Component
class KeptRequests implements KeptData {

    private final JdbcClient sql;

    KeptRequests(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "parcel";
    }

    @Override
    public Set<String> erases() {
        return Set.of("idempotency.answer");
    }

    @Override
    public int erase(Instant before, int most) {
        return sql.sql("""
                        delete from idempotency.answer where ctid in (
                            select ctid from idempotency.answer where answered_at < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
