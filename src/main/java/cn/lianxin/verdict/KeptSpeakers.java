package cn.lianxin.verdict;

import cn.lianxin.platform.retention.KeptData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was to judge: without a name once the file is over. */
@Component
class KeptSpeakers implements KeptData {

    private final JdbcClient sql;

    KeptSpeakers(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "name";
    }

    @Override
    public Set<String> erases() {
        return Set.of("verdict.answer");
    }

    @Override
    public int erase(Instant before, int most) {
        return sql.sql("""
                        update verdict.answer set speaker = null where ctid in (
                            select a.ctid from verdict.answer a
                            where a.speaker is not null and a.concern in (select f.concern from concern.closed_file f where f.over_since < :before) limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
