package cn.lianxin.application;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.retention.KeptData;
import cn.lianxin.platform.retention.OwnTable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tokens that open nothing any more. */
@Component
class KeptTokens implements KeptData {

    private final JdbcClient sql;

    KeptTokens(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "session";
    }

    @Override
    public Set<String> erases() {
        return Set.of("application.token");
    }

    @Override
    public int erase(Instant before, int most) {
        return sql.sql("""
                        delete from application.token where ctid in (
                            select ctid from application.token where coalesce(ended_at, expires_at) < :before and person is not null limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    @Override
    public List<OwnTable> of(PersonId person) {
        return List.of(OwnTable.read("tokens", sql.sql("""
                        select mark as number, scopes, issued_at as at, expires_at as until, last_used_at as seen_at
                        from application.token where person = :person order by issued_at
                        """).param("person", person.value())));
    }
}
