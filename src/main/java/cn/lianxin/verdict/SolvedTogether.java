package cn.lianxin.verdict;

import cn.lianxin.platform.vault.Aliases;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many of those who raised some concerns say that theirs is solved: one figure for at least five people whose verdicts
 * cannot change any more and are not all alike, as for what is published of a unit. What one of them said, nobody outside learns.
 */
@Component
public class SolvedTogether {

    /**
     * @param concerns that were looked at; withheld where there is no figure, and not to be looked at alone again
     * @param people who judged; nobody where there is no figure
     */
    public record Look(Set<Long> concerns, int people, int solved) {

        public Look {
            concerns = Set.copyOf(concerns);
        }

        public boolean isPublished() {
            return people > 0;
        }
    }

    private record Said(long concern, long speaker, Verdict.Solved solved) {}

    private final Aliases aliases;
    private final JdbcClient database;

    SolvedTogether(Aliases aliases, JdbcClient database) {
        this.aliases = aliases;
        this.database = database;
    }

    /**
     * @param fresh concerns that were never looked at
     * @param withheld those of earlier looks without a figure
     * @param counted those of earlier figures: whoever stands behind one of them counts no second time
     * @param now the beginning of this week
     */
    public Look look(Collection<Long> fresh, Collection<Long> withheld, Collection<Long> counted, Instant now) {
        var until = now.minus(GivingVerdicts.CHANGEABLE);
        var before = speakers(said(counted, until));
        var waiting = said(fresh, until).stream()
                .filter(one -> !before.contains(one.speaker()))
                .toList();
        if (speakers(waiting).size() < Batch.FEWEST) {
            return new Look(Set.of(), 0, 0);
        }
        var all = new HashSet<>(waiting);
        said(withheld, until).stream()
                .filter(one -> !before.contains(one.speaker()))
                .forEach(all::add);
        var worst = worst(all);
        var solved = (int)
                worst.values().stream().filter(Verdict.Solved.SOLVED::equals).count();
        return solved == 0 || solved == worst.size()
                ? new Look(concerns(waiting), 0, 0)
                : new Look(concerns(all), worst.size(), solved);
    }

    /** What each says of the worst of his own. */
    private static Map<Long, Verdict.Solved> worst(Collection<Said> said) {
        return said.stream()
                .collect(Collectors.toMap(
                        Said::speaker,
                        Said::solved,
                        (one, other) -> List.of(one, other).stream()
                                .max(Comparator.naturalOrder())
                                .orElseThrow()));
    }

    private static Set<Long> speakers(Collection<Said> said) {
        return said.stream().map(Said::speaker).collect(Collectors.toSet());
    }

    private static Set<Long> concerns(Collection<Said> said) {
        return said.stream().map(Said::concern).collect(Collectors.toSet());
    }

    /** The last word on each; reports of wrongdoing stand in no figure, nor does whoever left no name. */
    private List<Said> said(Collection<Long> concerns, Instant until) {
        return database.sql("""
                        select distinct on (a.concern) a.concern, a.speaker, v.solved
                        from verdict.answer a
                        join verdict.verdict v on v.concern = a.concern and v.answer = a.answer
                        where a.concern = any (:concerns) and a.counts and a.speaker is not null and v.given_at <= :until
                        order by a.concern, a.answer desc
                        """)
                .param("concerns", concerns.toArray(Long[]::new))
                .param("until", Timestamp.from(until))
                .query((row, _) -> new Said(
                        row.getLong("concern"),
                        aliases.ofKnown(row.getLong("speaker")),
                        Verdict.Solved.valueOf(row.getString("solved"))))
                .list();
    }
}
