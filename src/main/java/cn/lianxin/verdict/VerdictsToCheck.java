package cn.lianxin.verdict;

import cn.lianxin.concern.JudgedAnswer;
import cn.lianxin.kernel.UnitId;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the room of spot checks learns of answers and verdicts. Reports of wrongdoing are in none of it; whom to ask because
 * of a batch is drawn here, so that nobody outside knows who of them said what.
 */
@Component
public class VerdictsToCheck {

    /** Those to be asked together because of one batch. */
    public record Group(long batch, List<CheckedAnswer> asked) {
        public Group {
            asked = List.copyOf(asked);
        }
    }

    private static final String COLUMNS = """
            select a.concern, a.answer, a.number, a.unit, a.speaker is not null and not a.in_confidence as callable,
                a.answered_at
            from verdict.answer a
            """;

    private final JdbcClient database;
    private final Batches batches;
    private final Verdicts verdicts;
    private final SecureRandom dice = new SecureRandom();

    VerdictsToCheck(JdbcClient database, Batches batches, Verdicts verdicts) {
        this.database = database;
        this.batches = batches;
        this.verdicts = verdicts;
    }

    /** All answers given from one moment until before another, whether judged or not. */
    public List<CheckedAnswer> answered(Instant from, Instant until) {
        return database.sql(COLUMNS + """
                 where a.counts and a.answered_at >= :from and a.answered_at < :until
                order by a.concern, a.answer
                """)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query((row, _) -> answer(row))
                .list();
    }

    /** One group for each batch that came out after this one and holds somebody whose concern was not solved. */
    @Transactional(readOnly = true)
    public List<Group> groupsAfter(long batch) {
        return batches.releasedAfter(batch).entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey(),
                        entry.getValue().toCheck(dice).stream()
                                .map(ripe -> answer(ripe.answer()))
                                .toList()))
                .toList();
    }

    /** To be laid beside what others wrote down; for the worker himself and for whoever is done with his own finding. */
    public Optional<Verdict> of(JudgedAnswer answer) {
        return verdicts.find(answer);
    }

    private CheckedAnswer answer(JudgedAnswer answer) {
        return database.sql(COLUMNS + " where a.concern = :concern and a.answer = :answer")
                .param("concern", answer.concern())
                .param("answer", answer.ordinal())
                .query((row, _) -> answer(row))
                .single();
    }

    private static CheckedAnswer answer(ResultSet row) throws SQLException {
        return new CheckedAnswer(
                new JudgedAnswer(row.getLong("concern"), row.getInt("answer")),
                row.getString("number"),
                new UnitId(row.getLong("unit")),
                row.getBoolean("callable"),
                row.getTimestamp("answered_at").toInstant());
    }
}
