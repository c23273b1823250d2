package cn.lianxin.spotcheck;

import cn.lianxin.platform.retention.KeptData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said in a call; what came out of it stays. */
@Component
class KeptCallWords implements KeptData {

    private final JdbcClient sql;

    KeptCallWords(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "concern";
    }

    @Override
    public Set<String> erases() {
        return Set.of("spotcheck.drawn");
    }

    @Override
    public int erase(Instant before, int most) {
        return sql.sql("""
                        update spotcheck.drawn set word = '' where ctid in (
                            select d.ctid from spotcheck.drawn d where d.word <> '' and d.concern in (select f.concern from concern.closed_file f where f.over_since < :before) limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
