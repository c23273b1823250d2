package cn.lianxin.factor;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.retention.KeptData;
import cn.lianxin.platform.retention.OwnTable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Second factors go with the account. */
@Component
class KeptFactors implements KeptData {

    private final JdbcClient sql;

    KeptFactors(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "account";
    }

    @Override
    public Set<String> erases() {
        return Set.of("factor.authenticator", "factor.recovery_code", "factor.passkey", "factor.enrolment");
    }

    @Override
    public int erase(Instant before, int most) {
        var gone = 0;
        gone += sql.sql("""
                        delete from factor.authenticator where ctid in (
                            select t.ctid from factor.authenticator t join organization.person_card p on p.id = t.person
                            where p.left_on < cast(:before as date) limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        gone += sql.sql("""
                        delete from factor.recovery_code where ctid in (
                            select t.ctid from factor.recovery_code t join organization.person_card p on p.id = t.person
                            where p.left_on < cast(:before as date) limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        gone += sql.sql("""
                        delete from factor.passkey where ctid in (
                            select t.ctid from factor.passkey t join organization.person_card p on p.id = t.person
                            where p.left_on < cast(:before as date) limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        gone += sql.sql("""
                        delete from factor.enrolment where ctid in (
                            select t.ctid from factor.enrolment t join organization.person_card p on p.id = t.person
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
                OwnTable.read("factors", sql.sql("""
                        select since as at from factor.authenticator where person = :person
                        """).param("person", person.value())),
                OwnTable.read("passkeys", sql.sql("""
                        select device, since as at, used_at as seen_at
                        from factor.passkey where person = :person order by since
                        """).param("person", person.value())));
    }
}
