package cn.lianxin.release;

import cn.lianxin.platform.retention.KeptData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who asked for a name; whoever spoke sees it as long as it is kept. */
@Component
class KeptNameRequests implements KeptData {

    private final JdbcClient sql;

    KeptNameRequests(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "release";
    }

    @Override
    public Set<String> erases() {
        return Set.of("release.request");
    }

    @Override
    public int erase(Instant before, int most) {
        return sql.sql("""
                        delete from release.request where ctid in (
                            select ctid from release.request where expires_at < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
