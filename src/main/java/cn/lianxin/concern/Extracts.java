package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.audit.Door;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Concerns for other systems. A report of wrongdoing is in none of them, whoever asks. */
@Component
public class Extracts {

    private static final String NO_WRONGDOING = "not c.restricted and c.grade <> 'U5' and c.kind <> 'REPORT'";

    private static final Set<String> ANSWERED = Set.of("REPLIED", "DECLINED", "REVIEWED", "CONCLUDED");

    private static final String COLUMNS = """
            select c.id, c.number, c.filed_at, c.changed_at, c.reply_by, c.state, c.over, c.matter, c.words, c.place,
                c.channel, unit.code as unit_code, coalesce(lead.name, owner_unit.name) as responsible,
                answer.data as answer, filed.data as filed,
                concern.is_protected(c.reporter_mode, c.restricted) and c.reporter is distinct from :person
                and c.reporter is distinct from :alias as guarded
            """;

    private static final String JOINS = """

            join organization.unit_card unit on unit.id = c.unit
            join organization.unit_card owner_unit on owner_unit.id = c.owner_unit
            left join organization.unit_card lead on lead.id = c.lead_unit
            join concern.step filed on filed.concern = c.id and filed.place = 1
            left join lateral (select s.data from concern.step s
                where s.concern = c.id and s.kind in ('REPLIED', 'RECORDED', 'DECLINED', 'REVIEWED')
                order by s.place desc limit 1) answer on true
            """;

    private final ReadingTrail trail;
    private final ConfidentialReporters reporters;
    private final JdbcClient database;

    Extracts(ReadingTrail trail, ConfidentialReporters reporters, JdbcClient database) {
        this.trail = trail;
        this.reporters = reporters;
        this.database = database;
    }

    /** What this actor may see, the newest first. */
    public List<Extract> visible(ExtractFilter filter, Cursor before, int skip, int limit, Actor actor) {
        var parameters = reporters.scope(actor);
        parameters.put("time", Timestamp.from(before.time()));
        parameters.put("id", before.id());
        parameters.put("skip", skip);
        parameters.put("limit", limit);
        return extracts(Scope.VISIBLE, filter.condition(parameters) + """
                         and (c.filed_at, c.id) < (:time, :id)
                        order by c.filed_at desc, c.id desc
                        limit :limit offset :skip
                        """, parameters);
    }

    /** What these receipts open, in no order. */
    public List<Extract> openedBy(Collection<String> receiptDigests, ExtractFilter filter) {
        var parameters = new HashMap<String, Object>();
        parameters.put("person", 0L);
        parameters.put("alias", Scope.NO_ALIAS);
        parameters.put("digests", receiptDigests.toArray(String[]::new));
        return extracts(
                "concern.concern c",
                filter.condition(parameters)
                        + " and c.id in (select r.concern from concern.receipt r where r.digest = any (:digests))",
                parameters);
    }

    /** Writes down that these of them are handed out. */
    @Transactional
    public List<Extract> handedOut(List<Extract> extracts, Door door, Actor to) {
        trail.listed(
                extracts.stream()
                        .filter(Extract::guarded)
                        .map(extract -> extract.number().toString())
                        .toList(),
                door,
                to);
        return extracts;
    }

    private List<Extract> extracts(String from, String condition, Map<String, Object> parameters) {
        return database.sql(COLUMNS + " from " + from + JOINS + " where " + NO_WRONGDOING + " and " + condition)
                .params(parameters)
                .query((row, _) -> extract(row))
                .list();
    }

    private static Extract extract(ResultSet row) throws SQLException {
        var state = row.getString("state");
        var filed = (ConcernEvent.Filed) ConcernJson.event(row.getString("filed"));
        return new Extract(
                row.getLong("id"),
                ConcernNumber.parse(row.getString("number")).orElseThrow(),
                row.getTimestamp("filed_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getTimestamp("reply_by").toInstant(),
                state,
                row.getBoolean("over"),
                row.getString("matter"),
                row.getString("words"),
                row.getString("place"),
                row.getString("unit_code"),
                Channel.valueOf(row.getString("channel")),
                row.getString("responsible"),
                ANSWERED.contains(state) ? answer(row.getString("answer")) : "",
                filed.attachments(),
                row.getBoolean("guarded"));
    }

    private static String answer(@Nullable String data) {
        if (data == null) {
            return "";
        }
        var event = ConcernJson.event(data);
        if (event instanceof ConcernEvent.Declined declined) {
            return declined.reason() + "\n" + declined.whereToTurn();
        }
        if (event instanceof ConcernEvent.Reviewed reviewed) {
            return reviewed.opinion();
        }
        return event instanceof ConcernEvent.Recorded recorded
                ? recorded.reply().opinion()
                : ((ConcernEvent.Replied) event).reply().opinion();
    }
}
