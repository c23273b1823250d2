package cn.lianxin.safeguard;

import cn.lianxin.platform.retention.KeptData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which post of whoever spoke has changed: it would tell who he was, so it goes out of the vault when his name does. */
@Component
class KeptChanges implements KeptData {

    private final JdbcClient sql;
    private final PostChanges changes;

    KeptChanges(JdbcClient sql, PostChanges changes) {
        this.sql = sql;
        this.changes = changes;
    }

    @Override
    public String kind() {
        return "name";
    }

    @Override
    public Set<String> erases() {
        return Set.of("vault.entry");
    }

    @Override
    public int erase(Instant before, int most) {
        var over = sql.sql("""
                        update safeguard.entry set change_forgotten = true where id in (
                            select e.id from safeguard.entry e
                            join concern.closed_file f on f.concern = e.concern
                            where e.kind = 'CHANGE' and not e.change_forgotten and f.over_since < :before limit :most)
                        returning id
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> row.getLong("id"))
                .list();
        changes.forget(over);
        return over.size();
    }
}
