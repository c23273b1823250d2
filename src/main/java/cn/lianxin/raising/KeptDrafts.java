package cn.lianxin.raising;

import cn.lianxin.platform.retention.KeptData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts that nobody went on with. */
@Component
class KeptDrafts implements KeptData {

    private final JdbcClient sql;

    KeptDrafts(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "draft";
    }

    @Override
    public Set<String> erases() {
        return Set.of("raising.draft");
    }

    @Override
    public int erase(Instant before, int most) {
        return sql.sql("""
                        delete from raising.draft where ctid in (
                            select ctid from raising.draft where changed_at < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
