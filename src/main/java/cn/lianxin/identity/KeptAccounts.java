package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.retention.KeptData;
import cn.lianxin.platform.retention.OwnTable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts go some time after their people. */
@Component
class KeptAccounts implements KeptData {

    private final JdbcClient sql;

    KeptAccounts(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "account";
    }

    @Override
    public Set<String> erases() {
        return Set.of("identity.account", "identity.usual_deputy");
    }

    @Override
    public int erase(Instant before, int most) {
        var gone = 0;
        gone += sql.sql("""
                        delete from identity.account where ctid in (
                            select t.ctid from identity.account t join organization.person_card p on p.id = t.person
                            where p.left_on < cast(:before as date) limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        gone += sql.sql("""
                        delete from identity.usual_deputy where ctid in (
                            select t.ctid from identity.usual_deputy t join organization.person_card p on p.id = t.person
                            where p.left_on < cast(:before as date) limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        return gone;
    }

    @Override
    public List<OwnTable> of(PersonId person) {
        return List.of(OwnTable.read("account", sql.sql("""
                        select case when closed then 'CLOSED' else 'OPEN' end as state, changed_at as at
                        from identity.account where person = :person
                        """).param("person", person.value())));
    }
}
