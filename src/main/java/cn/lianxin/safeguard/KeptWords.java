package cn.lianxin.safeguard;

import cn.lianxin.platform.retention.KeptData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was written down for whoever spoke, and what an accused replied: that it was done stays, and no word. */
@Component
class KeptWords implements KeptData {

    private final JdbcClient sql;

    KeptWords(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "concern";
    }

    @Override
    public Set<String> erases() {
        return Set.of("safeguard.step", "safeguard.hearing");
    }

    @Override
    public int erase(Instant before, int most) {
        sql.sql("select set_config('safeguard.letting_go', 'on', true)")
                .query((row, _) -> row.getString(1))
                .single();
        return wordless("""
                        update safeguard.step set words = '' where id in (
                            select s.id from safeguard.step s
                            join safeguard.entry e on e.id = s.entry
                            join concern.closed_file f on f.concern = e.concern
                            where s.words <> '' and f.over_since < :before limit :most)
                        """, before, most) + wordless("""
                        update safeguard.hearing set words = '' where id in (
                            select h.id from safeguard.hearing h
                            join concern.closed_file f on f.concern = h.concern
                            where h.words <> '' and f.over_since < :before limit :most)
                        """, before, most);
    }

    private int wordless(String statement, Instant before, int most) {
        return sql.sql(statement)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
