package cn.lianxin.knowledge;

import cn.lianxin.platform.transparency.Layout;
import cn.lianxin.platform.transparency.PublishedRows;
import cn.lianxin.platform.transparency.PublishedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Public questions in the public log, each wording for itself; a correction is one more. From which case they come stays out. */
@Configuration(proxyBeanMethods = false)
class QuestionPublications {

    static final String KIND = "knowledge.question";

    @Bean
    static PublishedRows questionPublications(JdbcClient database) {
        var wording = PublishedTable.of("knowledge.wording", "w")
                .where("""
                        w.state = 'PUBLIC' or w.state = 'REPLACED' and exists (select 1 from knowledge.wording l
                            where l.question = w.question and l.place > w.place and l.state in ('PUBLIC', 'REPLACED'))""")
                .commits("question", "place", "asked", "answer", "basis", "public_at")
                .leaves(
                        "it changes rightly when the next wording comes; without that one it would be found missing",
                        "state")
                .leaves("its number in the house; it is known by its question and its place", "id")
                .leaves(
                        "who proposed and approved it is kept with the question and not published",
                        "proposed_by",
                        "proposed_at",
                        "first_by",
                        "first_line",
                        "second_by",
                        "second_line")
                .leaves("why it was declined, before it was ever public", "reason");
        var question = PublishedTable.of("knowledge.question", "q")
                .where("exists (select 1 from knowledge.wording w where w.question = q.number and w.state = 'PUBLIC')")
                .commits("number", "unit", "matter")
                .leaves("from which case it comes is told to nobody", "concern", "desk_unit", "at");
        return new PublishedRows(
                database,
                Layout.of(KIND, "question", wording, "question", "place")
                        .beside(question, "q.number = w.question")
                        .shownWhere("""
                                not exists (select 1 from concern.overturned_answer o
                                    where o.id = q.concern and o.at >= w.public_at)""")
                        .takenBackWhere("""
                                exists (select 1 from knowledge.taken_down t where t.question = q.number)
                                    or exists (select 1 from concern.untold_case u where u.id = q.concern)"""));
    }

    static String subject(Wording wording) {
        return "question:" + wording.question() + ":" + wording.place();
    }
}
