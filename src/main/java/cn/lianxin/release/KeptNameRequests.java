package cn.lianxin.release;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.retention.KeptData;
import cn.lianxin.platform.retention.OwnTable;
import cn.lianxin.platform.vault.Aliases;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who asked for a name; whoever spoke sees it as long as it is kept. */
@Component
class KeptNameRequests implements KeptData {

    private final JdbcClient sql;
    private final Aliases aliases;

    KeptNameRequests(JdbcClient sql, Aliases aliases) {
        this.sql = sql;
        this.aliases = aliases;
    }

    @Override
    public String kind() {
        return "release";
    }

    @Override
    public Set<String> erases() {
        return Set.of("release.request");
    }

    @Override
    public int erase(Instant before, int most) {
        return sql.sql("""
                        delete from release.request where ctid in (
                            select ctid from release.request where expires_at < :before limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    @Override
    public List<OwnTable> of(PersonId person) {
        return List.of(OwnTable.read(
                "requests", sql.sql("""
                        select q.number, q.asked_at as at, q.asked_post as unit, q.asked_name as name, q.reason, q.state
                        from release.request q join concern.raised_by r on r.concern = q.concern
                        where r.reporter in (:person, :alias) order by q.id
                        """).param("person", person.value()).param("alias", aliases.of(person))));
    }
}
