package cn.lianxin.platform.attachment;

import cn.lianxin.platform.retention.KeptData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Uploads that broke off, and files that nobody attached. */
@Component
class KeptUploads implements KeptData {

    private final JdbcClient sql;

    KeptUploads(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "draft";
    }

    @Override
    public Set<String> erases() {
        return Set.of("attachment.partial", "attachment.part");
    }

    @Override
    public int erase(Instant before, int most) {
        var gone = 0;
        gone += sql.sql("""
                        delete from attachment.partial where ctid in (
                            select ctid from attachment.partial where changed_at < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        gone += sql.sql("""
                        delete from attachment.content where ctid in (
                            select ctid from attachment.content where not kept and taken_at < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        return gone;
    }
}
