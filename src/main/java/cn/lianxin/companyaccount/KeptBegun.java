package cn.lianxin.companyaccount;

import cn.lianxin.platform.retention.KeptData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Browsers that never came back from the provider. */
@Component
class KeptBegun implements KeptData {

    private final JdbcClient sql;

    KeptBegun(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "session";
    }

    @Override
    public Set<String> erases() {
        return Set.of("companyaccount.begun");
    }

    @Override
    public int erase(Instant before, int most) {
        return sql.sql("""
                        delete from companyaccount.begun where ctid in (
                            select ctid from companyaccount.begun where ends_at < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
