package cn.lianxin.platform.audit;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.retention.KeptData;
import cn.lianxin.platform.retention.OwnTable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The chains of the logs are let go of from their beginnings, and go on from the hash of the last that went. */
@Component
class KeptLogs implements KeptData {

    private final LettingGo lettingGo;
    private final JdbcClient sql;

    KeptLogs(LettingGo lettingGo, JdbcClient sql) {
        this.lettingGo = lettingGo;
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "log";
    }

    @Override
    public Set<String> erases() {
        return Set.of("audit.entry", "audit.reading", "audit.security", "audit.link");
    }

    /** The places of a chain are looked through as a whole first; each log then in steps of its own. */
    @Override
    public boolean atItsOwnPace() {
        return true;
    }

    @Override
    public int erase(Instant before, int most) {
        return lettingGo.letGo(before);
    }

    @Override
    public List<OwnTable> of(PersonId person) {
        return List.of(
                OwnTable.read("sign-ins", sql.sql("""
                        select e.at, e.kind, e.place, coalesce(o.address, '') as address
                        from audit.security e left join audit.origin o on o.security = e.id
                        where e.person = :person order by e.id
                        """).param("person", person.value())),
                OwnTable.read("deeds", sql.sql("""
                        select at, action as kind from audit.entry where person = :person order by id
                        """).param("person", person.value())),
                OwnTable.read("readings", sql.sql("""
                        select at, door from audit.reading
                        where reader = 'person:' || cast(:person as text) order by id
                        """).param("person", person.value())));
    }
}
