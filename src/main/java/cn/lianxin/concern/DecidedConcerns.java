package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Page;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.promise.Grade;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decided concerns before whoever decides a like one, as far as he may see them; nothing that he raised himself. */
@Component
public class DecidedConcerns {

    /** Of others; whether it is written down that he reads it. */
    private static final String SEEN = Scope.VISIBLE + " where " + Scope.OF_OTHERS + " and ";

    private static final String GUARDED = "concern.is_protected(c.reporter_mode, c.restricted) as guarded";
    private static final String UNIT =
            "(select u.short_name from organization.unit_card u where u.id = coalesce(c.lead_unit, c.desk_unit)) as unit";

    /** In the words of the index that serves it. */
    private static final String OVERTURNS =
            "(s.kind = 'DECLINATION_SET_ASIDE' or s.kind = 'REVIEWED' and s.data ->> 'outcome' <> 'UPHELD')";

    private record Seen<T>(T one, String number, boolean guarded) {}

    private final ReadingTrail trail;
    private final ConfidentialReporters reporters;
    private final JdbcClient database;

    DecidedConcerns(ReadingTrail trail, ConfidentialReporters reporters, JdbcClient database) {
        this.trail = trail;
        this.reporters = reporters;
        this.database = database;
    }

    /** Of these what was ever answered, in the order in which they were asked for; written down as read where protected. */
    @Transactional
    public List<DecidedConcern> among(Collection<Long> ids, Actor actor) {
        return ids.isEmpty() ? List.of() : shown(decided(ids, actor), Door.PRECEDENT, actor);
    }

    private List<Seen<DecidedConcern>> decided(Collection<Long> ids, Actor actor) {
        return database.sql("""
                        select d.*, answer.kind, answer.at, answer.data -> 'reply' ->> 'outcome' as outcome,
                               answer.data -> 'reply' ->> 'finding' as finding,
                               coalesce(answer.data -> 'reply' ->> 'basis', '') as basis,
                               cast(answer.data -> 'reply' ->> 'amount' as numeric) as yuan,
                               exists (select 1 from concern.step s
                                       where s.concern = d.id and s.place > answer.place and %s) as overturned
                        from (select c.id, c.number, c.title || c.spoken_line as title, %s, c.matter, c.grade, c.filed_at,
                                     c.promised_by, %s,
                                     c.state in ('REPLIED', 'DECLINED', 'REVIEWED', 'CONCLUDED') as stands
                              from %s c.id = any (:ids)) d
                        cross join lateral (
                            select s.place, s.kind, s.at, s.data from concern.step s
                            where s.concern = d.id and s.kind in ('REPLIED', 'RECORDED', 'DECLINED')
                            order by s.place desc limit 1) answer
                        order by array_position(cast(:ids as bigint[]), d.id)
                        """.formatted(OVERTURNS, UNIT, GUARDED, SEEN))
                .params(reporters.scope(actor))
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> new Seen<>(decided(row), row.getString("number"), row.getBoolean("guarded")))
                .list();
    }

    /** The latest first. */
    @Transactional
    public Page<OverturnedConcern> overturned(Optional<Cursor> before, int most, Actor actor) {
        var parameters = reporters.scope(actor);
        var from = before.orElse(Cursor.LAST);
        parameters.put("time", Timestamp.from(from.time()));
        parameters.put("id", from.id());
        var found = overturned(
                OVERTURNS + " and (s.at, s.concern) < (:time, :id) order by s.at desc, s.concern desc limit "
                        + (most + 1),
                parameters);
        return Page.of(shown(found, Door.LIST, actor), most, one -> new Cursor(one.at(), one.id()).toString());
    }

    /** Every time it was; to whoever may not see it there is nothing. */
    @Transactional
    public List<OverturnedConcern> overturned(ConcernNumber number, Actor actor) {
        var parameters = reporters.scope(actor);
        parameters.put("number", number.toString());
        var found = overturned(OVERTURNS + " and c.number = :number order by s.place desc", parameters);
        return shown(found, Door.LIST, actor);
    }

    private List<Seen<OverturnedConcern>> overturned(String condition, Map<String, Object> parameters) {
        return database.sql("select c.id, c.number, c.title || c.spoken_line as title, c.words, s.place, s.at,"
                        + " coalesce(s.data ->> 'outcome', s.kind) as how, " + UNIT + ", " + GUARDED
                        + " from " + Scope.VISIBLE + " join concern.step s on s.concern = c.id where " + Scope.OF_OTHERS
                        + " and " + condition)
                .params(parameters)
                .query((row, _) -> new Seen<>(overturned(row), row.getString("number"), row.getBoolean("guarded")))
                .list();
    }

    private <T> List<T> shown(List<Seen<T>> seen, Door door, Actor actor) {
        var guarded = new ArrayList<String>();
        seen.stream().filter(Seen::guarded).map(Seen::number).forEach(guarded::add);
        trail.listed(guarded, door, actor);
        return seen.stream().map(Seen::one).toList();
    }

    private static DecidedConcern decided(ResultSet row) throws SQLException {
        @Nullable String finding = row.getString("finding");
        var declined = row.getString("kind").equals("DECLINED");
        return new DecidedConcern(
                row.getLong("id"),
                row.getString("number"),
                row.getString("title"),
                row.getString("unit"),
                row.getString("matter"),
                Grade.valueOf(row.getString("grade")),
                declined
                        ? Decision.DECLINED
                        : Decision.of(
                                Reply.Outcome.valueOf(row.getString("outcome")),
                                finding == null ? Reply.Finding.ANSWERED : Reply.Finding.valueOf(finding)),
                row.getString("kind").equals("RECORDED"),
                row.getString("basis"),
                Optional.ofNullable(row.getBigDecimal("yuan")),
                row.getTimestamp("filed_at").toInstant(),
                row.getTimestamp("at").toInstant(),
                List.of((Long[]) row.getArray("promised_by").getArray()),
                row.getBoolean("stands"),
                row.getBoolean("overturned"));
    }

    private static OverturnedConcern overturned(ResultSet row) throws SQLException {
        return new OverturnedConcern(
                row.getLong("id"),
                row.getString("number"),
                row.getString("title"),
                row.getString("unit"),
                row.getInt("place"),
                row.getTimestamp("at").toInstant(),
                row.getString("how"),
                row.getString("title") + "\n" + row.getString("words"));
    }
}
