package cn.lianxin.routing;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.classification.Sample;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What desks have sorted, as the concern room publishes it to be learnt from. */
@Component
class SortedCases {

    /** @param mark differs as soon as there is anything new to learn */
    record Sorted(UnitId desk, long cases, String mark) {}

    private static final int MOST = 10_000;

    private final JdbcClient database;

    SortedCases(JdbcClient database) {
        this.database = database;
    }

    List<Sorted> byDesk() {
        return database.sql("""
                select desk_unit, count(*) as cases, count(*) || ' ' || max(changed_at) as mark
                from concern.sorted_case
                group by desk_unit
                order by desk_unit
                """)
                .query((row, _) ->
                        new Sorted(new UnitId(row.getLong("desk_unit")), row.getLong("cases"), row.getString("mark")))
                .list();
    }

    /** The newest ones, in the order in which they were filed. */
    List<Sample> of(UnitId desk) {
        return database.sql("""
                select s.matter, s.title, s.words
                from (select id, matter, title, words from concern.sorted_case
                      where desk_unit = :desk order by id desc limit :most) s
                order by s.id
                """)
                .param("desk", desk.value())
                .param("most", MOST)
                .query((row, _) -> new Sample(row.getString("matter"), row.getString("title"), row.getString("words")))
                .list();
    }
}
