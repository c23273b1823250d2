package cn.lianxin.verdict;

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

/** What was said with a verdict; the verdict itself stays. */
@Component
class KeptWords implements KeptData {

    private final JdbcClient sql;
    private final Aliases aliases;

    KeptWords(JdbcClient sql, Aliases aliases) {
        this.sql = sql;
        this.aliases = aliases;
    }

    @Override
    public String kind() {
        return "concern";
    }

    @Override
    public Set<String> erases() {
        return Set.of("verdict.verdict");
    }

    @Override
    public int erase(Instant before, int most) {
        return sql.sql("""
                        update verdict.verdict set word = '' where ctid in (
                            select v.ctid from verdict.verdict v where v.word <> '' and v.concern in (select f.concern from concern.closed_file f where f.over_since < :before) limit :most)
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    @Override
    public List<OwnTable> of(PersonId person) {
        return List.of(OwnTable.read(
                "verdicts", sql.sql("""
                        select a.number, v.given_at as at, v.solved, v.satisfied, v.word as words
                        from verdict.verdict v join verdict.answer a on a.concern = v.concern and a.answer = v.answer
                        where a.speaker in (:person, :alias) order by v.given_at
                        """).param("person", person.value()).param("alias", aliases.of(person))));
    }
}
