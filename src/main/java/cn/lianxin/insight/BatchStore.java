package cn.lianxin.insight;

import cn.lianxin.kernel.UnitId;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what was published of verdicts: whole batches, whose sums and differences are whole batches again. */
@Component
class BatchStore {

    /** One batch, in the unit in which it counts and all above it. */
    record Batch(List<Long> units, int rated, int solved, int satisfied) {}

    private final JdbcClient database;

    BatchStore(JdbcClient database) {
        this.database = database;
    }

    List<Batch> publishedIn(Span span, UnitId root) {
        return database.sql("""
                select b.rated, b.solved, b.satisfied, line.units
                from verdict.published_batch b
                join (select l.unit, array_agg(l.above order by l.distance) as units
                      from organization.unit_line l group by l.unit) line on line.unit = b.unit
                where b.released_on between :first and :last and :root = any (line.units)
                """)
                .param("first", span.first())
                .param("last", span.last())
                .param("root", root.value())
                .query((row, _) -> new Batch(
                        Arrays.asList((Long[]) row.getArray("units").getArray()),
                        row.getInt("rated"),
                        row.getInt("solved"),
                        row.getInt("satisfied")))
                .list();
    }
}
