package cn.lianxin.publicledger;

import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What workers agreed to have told and all may not read, and why. Only of months that are over, and no figure of fewer than five:
 * what is fewer is counted together, and said to be fewer where that is not five either. There is no sum to subtract from.
 */
@Component
class Withheld {

    static final int FEWEST = 5;
    private static final int MONTHS = 12;

    /** @param reason under which key it is said */
    record Line(String reason, int concerns) {}

    /**
     * @param until the first day that is not counted
     * @param published how many of those agreed to may be read; zero where they are fewer than five
     * @param few whether there are more, too few to tell
     * @param covered pictures with boxes by what lies below them, and those without
     */
    record Report(LocalDate from, LocalDate until, int published, List<Line> lines, boolean few, List<Line> covered) {}

    private final JdbcClient database;
    private final Clock clock;

    Withheld(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Report report() {
        var until = LocalDate.ofInstant(clock.instant(), Screen.ZONE).withDayOfMonth(1);
        var from = until.minusMonths(MONTHS);
        var counts = counts(from, until);
        var published = counts.getOrDefault("PUBLISHED", 0);
        counts.remove("PUBLISHED");
        return report(from, until, published, counts, coveredIn(from, until));
    }

    static Report report(
            LocalDate from, LocalDate until, int published, Map<String, Integer> counts, Map<String, Integer> covered) {
        var rest = fewer(counts);
        return new Report(
                from,
                until,
                published >= FEWEST ? published : 0,
                lines(counts),
                rest > 0 && rest < FEWEST,
                lines(covered));
    }

    private static int fewer(Map<String, Integer> counts) {
        return counts.values().stream()
                .filter(count -> count < FEWEST)
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static List<Line> lines(Map<String, Integer> counts) {
        var lines = new ArrayList<Line>();
        for (var count : counts.entrySet()) {
            if (count.getValue() >= FEWEST) {
                lines.add(new Line(count.getKey(), count.getValue()));
            }
        }
        var rest = fewer(counts);
        if (rest >= FEWEST) {
            lines.add(new Line("REST", rest));
        }
        return List.copyOf(lines);
    }

    /** A picture counts once for each thing that is covered on it. */
    private Map<String, Integer> coveredIn(LocalDate from, LocalDate until) {
        var counts = new LinkedHashMap<String, Integer>();
        database.sql("""
                select what, count(*) as pictures
                from (select distinct q.entry, q.place, coalesce(c.what, 'NOBODY') as what
                      from publicledger.shown_picture q
                      join publicledger.shown s on s.number = q.entry
                      left join lateral unnest(q.covers) as c (what) on true
                      where s.public_at >= cast(:from as date) at time zone 'Asia/Shanghai'
                        and s.public_at < cast(:until as date) at time zone 'Asia/Shanghai') covered
                group by what order by count(*) desc, what
                """).param("from", from).param("until", until).query(row -> {
            counts.put(row.getString("what"), row.getInt("pictures"));
        });
        return counts;
    }

    /** Each by what stands against it last. */
    private Map<String, Integer> counts(LocalDate from, LocalDate until) {
        var counts = new LinkedHashMap<String, Integer>();
        database.sql("""
                select why, count(*) as concerns
                from (select case
                          when exists (select 1 from publicledger.shown s where s.concern = c.concern) then 'PUBLISHED'
                          when c.taken_back_at is not null then 'TAKEN_BACK'
                          when exists (select 1 from concern.untold_case u where u.id = c.concern) then 'CASE_CHANGED'
                          when last.state = 'DECLINED' then last.declined
                          when last.rule is not null then 'DOWN_' || last.rule
                          else 'WAITING' end as why
                      from publicledger.consent c
                      left join lateral (
                          select e.state, e.declined, w.rule from publicledger.entry e
                          left join publicledger.withdrawal w on w.entry = e.number
                          where e.concern = c.concern order by e.number desc limit 1) last on true
                      where c.given_at >= cast(:from as date) at time zone 'Asia/Shanghai'
                        and c.given_at < cast(:until as date) at time zone 'Asia/Shanghai') agreed
                group by why order by count(*) desc, why
                """).param("from", from).param("until", until).query(row -> {
            counts.put(row.getString("why"), row.getInt("concerns"));
        });
        return counts;
    }
}
