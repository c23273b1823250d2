package cn.lianxin.sealed;

import cn.lianxin.platform.retention.KeptData;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sealed reports: what nobody but their recipients can read goes as well. */
@Component
class KeptReports implements KeptData {

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;

    KeptReports(JdbcClient sql, ApplicationEventPublisher events) {
        this.sql = sql;
        this.events = events;
    }

    @Override
    public String kind() {
        return "sealed";
    }

    @Override
    public Set<String> erases() {
        return Set.of(
                "sealed.report",
                "sealed.recipient",
                "sealed.guardian",
                "sealed.step",
                "sealed.envelope",
                "sealed.content_key");
    }

    @Override
    public int erase(Instant before, int most) {
        var reports = sql.sql("select id from sealed.report where filed_at < :before order by id limit :most")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> row.getLong("id"))
                .list()
                .toArray(Long[]::new);
        if (reports.length == 0) {
            return 0;
        }
        var envelopes = sql.sql("""
                        select envelope as id from sealed.report where id = any (:reports)
                        union select envelope from sealed.step where report = any (:reports) and envelope is not null
                        """)
                .param("reports", reports)
                .query((row, _) -> row.getLong("id"))
                .list()
                .toArray(Long[]::new);
        for (var table : List.of("sealed.step", "sealed.recipient", "sealed.guardian")) {
            sql.sql("delete from " + table + " where report = any (:reports)")
                    .param("reports", reports)
                    .update();
        }
        sql.sql("delete from sealed.report where id = any (:reports)")
                .param("reports", reports)
                .update();
        sql.sql("delete from sealed.content_key where envelope = any (:envelopes)")
                .param("envelopes", envelopes)
                .update();
        sql.sql("delete from sealed.envelope where id = any (:envelopes)")
                .param("envelopes", envelopes)
                .update();
        events.publishEvent(new SealedErased(List.of(reports)));
        return reports.length;
    }
}
