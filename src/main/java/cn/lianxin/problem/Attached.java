package cn.lianxin.problem;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.vault.ActorParameters;
import cn.lianxin.platform.vault.Aliases;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of which concerns lie before which problem, and of what was counted of their verdicts. */
@Component
class Attached {

    private final ActorParameters parameters;
    private final Aliases aliases;
    private final JdbcClient database;

    Attached(ActorParameters parameters, Aliases aliases, JdbcClient database) {
        this.parameters = parameters;
        this.aliases = aliases;
        this.database = database;
    }

    /** False where it lies before a problem already, this one or another. */
    boolean add(long problem, long concern, PersonId by, Instant now) {
        return database.sql("""
                insert into problem.attached (problem, concern, at, by_person)
                select :problem, :concern, :at, :by
                where not exists (select 1 from problem.attached a where a.concern = :concern and a.detached_at is null)
                on conflict (problem, concern)
                do update set detached_at = null, at = excluded.at, by_person = excluded.by_person
                """)
                        .param("problem", problem)
                        .param("concern", concern)
                        .param("at", Problems.time(now))
                        .param("by", by.value())
                        .update()
                == 1;
    }

    boolean remove(long problem, long concern, Instant now) {
        return database.sql("""
                update problem.attached set detached_at = :at
                where problem = :problem and concern = :concern and detached_at is null
                """)
                        .param("problem", problem)
                        .param("concern", concern)
                        .param("at", Problems.time(now))
                        .update()
                == 1;
    }

    /** All of them, in the order in which they came; for the installation's own tasks. */
    List<Long> of(long problem) {
        return ids(database.sql("select a.concern as id from problem.attached a"
                        + " where a.problem = :problem and a.detached_at is null order by a.at, a.concern")
                .param("problem", problem));
    }

    /** As many as the actor may see, for each of these problems. */
    Map<Long, List<Long>> seen(Collection<Long> problems, Actor.Member actor) {
        var seen = new HashMap<Long, List<Long>>();
        database.sql("select a.problem, a.concern from problem.attached a join " + Sight.CONCERNS + """
                         on v.id = a.concern
                        where a.problem = any (:problems) and a.detached_at is null
                        order by a.at, a.concern
                        """)
                .params(parameters.of(actor))
                .param("problems", problems.toArray(Long[]::new))
                .query(row -> {
                    seen.computeIfAbsent(row.getLong("problem"), _ -> new java.util.ArrayList<>())
                            .add(row.getLong("concern"));
                });
        return seen;
    }

    /** Those of these concerns that he may see, whether they still lie before a problem or not. */
    List<Long> seenAmong(Collection<Long> concerns, Actor.Member actor) {
        return ids(database.sql("select v.id from " + Sight.CONCERNS + " where v.id = any (:concerns)")
                .params(parameters.of(actor))
                .param("concerns", concerns.toArray(Long[]::new)));
    }

    /** Whether somebody who is not here may see one of these concerns and did not raise it. */
    boolean sees(PersonId person, Collection<Long> concerns) {
        return database.sql(
                        "select exists (select 1 from " + Sight.CONCERNS_OF_SOMEBODY + " where v.id = any (:concerns))")
                .param("person", person.value())
                .param("alias", aliases.of(person))
                .param("concerns", concerns.toArray(Long[]::new))
                .query(Boolean.class)
                .single();
    }

    Optional<Long> problemOf(long concern) {
        return database.sql(
                        "select a.problem from problem.attached a where a.concern = :concern and a.detached_at is null")
                .param("concern", concern)
                .query(Long.class)
                .optional();
    }

    /** Those that lie before no problem. */
    List<Long> withoutProblem(List<Long> concerns) {
        var taken = ids(database.sql("select a.concern as id from problem.attached a"
                        + " where a.concern = any (:concerns) and a.detached_at is null")
                .param("concerns", concerns.toArray(Long[]::new)));
        return concerns.stream().filter(concern -> !taken.contains(concern)).toList();
    }

    /** Those whose verdicts were looked at and not published. */
    List<Long> withheld(long problem) {
        return ids(
                database.sql("select a.concern as id from problem.attached a where a.problem = :problem and a.withheld")
                        .param("problem", problem));
    }

    List<Long> counted(long problem) {
        return ids(database.sql(
                        "select a.concern as id from problem.attached a where a.problem = :problem and a.figure is not null")
                .param("problem", problem));
    }

    void withhold(long problem, Collection<Long> concerns) {
        database.sql(
                        "update problem.attached set withheld = true where problem = :problem and concern = any (:concerns)")
                .param("problem", problem)
                .param("concerns", concerns.toArray(Long[]::new))
                .update();
    }

    void publish(long problem, Solved solved, Collection<Long> concerns, LocalDate on) {
        var figure = database.sql("""
                        insert into problem.figure (problem, made_on, people, solved)
                        values (:problem, :on, :people, :solved) returning id
                        """)
                .param("problem", problem)
                .param("on", on)
                .param("people", solved.people())
                .param("solved", solved.solved())
                .query(Long.class)
                .single();
        database.sql("""
                        update problem.attached set figure = :figure, withheld = false
                        where problem = :problem and concern = any (:concerns)
                        """)
                .param("figure", figure)
                .param("problem", problem)
                .param("concerns", concerns.toArray(Long[]::new))
                .update();
    }

    Optional<Solved> figure(long problem) {
        return database.sql("""
                        select coalesce(sum(f.people), 0) as people, coalesce(sum(f.solved), 0) as solved
                        from problem.figure f where f.problem = :problem
                        """)
                .param("problem", problem)
                .query((row, _) -> new Solved(row.getInt("people"), row.getInt("solved")))
                .optional()
                .filter(figure -> figure.people() > 0);
    }

    private static List<Long> ids(JdbcClient.StatementSpec statement) {
        return statement.query((row, _) -> row.getLong("id")).list();
    }
}
