package cn.lianxin.problem;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.organization.Directory;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The timeline of a problem: added to, never changed. */
@Component
class Steps {

    private final Directory directory;
    private final JdbcClient database;

    Steps(Directory directory, JdbcClient database) {
        this.directory = directory;
        this.database = database;
    }

    List<ProblemStep> of(long problem) {
        return database.sql("""
                        select at, kind, person, name, post, words, more, until, concern
                        from problem.step where problem = :problem order by id
                        """)
                .param("problem", problem)
                .query(ProblemStep::read)
                .list();
    }

    void write(long problem, ProblemStep step, Actor.Member by) {
        write(problem, step.by(by.person(), by.name(), post(by.person())));
    }

    /** Of somebody who did nothing himself: he was given it, or named. */
    void writeOf(long problem, ProblemStep step, PersonId person) {
        write(problem, step.by(person, directory.person(person).name(), post(person)));
    }

    void write(long problem, ProblemStep step) {
        database.sql("""
                insert into problem.step (problem, at, kind, person, name, post, words, more, until, concern)
                values (:problem, :at, :kind, cast(:person as bigint), :name, :post, :words, :more,
                    cast(:until as timestamptz), cast(:concern as bigint))
                """)
                .param("problem", problem)
                .param("at", Problems.time(step.at()))
                .param("kind", step.deed().name())
                .param("person", step.by().map(PersonId::value).orElse(null))
                .param("name", step.name())
                .param("post", step.post())
                .param("words", step.words())
                .param("more", step.more())
                .param("until", step.until().map(Problems::time).orElse(null))
                .param("concern", step.concern().orElse(null))
                .update();
    }

    private String post(PersonId person) {
        var post = directory.postOf(person);
        return (post.unit() + " " + post.title()).strip();
    }
}
