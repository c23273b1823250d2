package cn.lianxin.report;

import cn.lianxin.kernel.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what the people of a unit raised, by area and by the part of the unit that is responsible. */
@Component
class Tallies {

    private static final int MOST_LATE = 10;

    private static final String OF_THE_UNIT = """
            from concern.tally t
            join organization.unit_line own on own.unit = t.unit and own.above = :root
            left join (
                select l.unit, l.above
                from organization.unit_line l
                join organization.unit_card u on u.id = l.above
                where u.parent = :root) place on place.unit = t.responsible
            left join organization.unit_line within on within.unit = t.responsible and within.above = :root
            where t.filed_at < :until
            """;

    /** Within the period; what waits is what waited when it ended. */
    private static final String COUNTED = """
            select t.area, coalesce(place.above, within.above, 0) as part,
                count(*) filter (where t.filed_at >= :from) as received,
                count(*) filter (where t.accepted_at >= :from and t.accepted_at < :until) as accepted,
                count(*) filter (where t.answered_at >= :from and t.answered_at < :until) as answered,
                count(*) filter (where t.answered_at >= :from and t.answered_at < :until
                    and t.answered_at > t.due_at) as answered_late,
                count(*) filter (where coalesce(t.answered_at, 'infinity') >= :until
                    and coalesce(t.over_at, 'infinity') >= :until) as waiting,
                count(*) filter (where coalesce(t.answered_at, 'infinity') >= :until
                    and coalesce(t.over_at, 'infinity') >= :until and t.due_at < :until) as waiting_late,
                count(*) filter (where t.raised_again_at >= :from and t.raised_again_at < :until) as raised_again,
                count(*) filter (where t.concluded_at >= :from and t.concluded_at < :until) as concluded,
                count(*) filter (where t.assigned_at >= :from and t.assigned_at < :until) as assigned,
                count(*) filter (where t.handed_back_at >= :from and t.handed_back_at < :until) as handed_back,
                count(*) filter (where t.extended_at >= :from and t.extended_at < :until) as extended,
                count(*) filter (where t.escalated_at >= :from and t.escalated_at < :until) as escalated,
                count(*) filter (where t.review_asked_at >= :from and t.review_asked_at < :until) as review_asked,
                count(*) filter (where t.kind = 'SUGGESTION' and t.filed_at >= :from) as suggestions,
                count(*) filter (where t.kind = 'SUGGESTION' and t.outcome = 'SUPPORT'
                    and t.answered_at >= :from and t.answered_at < :until) as adopted,
                count(*) filter (where t.kind = 'SUGGESTION' and t.outcome = 'EXPLAIN'
                    and t.answered_at >= :from and t.answered_at < :until) as explained,
                count(*) filter (where t.kind = 'SUGGESTION' and t.outcome = 'NOT_SUPPORT'
                    and t.answered_at >= :from and t.answered_at < :until) as not_adopted
            """;

    private final JdbcClient database;

    Tallies(JdbcClient database) {
        this.database = database;
    }

    /** One row for each area and part that had anything; part 0 is whoever is responsible outside of the unit. */
    List<Tally> of(UnitId root, Period period) {
        return about(
                        COUNTED + OF_THE_UNIT
                                + " and (t.changed_at >= :from or not t.over) group by 1, 2 order by 1, 2",
                        root,
                        period)
                .query(Tallies::tally)
                .list();
    }

    /** What waited longest beyond its day when the period ended. */
    List<Contents.LateOne> late(UnitId root, Period period) {
        return about("""
                        select t.number, greatest(1, cast(extract(epoch from :until - t.due_at) / 86400 as int)) as days
                        """ + OF_THE_UNIT + """
                         and t.due_at < :until and coalesce(t.answered_at, 'infinity') >= :until
                         and coalesce(t.over_at, 'infinity') >= :until
                        order by t.due_at, t.number
                        limit :most
                        """, root, period)
                .param("most", MOST_LATE)
                .query((row, _) -> new Contents.LateOne(row.getString("number"), row.getLong("days")))
                .list();
    }

    private JdbcClient.StatementSpec about(String statement, UnitId root, Period period) {
        return database.sql(statement)
                .param("root", root.value())
                .param("from", Timestamp.from(period.begins()))
                .param("until", Timestamp.from(period.ends()));
    }

    private static Tally tally(ResultSet row, int number) throws SQLException {
        return new Tally(
                row.getString("area"),
                row.getLong("part"),
                row.getLong("received"),
                row.getLong("accepted"),
                row.getLong("answered"),
                row.getLong("answered_late"),
                row.getLong("waiting"),
                row.getLong("waiting_late"),
                row.getLong("raised_again"),
                row.getLong("concluded"),
                row.getLong("assigned"),
                row.getLong("handed_back"),
                row.getLong("extended"),
                row.getLong("escalated"),
                row.getLong("review_asked"),
                row.getLong("suggestions"),
                row.getLong("adopted"),
                row.getLong("explained"),
                row.getLong("not_adopted"));
    }
}
