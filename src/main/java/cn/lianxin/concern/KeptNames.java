package cn.lianxin.concern;

import cn.lianxin.platform.retention.KeptData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who raised a concern: some time after it is over it is as if he had never left a name, and no receipt leads back. */
@Component
class KeptNames implements KeptData {

    private final JdbcClient sql;
    private final ConfidentialReporters reporters;

    KeptNames(JdbcClient sql, ConfidentialReporters reporters) {
        this.sql = sql;
        this.reporters = reporters;
    }

    @Override
    public String kind() {
        return "name";
    }

    @Override
    public Set<String> erases() {
        return Set.of("concern.concern", "concern.receipt", "vault.entry");
    }

    @Override
    public int erase(Instant before, int most) {
        var over = sql.sql("""
                        select c.id from concern.concern c join concern.closed_file f on f.concern = c.id
                        where f.over_since < :before
                          and (c.reporter is not null or exists (select 1 from concern.receipt r where r.concern = c.id))
                        order by c.id limit :most
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> row.getLong("id"))
                .list();
        eraseOf(over.toArray(Long[]::new));
        return over.size();
    }

    void eraseOf(Long[] ids) {
        if (ids.length == 0) {
            return;
        }
        sql.sql("delete from concern.receipt where concern = any (:ids)")
                .param("ids", ids)
                .update();
        sql.sql("""
                        update concern.concern set reporter_mode = 'ANONYMOUS', reporter = null
                        where id = any (:ids) and reporter is not null
                        """).param("ids", ids).update();
        reporters.destroy(List.of(ids));
    }
}
