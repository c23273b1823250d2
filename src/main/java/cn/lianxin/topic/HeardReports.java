package cn.lianxin.topic;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the concern room publishes to be heard, with the mine and the district from which it comes. */
@Component
class HeardReports {

    record Heard(long id, long mine, Report report) {}

    private static final String UNSORTED = "M6";

    private final JdbcClient database;

    HeardReports(JdbcClient database) {
        this.database = database;
    }

    /** In the order in which they were filed; what belongs to no mine is not heard. */
    List<Heard> since(Instant from) {
        return database.sql("""
                select h.id, h.unit, u.parent, h.matter, h.filed_at, h.title, h.words, m.id as mine
                from concern.heard_case h
                join organization.unit_card u on u.id = h.unit
                join organization.unit_line l on l.unit = h.unit
                join organization.unit_card m on m.id = l.above and m.kind = 'MINE'
                where h.filed_at >= :from
                order by h.filed_at, h.id
                """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query((row, _) -> {
                    var matter = row.getString("matter");
                    return new Heard(
                            row.getLong("id"),
                            row.getLong("mine"),
                            new Report(
                                    row.getString("id"),
                                    row.getString("unit"),
                                    row.getString("parent") == null ? "" : row.getString("parent"),
                                    matter.equals(UNSORTED) ? "" : matter,
                                    row.getTimestamp("filed_at").toInstant(),
                                    row.getString("title"),
                                    row.getString("words")));
                })
                .list();
    }
}
