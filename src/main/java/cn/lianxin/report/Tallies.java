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
            select t.concern, t.area, coalesce(place.above, within.above, 0) as part,
                coalesce(t.filed_at >= :from, false) as received,
                coalesce(t.accepted_at >= :from and t.accepted_at < :until, false) as accepted,
                coalesce(t.answered_at >= :from and t.answered_at < :until, false) as answered,
                coalesce(t.answered_at >= :from and t.answered_at < :until
                    and t.answered_at > t.due_at, false) as answered_late,
                coalesce(coalesce(t.answered_at, 'infinity') >= :until
                    and coalesce(t.over_at, 'infinity') >= :until, false) as waiting,
                coalesce(coalesce(t.answered_at, 'infinity') >= :until
                    and coalesce(t.over_at, 'infinity') >= :until and t.due_at < :until, false) as waiting_late,
                coalesce(t.raised_again_at >= :from and t.raised_again_at < :until, false) as raised_again,
                coalesce(t.concluded_at >= :from and t.concluded_at < :until, false) as concluded,
                coalesce(t.assigned_at >= :from and t.assigned_at < :until, false) as assigned,
                coalesce(t.handed_back_at >= :from and t.handed_back_at < :until, false) as handed_back,
                coalesce(t.extended_at >= :from and t.extended_at < :until, false) as extended,
                coalesce(t.escalated_at >= :from and t.escalated_at < :until, false) as escalated,
                coalesce(t.review_asked_at >= :from and t.review_asked_at < :until, false) as review_asked,
                coalesce(t.kind = 'SUGGESTION' and t.filed_at >= :from, false) as suggested,
                coalesce(t.kind = 'SUGGESTION' and t.outcome = 'SUPPORT'
                    and t.answered_at >= :from and t.answered_at < :until, false) as adopted,
                coalesce(t.kind = 'SUGGESTION' and t.outcome = 'EXPLAIN'
                    and t.answered_at >= :from and t.answered_at < :until, false) as explained,
                coalesce(t.kind = 'SUGGESTION' and t.outcome = 'NOT_SUPPORT'
                    and t.answered_at >= :from and t.answered_at < :until, false) as not_adopted
            """;

    private final JdbcClient database;

    Tallies(JdbcClient database) {
        this.database = database;
    }

    /** One for each concern of which anything fell into the period. */
    List<Tally> of(UnitId root, Period period) {
        return about(COUNTED + OF_THE_UNIT + " and (t.changed_at >= :from or not t.over)", root, period)
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
                row.getLong("concern"),
                row.getString("area"),
                row.getLong("part"),
                row.getBoolean("received"),
                row.getBoolean("accepted"),
                row.getBoolean("answered"),
                row.getBoolean("answered_late"),
                row.getBoolean("waiting"),
                row.getBoolean("waiting_late"),
                row.getBoolean("raised_again"),
                row.getBoolean("concluded"),
                row.getBoolean("assigned"),
                row.getBoolean("handed_back"),
                row.getBoolean("extended"),
                row.getBoolean("escalated"),
                row.getBoolean("review_asked"),
                row.getBoolean("suggested"),
                row.getBoolean("adopted"),
                row.getBoolean("explained"),
                row.getBoolean("not_adopted"));
    }
}
