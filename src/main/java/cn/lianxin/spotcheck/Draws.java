package cn.lianxin.spotcheck;

import cn.lianxin.concern.JudgedAnswer;
import cn.lianxin.kernel.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of candidates and of what was drawn of them. */
@Component
class Draws {

    private final JdbcClient database;

    Draws(JdbcClient database) {
        this.database = database;
    }

    void add(long period, Candidate candidate) {
        database.sql("""
                insert into spotcheck.candidate (period, concern, answer, number, unit, week, life_safety, callable)
                values (:period, :concern, :answer, :number, :unit, :week, :lifeSafety, :callable)
                on conflict do nothing
                """)
                .param("period", period)
                .param("concern", candidate.answer().concern())
                .param("answer", candidate.answer().ordinal())
                .param("number", candidate.number())
                .param("unit", candidate.unit().value())
                .param("week", candidate.week())
                .param("lifeSafety", candidate.lifeSafety())
                .param("callable", candidate.callable())
                .update();
    }

    List<Candidate> candidates(long period) {
        return database.sql("""
                select concern, answer, number, unit, week, life_safety, callable
                from spotcheck.candidate where period = :period order by week, number, answer
                """)
                .param("period", period)
                .query((row, _) -> candidate(row))
                .list();
    }

    void add(long period, Drawn drawn, Instant at) {
        database.sql("""
                insert into spotcheck.drawn (period, place, reason, until, concern, answer, replaces, drawn_at)
                values (:period, :place, :reason, :until, :concern, :answer, :replaces, :at)
                """)
                .param("period", period)
                .param("place", drawn.place())
                .param("reason", drawn.reason().name())
                .param("until", drawn.until())
                .param("concern", drawn.candidate().answer().concern())
                .param("answer", drawn.candidate().answer().ordinal())
                .param("replaces", drawn.replaces().orElse(null))
                .param("at", Timestamp.from(at))
                .update();
    }

    List<Drawn> drawn(long period) {
        return database.sql("""
                select d.place, d.reason, d.until, d.replaces, c.concern, c.answer, c.number, c.unit, c.week, c.life_safety, c.callable
                from spotcheck.drawn d join spotcheck.candidate c using (concern, answer)
                where d.period = :period order by d.place
                """)
                .param("period", period)
                .query((row, _) -> new Drawn(
                        row.getInt("place"),
                        Drawn.Reason.valueOf(row.getString("reason")),
                        row.getObject("until", LocalDate.class),
                        candidate(row),
                        Optional.ofNullable(row.getObject("replaces", Integer.class))))
                .list();
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                new JudgedAnswer(row.getLong("concern"), row.getInt("answer")),
                row.getString("number"),
                new UnitId(row.getLong("unit")),
                row.getObject("week", LocalDate.class),
                row.getBoolean("life_safety"),
                row.getBoolean("callable"));
    }
}
