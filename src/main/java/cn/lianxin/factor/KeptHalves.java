package cn.lianxin.factor;

import cn.lianxin.platform.retention.KeptData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was begun and never finished. */
@Component
class KeptHalves implements KeptData {

    private final JdbcClient sql;

    KeptHalves(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "session";
    }

    @Override
    public Set<String> erases() {
        return Set.of("factor.half_sign_in", "factor.used_challenge");
    }

    @Override
    public int erase(Instant before, int most) {
        var gone = 0;
        gone += sql.sql("""
                        delete from factor.half_sign_in where ctid in (
                            select ctid from factor.half_sign_in where ends_at < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        gone += sql.sql("""
                        delete from factor.used_challenge where ctid in (
                            select ctid from factor.used_challenge where ends_at < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        return gone;
    }
}
