package cn.lianxin.verdict;

import cn.lianxin.concern.JudgedAnswer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of verdicts, one for each answer of a concern. */
@Component
class Verdicts {

    private final JdbcClient database;

    Verdicts(JdbcClient database) {
        this.database = database;
    }

    Optional<Verdict> find(JudgedAnswer answer) {
        return database.sql("""
                select solved, satisfied, word from verdict.verdict where concern = :concern and answer = :answer
                """)
                .param("concern", answer.concern())
                .param("answer", answer.ordinal())
                .query((row, _) -> new Verdict(
                        Verdict.Solved.valueOf(row.getString("solved")),
                        Verdict.Satisfied.valueOf(row.getString("satisfied")),
                        row.getString("word")))
                .optional();
    }

    Optional<Instant> givenAt(JudgedAnswer answer) {
        return database.sql("select given_at from verdict.verdict where concern = :concern and answer = :answer")
                .param("concern", answer.concern())
                .param("answer", answer.ordinal())
                .query((row, _) -> row.getTimestamp("given_at").toInstant())
                .optional();
    }

    /** The moment of the first verdict stays, so that nobody can tell from it whether it was changed. */
    void put(JudgedAnswer answer, Verdict verdict, Instant at) {
        database.sql("""
                insert into verdict.verdict (concern, answer, solved, satisfied, word, given_at)
                values (:concern, :answer, :solved, :satisfied, :word, :at)
                on conflict (concern, answer) do update
                set solved = excluded.solved, satisfied = excluded.satisfied, word = excluded.word
                """)
                .param("concern", answer.concern())
                .param("answer", answer.ordinal())
                .param("solved", verdict.solved().name())
                .param("satisfied", verdict.satisfied().name())
                .param("word", verdict.word())
                .param("at", Timestamp.from(at))
                .update();
    }
}
