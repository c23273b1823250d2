package cn.lianxin.ledger;

import cn.lianxin.platform.retention.KeptData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of a ledger as they came; what was filed of them stays as concerns. */
@Component
class KeptLedgerRows implements KeptData {

    private final JdbcClient sql;

    KeptLedgerRows(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "import";
    }

    @Override
    public Set<String> erases() {
        return Set.of("ledger.row", "ledger.fault");
    }

    @Override
    public int erase(Instant before, int most) {
        var gone = 0;
        gone += sql.sql("""
                        delete from ledger.row where ctid in (
                            select r.ctid from ledger.row r join ledger.import i on i.id = r.import where i.uploaded_at < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        gone += sql.sql("""
                        delete from ledger.fault where ctid in (
                            select f.ctid from ledger.fault f join ledger.import i on i.id = f.import where i.uploaded_at < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        return gone;
    }
}
