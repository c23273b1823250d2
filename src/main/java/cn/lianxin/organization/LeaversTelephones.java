package cn.lianxin.organization;

import cn.lianxin.platform.retention.KeptData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The telephone of somebody who has left is nobody's business, nor is his sex or age. */
@Component
class LeaversTelephones implements KeptData {

    private final JdbcClient sql;

    LeaversTelephones(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "account";
    }

    @Override
    public Set<String> erases() {
        return Set.of("organization.person");
    }

    @Override
    public int erase(Instant before, int most) {
        return sql.sql("""
                        update organization.person set phone = '', sex = null, birth_year = null where id in (
                            select id from organization.person
                            where left_on < cast(:before as date)
                              and (phone <> '' or sex is not null or birth_year is not null)
                            limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
