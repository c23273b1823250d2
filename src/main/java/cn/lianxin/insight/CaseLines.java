package cn.lianxin.insight;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.vault.ActorParameters;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which concerns stand behind a figure, as far as somebody may see them: by the rule of the concern room itself. */
@Component
class CaseLines {

    static final int MOST = 200;

    private final FigureReadings readings;
    private final ActorParameters parameters;
    private final JdbcClient database;

    CaseLines(FigureReadings readings, ActorParameters parameters, JdbcClient database) {
        this.parameters = parameters;
        this.readings = readings;
        this.database = database;
    }

    @Transactional
    public List<CaseLine> among(Collection<Long> concerns, Actor.Member member) {
        var lines = lines(concerns, member);
        readings.record(lines.stream().map(CaseLine::number).toList(), member);
        return lines;
    }

    private List<CaseLine> lines(Collection<Long> concerns, Actor.Member actor) {
        return database.sql("""
                select c.number, c.matter, c.grade, c.filed_at, c.reply_by, c.answered_at, c.split_from is not null as part
                from concern.counted_case c
                where c.id = any (:ids)
                  and c.id in (select v.id from concern.case_seen_by(:person, :alias, :desk, :handle, :lead, :supervise,
                          :absent, :ownDesk, :ownHandle, :ownLead, :ownSupervise) v)
                order by c.filed_at desc, c.id desc
                limit :most
                """)
                .param("ids", concerns.toArray(Long[]::new))
                .params(parameters.of(actor))
                .param("most", MOST)
                .query((row, _) -> new CaseLine(
                        row.getString("number"),
                        row.getString("matter"),
                        row.getString("grade"),
                        row.getTimestamp("filed_at").toInstant(),
                        row.getTimestamp("reply_by").toInstant(),
                        Optional.ofNullable(row.getTimestamp("answered_at")).map(Timestamp::toInstant),
                        row.getBoolean("part")))
                .list();
    }
}
