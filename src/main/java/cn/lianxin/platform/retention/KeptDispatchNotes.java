package cn.lianxin.platform.retention;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The registry in which the product remembers what one part still has to tell another. */
@Component
class KeptDispatchNotes implements KeptData {

    private final JdbcClient sql;

    KeptDispatchNotes(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "event";
    }

    @Override
    public Set<String> erases() {
        return Set.of("event.event_publication");
    }

    @Override
    public int erase(Instant before, int most) {
        return sql.sql("""
                        delete from event.event_publication where ctid in (
                            select ctid from event.event_publication where completion_date < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
