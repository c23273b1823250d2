package cn.lianxin.spotcheck;

import cn.lianxin.concern.JudgedAnswer;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.verdict.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of calls: drawn, tried, recorded. */
@Component
class Calls {

    /** What was recorded, and of which answer. */
    record Recorded(JudgedAnswer answer, UnitId unit, Said said, Instant at) {}

    private static final String SELECT = """
            select d.period, d.place, c.concern, c.answer, c.number, c.unit, c.life_safety,
                (select count(*) from spotcheck.attempt a where a.period = d.period and a.place = d.place) as attempts
            from spotcheck.drawn d join spotcheck.candidate c using (concern, answer)
            """;

    private final JdbcClient database;

    Calls(JdbcClient database) {
        this.database = database;
    }

    /** Life and limb first, then in the order of the draw. */
    List<Call> open() {
        return database.sql(SELECT + " where d.state = 'OPEN' order by not c.life_safety, d.period, d.place")
                .query((row, _) -> call(row))
                .list();
    }

    Optional<Call> findOpen(long period, int place) {
        return database.sql(
                        SELECT + " where d.state = 'OPEN' and d.period = :period and d.place = :place for update of d")
                .param("period", period)
                .param("place", place)
                .query((row, _) -> call(row))
                .optional();
    }

    long openIn(long period) {
        return database.sql("select count(*) from spotcheck.drawn where period = :period and state = 'OPEN'")
                .param("period", period)
                .query(Long.class)
                .single();
    }

    /** False where he was tried on that day already. */
    boolean tried(Call call, LocalDate day, PersonId caller, Instant at) {
        return database.sql("""
                        insert into spotcheck.attempt (period, place, day, person, at)
                        values (:period, :place, :day, :person, :at)
                        on conflict do nothing
                        """)
                        .param("period", call.period())
                        .param("place", call.place())
                        .param("day", day)
                        .param("person", caller.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void unreached(Call call) {
        database.sql("update spotcheck.drawn set state = 'UNREACHED' where period = :period and place = :place")
                .param("period", call.period())
                .param("place", call.place())
                .update();
    }

    void giveUp(long period) {
        database.sql("update spotcheck.drawn set state = 'UNREACHED' where period = :period and state = 'OPEN'")
                .param("period", period)
                .update();
    }

    void record(Call call, Said said, PersonId caller, Instant at) {
        database.sql("""
                update spotcheck.drawn
                set state = 'RECORDED', solved = :solved, satisfied = :satisfied, pressed = :pressed, word = :word,
                    caller = :caller, called_at = :at
                where period = :period and place = :place
                """)
                .param("solved", said.solved().name())
                .param("satisfied", said.satisfied().name())
                .param("pressed", said.pressed().name())
                .param("word", said.word())
                .param("caller", caller.value())
                .param("at", Timestamp.from(at))
                .param("period", call.period())
                .param("place", call.place())
                .update();
    }

    List<Recorded> recordedIn(long period) {
        return recorded("d.period = :key", period);
    }

    List<Recorded> recordedOf(String number) {
        return recorded("c.number = :key", number);
    }

    private List<Recorded> recorded(String condition, Object key) {
        return database.sql("""
                select c.concern, c.answer, c.unit, d.solved, d.satisfied, d.pressed, d.word, d.called_at
                from spotcheck.drawn d join spotcheck.candidate c using (concern, answer)
                where d.state = 'RECORDED' and %s
                order by d.called_at
                """.formatted(condition))
                .param("key", key)
                .query((row, _) -> new Recorded(
                        new JudgedAnswer(row.getLong("concern"), row.getInt("answer")),
                        new UnitId(row.getLong("unit")),
                        new Said(
                                Verdict.Solved.valueOf(row.getString("solved")),
                                Verdict.Satisfied.valueOf(row.getString("satisfied")),
                                Said.Pressed.valueOf(row.getString("pressed")),
                                row.getString("word")),
                        row.getTimestamp("called_at").toInstant()))
                .list();
    }

    private static Call call(ResultSet row) throws SQLException {
        return new Call(
                row.getLong("period"),
                row.getInt("place"),
                new JudgedAnswer(row.getLong("concern"), row.getInt("answer")),
                row.getString("number"),
                new UnitId(row.getLong("unit")),
                row.getBoolean("life_safety"),
                row.getInt("attempts"));
    }
}
