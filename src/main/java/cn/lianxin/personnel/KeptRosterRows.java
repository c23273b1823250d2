package cn.lianxin.personnel;

import cn.lianxin.platform.retention.KeptData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of a roster as they came. */
@Component
class KeptRosterRows implements KeptData {

    private final JdbcClient sql;

    KeptRosterRows(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "import";
    }

    @Override
    public Set<String> erases() {
        return Set.of("personnel.staged_import", "personnel.staged_row");
    }

    @Override
    public int erase(Instant before, int most) {
        return sql.sql("""
                        delete from personnel.staged_import where ctid in (
                            select ctid from personnel.staged_import where uploaded_at < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
