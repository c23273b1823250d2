package cn.lianxin.verdict;

import cn.lianxin.concern.JudgedAnswer;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.transparency.PublicLog;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of what was published of verdicts. */
@Component
class Batches {

    private final JdbcClient database;
    private final RipeVerdicts ripe;
    private final PublicLog log;

    Batches(JdbcClient database, RipeVerdicts ripe, PublicLog log) {
        this.database = database;
        this.ripe = ripe;
        this.log = log;
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
            var verdicts = ripe.of(id);
            if (Batch.people(verdicts) >= Batch.FEWEST) {
                batches.put(id, new Batch(unit, verdicts));
            }
        });
        return batches;
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
        log.enter(BatchPublications.KIND, BatchPublications.subject(id));
    }

    void withhold(Collection<Ripe> verdicts) {
        update("withheld = true", verdicts);
    }

    /** Moves these to the unit above theirs, where they are new. */
    void rollUp(Collection<Ripe> verdicts, UnitId above) {
        update("waits_at = " + above.value() + ", withheld = false", verdicts);
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
                .param("concerns", answers(verdicts).map(JudgedAnswer::concern).toArray(Long[]::new))
                .param("answers", answers(verdicts).map(JudgedAnswer::ordinal).toArray(Integer[]::new))
                .update();
    }

    private static Stream<JudgedAnswer> answers(Collection<Ripe> verdicts) {
        return verdicts.stream().flatMap(ripe -> ripe.answers().stream());
    }
}
