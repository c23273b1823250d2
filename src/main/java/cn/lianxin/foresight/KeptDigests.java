package cn.lianxin.foresight;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.retention.KeptData;
import cn.lianxin.platform.retention.OwnTable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nobody who has left gets a digest. */
@Component
class KeptDigests implements KeptData {

    private final JdbcClient database;

    KeptDigests(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "account";
    }

    @Override
    public Set<String> erases() {
        return Set.of("foresight.subscription", "foresight.digest");
    }

    @Override
    public int erase(Instant before, int most) {
        return erase("subscription", before, most) + erase("digest", before, most);
    }

    private int erase(String table, Instant before, int most) {
        return database.sql("""
                        delete from foresight.%1$s where ctid in (
                            select t.ctid from foresight.%1$s t join organization.person_card p on p.id = t.person
                            where p.left_on < cast(:before as date) limit :most)
                        """.formatted(table))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    @Override
    public List<OwnTable> of(PersonId person) {
        return List.of(OwnTable.read(
                "digest",
                database.sql("select s.since as at from foresight.subscription s where s.person = :person")
                        .param("person", person.value())));
    }
}
