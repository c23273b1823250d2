package cn.lianxin.privacy;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.retention.KeptData;
import cn.lianxin.platform.retention.OwnTable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has read the statement, until some time after he has left. */
@Component
class KeptConfirmations implements KeptData {

    private final JdbcClient sql;

    KeptConfirmations(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "account";
    }

    @Override
    public Set<String> erases() {
        return Set.of("privacy.confirmation", "privacy.request");
    }

    @Override
    public int erase(Instant before, int most) {
        var gone = 0;
        gone += sql.sql("""
                        delete from privacy.confirmation where ctid in (
                            select t.ctid from privacy.confirmation t join organization.person_card p on p.id = t.person
                            where p.left_on < cast(:before as date) limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        gone += sql.sql("""
                        delete from privacy.request where ctid in (
                            select t.ctid from privacy.request t join organization.person_card p on p.id = t.person
                            where p.left_on < cast(:before as date) limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        return gone;
    }

    @Override
    public List<OwnTable> of(PersonId person) {
        return List.of(
                OwnTable.read("statements", sql.sql("""
                        select version, confirmed_at as at from privacy.confirmation where person = :person order by version
                        """).param("person", person.value())),
                OwnTable.read("corrections", sql.sql("""
                        select kind, words, asked_at as at, due_on as until_day, answer as reason
                        from privacy.request where person = :person order by id
                        """).param("person", person.value())));
    }
}
