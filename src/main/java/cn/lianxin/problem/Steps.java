package cn.lianxin.problem;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.audit.AuditTrail;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The timeline of a problem: added to, never changed. Each line stands in the audit trail too, without its words. */
@Component
class Steps {

    private static final Actor BY_ITSELF = new Actor.Clockwork("problem");

    private final Directory directory;
    private final AuditTrail trail;
    private final JdbcClient database;

    Steps(Directory directory, AuditTrail trail, JdbcClient database) {
        this.directory = directory;
        this.trail = trail;
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
        add(problem, step.by(by.person(), by.name(), post(by.person())), by);
    }

    /** Of somebody who did nothing himself: another gave it to him, or named him. */
    void writeOf(long problem, ProblemStep step, PersonId person, Actor by) {
        add(problem, step.by(person, directory.person(person).name(), post(person)), by);
    }

    /** The same where the clock did it. */
    void writeOf(long problem, ProblemStep step, PersonId person) {
        writeOf(problem, step, person, BY_ITSELF);
    }

    void write(long problem, ProblemStep step) {
        add(problem, step, BY_ITSELF);
    }

    private void add(long problem, ProblemStep step, Actor by) {
        var deed = step.deed().name().toLowerCase(Locale.ROOT).replace('_', '-');
        trail.record(by, "problem." + deed, "problem:" + number(problem), "");
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

    private String number(long problem) {
        return database.sql("select number from problem.problem where id = :id")
                .param("id", problem)
                .query(String.class)
                .single();
    }

    private String post(PersonId person) {
        var post = directory.postOf(person);
        return (post.unit() + " " + post.title()).strip();
    }
}
