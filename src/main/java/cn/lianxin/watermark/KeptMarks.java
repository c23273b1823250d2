package cn.lianxin.watermark;

import cn.lianxin.platform.retention.KeptData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose mark it was, for as long as somebody may ask. */
@Component
class KeptMarks implements KeptData {

    private final JdbcClient sql;

    KeptMarks(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "watermark";
    }

    @Override
    public Set<String> erases() {
        return Set.of("watermark.given");
    }

    @Override
    public int erase(Instant before, int most) {
        sql.sql("select set_config('watermark.letting_go', 'on', true)")
                .query((row, _) -> row.getString(1))
                .single();
        return sql.sql("""
                        delete from watermark.given where ctid in (
                            select ctid from watermark.given where at < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
