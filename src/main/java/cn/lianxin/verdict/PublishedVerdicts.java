package cn.lianxin.verdict;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.web.Screen;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The published verdicts of a unit by its parts, over a year. Batches share no verdict, so that whoever adds or subtracts
 * these numbers arrives at whole batches, of five or more.
 */
@Component
public class PublishedVerdicts {

    static final int WEEKS = 52;

    private final JdbcClient database;
    private final Clock clock;

    PublishedVerdicts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The unit itself with what was rolled up to it, and each part with all below it; parts that never answered left out. */
    public List<UnitVerdicts> byPart(UnitId root) {
        return database.sql("""
                with place as (
                    select l.unit, coalesce(part.above, :root) as part
                    from organization.unit_line l
                    left join (
                        select p.unit, p.above
                        from organization.unit_line p
                        join organization.unit_card u on u.id = p.above
                        where u.parent = :root) part on part.unit = l.unit
                    where l.above = :root
                ), published as (
                    select place.part, sum(b.rated) as rated, sum(b.solved) as solved, sum(b.partly) as partly,
                           sum(b.not_solved) as not_solved, sum(b.satisfied) as satisfied, sum(b.fairly) as fairly,
                           sum(b.not_satisfied) as not_satisfied, max(b.released_on) as last
                    from verdict.batch b join place using (unit)
                    where b.released_on > :from and b.released_on <= :until
                    group by place.part
                ), answered as (
                    select place.part, count(*) as answers
                    from verdict.answer a join place on place.unit = a.counts_for
                    where a.counts and not a.apart
                      and not exists (select 1 from verdict.answer b
                          where b.case_of = a.case_of and b.counts_for = a.counts_for and b.concern < a.concern)
                      and a.answered_at between :answeredFrom and :answeredUntil
                    group by place.part
                )
                select part, coalesce(answers, 0) as answers, coalesce(rated, 0) as rated, coalesce(solved, 0) as solved,
                       coalesce(partly, 0) as partly, coalesce(not_solved, 0) as not_solved,
                       coalesce(satisfied, 0) as satisfied, coalesce(fairly, 0) as fairly,
                       coalesce(not_satisfied, 0) as not_satisfied, last
                from answered full join published using (part)
                order by part
                """)
                .param("root", root.value())
                .param("from", released(WEEKS))
                .param("until", released(0))
                .param("answeredFrom", Timestamp.from(couldBeJudgedBy(released(WEEKS))))
                .param("answeredUntil", Timestamp.from(couldBeJudgedBy(released(0))))
                .query((row, _) -> new UnitVerdicts(
                        new UnitId(row.getLong("part")),
                        row.getInt("answers"),
                        row.getInt("rated"),
                        row.getInt("solved"),
                        row.getInt("partly"),
                        row.getInt("not_solved"),
                        row.getInt("satisfied"),
                        row.getInt("fairly"),
                        row.getInt("not_satisfied"),
                        Optional.ofNullable(row.getObject("last", LocalDate.class))))
                .list();
    }

    /** When verdicts on answers of before this moment were final: a worker has thirty days, and thirty to think again. */
    private static Instant couldBeJudgedBy(LocalDate monday) {
        return monday.atStartOfDay(Screen.ZONE).toInstant().minus(GivingVerdicts.CHANGEABLE.multipliedBy(2));
    }

    private LocalDate released(int weeksAgo) {
        return LocalDate.ofInstant(clock.instant(), Screen.ZONE)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(weeksAgo);
    }
}
