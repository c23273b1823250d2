package cn.lianxin.precedent;

import cn.lianxin.platform.retention.KeptData;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said of like cases: that it was the same or not stays as long as the course, and no word longer than the case. */
@Component
class KeptWords implements KeptData {

    private final JdbcClient database;

    KeptWords(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "concern";
    }

    @Override
    public Set<String> erases() {
        return Set.of("precedent.answer", "precedent.look", "precedent.shown");
    }

    @Override
    public int erase(Instant before, int most) {
        database.sql("select set_config('precedent.letting_go', 'on', true)")
                .query((row, _) -> row.getString(1))
                .single();
        return over("""
                        update precedent.answer set because = '' where id in (
                            select a.id from precedent.answer a
                            join concern.closed_file f on f.concern = a.concern
                            where a.because <> '' and f.over_since < :before limit :most)
                        """, before, most) + over("""
                        update precedent.look set reason = '' where id in (
                            select l.id from precedent.look l
                            join concern.closed_file f on f.concern = l.overturned
                            where l.reason <> '' and f.over_since < :before limit :most)
                        """, before, most) + over("""
                        delete from precedent.shown where (concern, like_concern, person) in (
                            select s.concern, s.like_concern, s.person from precedent.shown s
                            join concern.closed_file f on f.concern = s.concern
                            where f.over_since < :before limit :most)
                        """, before, most);
    }

    private int over(String statement, Instant before, int most) {
        return database.sql(statement)
                .param("before", Answers.time(before))
                .param("most", most)
                .update();
    }
}
