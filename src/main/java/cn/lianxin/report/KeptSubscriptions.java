package cn.lianxin.report;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.retention.KeptData;
import cn.lianxin.platform.retention.OwnTable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nobody who has left is sent a report. */
@Component
class KeptSubscriptions implements KeptData {

    private final JdbcClient sql;

    KeptSubscriptions(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "account";
    }

    @Override
    public Set<String> erases() {
        return Set.of("report.subscription", "report.owed");
    }

    @Override
    public int erase(Instant before, int most) {
        var gone = sql.sql("""
                        delete from report.subscription where ctid in (
                            select t.ctid from report.subscription t join organization.person_card p on p.id = t.person
                            where p.left_on < cast(:before as date) limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        return gone
                + sql.sql("""
                        delete from report.owed where ctid in (
                            select t.ctid from report.owed t join organization.person_card p on p.id = t.person
                            where p.left_on < cast(:before as date) limit :most)
                        """)
                        .param("before", before.atOffset(ZoneOffset.UTC))
                        .param("most", most)
                        .update();
    }

    @Override
    public List<OwnTable> of(PersonId person) {
        return List.of(OwnTable.read("subscriptions", sql.sql("""
                        select u.name as unit, s.kind, s.since as at
                        from report.subscription s join organization.unit_card u on u.id = s.unit where s.person = :person order by s.since
                        """).param("person", person.value())));
    }
}
