package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.promise.Grade;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the room of problems needs of concerns: which of them somebody may lay together, and where they come from. */
@Component
public class GatheringConcerns {

    /**
     * @param unit that leads on it; the one that it is about while none does
     * @param closed a report of wrongdoing, or one that names somebody: those who may see the others do not see it
     */
    public record Gathered(
            long id, ConcernNumber number, UnitId unit, String matter, Grade grade, Instant filedAt, boolean closed) {}

    private static final int MOST_LIKE = 5;

    private static final String GATHERED = """
            select c.id, c.number, coalesce(c.lead_unit, c.unit) as unit, c.matter, c.grade, c.filed_at,
                   c.restricted or exists (select 1 from concern.named n where n.concern = c.id and n.live) as closed
            from\s""";

    private final ConfidentialReporters reporters;
    private final ConcernLists lists;
    private final JdbcClient database;

    GatheringConcerns(ConfidentialReporters reporters, ConcernLists lists, JdbcClient database) {
        this.reporters = reporters;
        this.lists = lists;
        this.database = database;
    }

    /** One that the actor may see and did not raise himself; to him the others are not there. */
    public Optional<Gathered> find(ConcernNumber number, Actor actor) {
        return database.sql(GATHERED + Scope.VISIBLE + " where c.number = :number and " + Scope.OF_OTHERS)
                .params(reporters.scope(actor))
                .param("number", number.toString())
                .query((row, _) -> gathered(row))
                .optional();
    }

    /** For the installation's own tasks, whoever may see them. */
    public List<Gathered> all(Collection<Long> ids) {
        return database.sql(GATHERED + "concern.concern c where c.id = any (:ids) order by c.id")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, _) -> gathered(row))
                .list();
    }

    /** Their lines, in this order, as far as the actor may see them; written down as read where they are protected. */
    @Transactional
    public List<ConcernRow> shown(List<Long> ids, Actor actor) {
        return lists.among(ids, Door.LIST, actor);
    }

    /**
     * Others of the same matters that came in after that moment from this unit or below it, the newest first.
     *
     * @param ids as many of them as the actor sees
     */
    public List<Long> like(Collection<Long> ids, UnitId unit, Instant after, Actor actor) {
        return database.sql("select c.id from " + Scope.VISIBLE + " where " + Scope.OF_OTHERS + """
                         and c.filed_at > :after and not c.id = any (:ids)
                        and c.matter in (select k.matter from concern.concern k where k.id = any (:ids))
                        and coalesce(c.lead_unit, c.unit) in (
                            select l.unit from organization.unit_line l where l.above = :unit)
                        order by c.filed_at desc, c.id desc limit :most
                        """)
                .params(reporters.scope(actor))
                .param("ids", ids.toArray(Long[]::new))
                .param("unit", unit.value())
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("most", MOST_LIKE)
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    private static Gathered gathered(ResultSet row) throws SQLException {
        return new Gathered(
                row.getLong("id"),
                ConcernNumber.parse(row.getString("number")).orElseThrow(),
                new UnitId(row.getLong("unit")),
                row.getString("matter"),
                Grade.valueOf(row.getString("grade")),
                row.getTimestamp("filed_at").toInstant(),
                row.getBoolean("closed"));
    }
}
