package cn.lianxin.verdict;

import cn.lianxin.concern.JudgedAnswer;
import cn.lianxin.kernel.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of what was published of verdicts, and of what waits for it. */
@Component
class Batches {

    private final JdbcClient database;

    Batches(JdbcClient database) {
        this.database = database;
    }

    /** Verdicts given up to this moment and not published, unit by unit. */
    List<Ripe> ripe(Instant givenUntil) {
        return database.sql("""
                select a.concern, a.answer, a.waits_at, a.withheld, a.waits_at <> a.unit as from_below, v.solved, v.satisfied
                from verdict.answer a
                join verdict.verdict v on v.concern = a.concern and v.answer = a.answer
                where a.batch is null and a.counts and v.given_at <= :until
                order by a.waits_at, a.concern, a.answer
                """)
                .param("until", Timestamp.from(givenUntil))
                .query((row, _) -> ripe(row))
                .list();
    }

    /** Batches that came out after this one, in their order, by their keys. */
    SequencedMap<Long, Batch> releasedAfter(long batch) {
        var keys = new LinkedHashMap<Long, UnitId>();
        database.sql("select id, unit from verdict.batch where id > :batch order by id")
                .param("batch", batch)
                .query(row -> {
                    keys.put(row.getLong("id"), new UnitId(row.getLong("unit")));
                });
        var batches = new LinkedHashMap<Long, Batch>();
        keys.forEach((id, unit) -> {
            var verdicts = verdictsOf(id);
            if (verdicts.size() >= Batch.FEWEST) {
                batches.put(id, new Batch(unit, verdicts));
            }
        });
        return batches;
    }

    private List<Ripe> verdictsOf(long batch) {
        return database.sql("""
                select a.concern, a.answer, a.waits_at, a.withheld, a.waits_at <> a.unit as from_below, v.solved, v.satisfied
                from verdict.answer a
                join verdict.verdict v on v.concern = a.concern and v.answer = a.answer
                where a.batch = :batch
                order by a.concern, a.answer
                """)
                .param("batch", batch)
                .query((row, _) -> ripe(row))
                .list();
    }

    void release(Batch batch, LocalDate on) {
        var id = database.sql("""
                insert into verdict.batch
                    (unit, rolled_up, released_on, rated, solved, partly, not_solved, satisfied, fairly, not_satisfied)
                values (:unit, :rolledUp, :on, :rated, :solved, :partly, :notSolved, :satisfied, :fairly, :notSatisfied)
                returning id
                """)
                .param("unit", batch.unit().value())
                .param("rolledUp", batch.rolledUp())
                .param("on", on)
                .param("rated", batch.verdicts().size())
                .param("solved", batch.count(Verdict.Solved.SOLVED))
                .param("partly", batch.count(Verdict.Solved.PARTLY))
                .param("notSolved", batch.count(Verdict.Solved.NOT_SOLVED))
                .param("satisfied", batch.count(Verdict.Satisfied.SATISFIED))
                .param("fairly", batch.count(Verdict.Satisfied.FAIRLY))
                .param("notSatisfied", batch.count(Verdict.Satisfied.NOT_SATISFIED))
                .query((row, _) -> row.getLong("id"))
                .single();
        update("batch = " + id, batch.verdicts());
    }

    private static Ripe ripe(ResultSet row) throws SQLException {
        return new Ripe(
                new JudgedAnswer(row.getLong("concern"), row.getInt("answer")),
                new UnitId(row.getLong("waits_at")),
                Verdict.Solved.valueOf(row.getString("solved")),
                Verdict.Satisfied.valueOf(row.getString("satisfied")),
                row.getBoolean("withheld"),
                row.getBoolean("from_below"));
    }

    void withhold(Collection<Ripe> verdicts) {
        update("withheld = true", verdicts);
    }

    /** Moves what waits at this unit to the one above it, where it is new. */
    void rollUp(UnitId from, UnitId above, Instant givenUntil) {
        database.sql("""
                update verdict.answer a set waits_at = :above, withheld = false
                from verdict.verdict v
                where v.concern = a.concern and v.answer = a.answer and v.given_at <= :until
                  and a.waits_at = :from and a.batch is null and a.counts
                """)
                .param("from", from.value())
                .param("above", above.value())
                .param("until", Timestamp.from(givenUntil))
                .update();
    }

    /** The week in which verdicts were published last, or would have been. */
    Optional<LocalDate> lastRelease() {
        return database.sql("select max(week) as week from verdict.release")
                .query((row, _) -> Optional.ofNullable(row.getObject("week", LocalDate.class)))
                .single();
    }

    /** Whether this week's release is ours to make; false if it was made. */
    boolean begin(LocalDate monday) {
        return database.sql("insert into verdict.release (week) values (:monday) on conflict do nothing")
                        .param("monday", monday)
                        .update()
                == 1;
    }

    private void update(String change, Collection<Ripe> verdicts) {
        database.sql("""
                update verdict.answer a set %s
                from unnest(cast(:concerns as bigint[]), cast(:answers as int[])) as chosen (concern, answer)
                where a.concern = chosen.concern and a.answer = chosen.answer
                """.formatted(change))
                .param(
                        "concerns",
                        verdicts.stream().map(ripe -> ripe.answer().concern()).toArray(Long[]::new))
                .param(
                        "answers",
                        verdicts.stream().map(ripe -> ripe.answer().ordinal()).toArray(Integer[]::new))
                .update();
    }
}
