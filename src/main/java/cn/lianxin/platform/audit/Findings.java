package cn.lianxin.platform.audit;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What checks have found; it stays. */
@Component
class Findings {

    private final JdbcClient sql;

    Findings(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether it is new. */
    boolean add(Finding finding) {
        return sql.sql("""
                insert into audit.finding (log, place, entry, kind, at) values (:log, :place, :entry, :kind, :at)
                on conflict (log, place, entry, kind) do nothing
                """)
                        .param("log", finding.log().name())
                        .param("place", finding.place())
                        .param("entry", finding.entry())
                        .param("kind", finding.kind().name())
                        .param("at", finding.at().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    List<Finding> newest(int atMost) {
        return sql.sql("""
                select log, place, entry, kind, at from audit.finding order by at desc, log, place, entry limit :atMost
                """)
                .param("atMost", atMost)
                .query((row, _) -> new Finding(
                        Log.valueOf(row.getString("log")),
                        row.getLong("place"),
                        row.getLong("entry"),
                        Finding.Kind.valueOf(row.getString("kind")),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
