package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Figures of a unit by its parts. They count what the actor may see and did not raise himself, so that each can be
 * traced to its rows by {@link ConcernLists#behind}.
 */
@Component
public class ConcernFigures {

    /** What waits for an answer with the people of this part. */
    public record Load(UnitId part, long open, long late, long soon) {}

    /**
     * What was filed in one week.
     *
     * @param monday its first day
     * @param late of these, what waits now and is late
     */
    public record Week(UnitId part, LocalDate monday, int filed, int late) {}

    /** How long people of this part took to their first reply, over the last ninety days. */
    public record Replies(UnitId part, long replies, double medianDays) {}

    /** How often units of this part said that something is not their matter. */
    public record HandBacks(UnitId part, long times) {}

    /** A matter of which clearly more is heard than before; both spans are 28 days. */
    public record Rise(String matter, long recent, long before) {}

    private static final int SPAN_IN_DAYS = 28;
    /** Fewer than five could be recognized. */
    private static final int FEWEST = 5;

    private final JdbcClient database;
    private final Horizon horizon;

    ConcernFigures(JdbcClient database, Horizon horizon) {
        this.database = database;
        this.horizon = horizon;
    }

    /** Open work by the unit that owns it now; parts without any are left out. */
    public List<Load> load(UnitId root, Actor actor) {
        return database.sql(from("owner_unit", """
                        select place.part, count(*) as open, count(*) filter (where c.reply_by < :now) as late,
                               count(*) filter (where c.reply_by >= :now and c.reply_by < :soon) as soon
                        """) + " and " + ConcernQueue.WAITING + " group by place.part")
                .params(parameters(root, actor))
                .query((row, _) -> new Load(
                        new UnitId(row.getLong("part")), row.getLong("open"), row.getLong("late"), row.getLong("soon")))
                .list();
    }

    /** Filings by the unit whose people raised them, from this Monday on; weeks without any are left out. */
    public List<Week> raised(UnitId root, LocalDate firstMonday, Actor actor) {
        return weeks("unit", root, firstMonday, actor);
    }

    /** Filings by the unit that leads on them, from this Monday on; weeks without any are left out. */
    public List<Week> led(UnitId root, LocalDate firstMonday, Actor actor) {
        return weeks("lead_unit", root, firstMonday, actor);
    }

    private List<Week> weeks(String unit, UnitId root, LocalDate firstMonday, Actor actor) {
        var parameters = parameters(root, actor);
        parameters.put("since", Horizon.beginning(firstMonday));
        return database.sql(from(unit, """
                        select place.part,
                               cast(date_trunc('week', c.filed_at at time zone 'Asia/Shanghai') as date) as monday,
                               count(*) as filed,
                               count(*) filter (where not c.over and c.window_ends is null and c.reply_by < :now) as late
                        """) + " and c.filed_at >= :since group by 1, 2")
                .params(parameters)
                .query((row, _) -> new Week(
                        new UnitId(row.getLong("part")),
                        row.getObject("monday", LocalDate.class),
                        row.getInt("filed"),
                        row.getInt("late")))
                .list();
    }

    /** By the unit that leads; parts without a reply are left out. */
    public List<Replies> replies(UnitId root, Actor actor) {
        return database.sql(from("lead_unit", """
                        select place.part, count(*) as replies,
                               percentile_cont(0.5) within group (order by
                                   extract(epoch from""" + ConcernFilter.FIRST_REPLY + " - c.filed_at) / 86400) as days\n")
                        + " and " + ConcernFilter.Due.REPLIED.condition() + " group by place.part")
                .params(parameters(root, actor))
                .query((row, _) ->
                        new Replies(new UnitId(row.getLong("part")), row.getLong("replies"), row.getDouble("days")))
                .list();
    }

    /** By the unit that had it at that moment, over the last ninety days; parts without any are left out. */
    public List<HandBacks> handBacks(UnitId root, Actor actor) {
        return database.sql(Places.PLACE + "select place.part, count(*) as times from " + Scope.VISIBLE + """

                        join concern.step back on back.concern = c.id and back.kind = 'HANDED_BACK'
                            and back.at >= :repliedSince
                        join lateral (select s.data from concern.step s
                            where s.concern = c.id and s.place < back.place and s.kind in ('ASSIGNED', 'ARBITRATED')
                            order by s.place desc limit 1) given on true
                        join place on place.unit = cast(given.data -> 'assignment' -> 'lead' ->> 'value' as bigint)
                        where """ + " "
                        + Scope.OF_OTHERS + " group by place.part")
                .params(parameters(root, actor))
                .query((row, _) -> new HandBacks(new UnitId(row.getLong("part")), row.getLong("times")))
                .list();
    }

    /** First day of the span in which {@link Rise#recent} was filed. */
    public LocalDate risingSince() {
        return horizon.today().minusDays(SPAN_IN_DAYS - 1L);
    }

    /** At most {@code limit} matters, those that rose most first: five or more, and more than chance alone explains. */
    public List<Rise> rising(UnitId root, int limit, Actor actor) {
        var parameters = parameters(root, actor);
        parameters.put("middle", Horizon.beginning(risingSince()));
        parameters.put("since", Horizon.beginning(risingSince().minusDays(SPAN_IN_DAYS)));
        parameters.put("fewest", FEWEST);
        parameters.put("limit", limit);
        // Counts by chance differ by up to twice the root of their sum.
        return database.sql("select matter, recent, before from (" + from("unit", """
                        select c.matter, count(*) filter (where c.filed_at >= :middle) as recent,
                               count(*) filter (where c.filed_at < :middle) as before
                        """)
                        + " and c.filed_at >= :since group by c.matter) heard" + """
                         where recent >= :fewest and recent > before
                           and (recent - before) * (recent - before) >= 4 * (recent + before)
                        order by recent - before desc, matter
                        limit :limit
                        """)
                .params(parameters)
                .query((row, _) -> new Rise(row.getString("matter"), row.getLong("recent"), row.getLong("before")))
                .list();
    }

    private Map<String, Object> parameters(UnitId root, Actor actor) {
        var parameters = horizon.parameters(actor);
        parameters.put("root", root.value());
        return parameters;
    }

    private static String from(String unit, String select) {
        return Places.PLACE + select + " from " + Scope.VISIBLE + " join place on place.unit = c." + unit + " where "
                + Scope.OF_OTHERS;
    }
}
