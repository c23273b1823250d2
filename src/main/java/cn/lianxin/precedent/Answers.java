package cn.lianxin.precedent;

import cn.lianxin.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of which very like cases stood before whom, and of what he said of them. */
@Component
class Answers {

    private static final String COLUMNS =
            "concern, step, like_concern, share, said, because, by_person, by_name, by_post, at";

    private final JdbcClient database;

    Answers(JdbcClient database) {
        this.database = database;
    }

    /** A second time it is nothing. */
    void show(long concern, Map<Long, Double> like, PersonId person, Instant at) {
        like.forEach((id, share) -> database.sql("""
                insert into precedent.shown (concern, like_concern, person, share, at)
                values (:concern, :like, :person, :share, :at)
                on conflict do nothing
                """)
                .param("concern", concern)
                .param("like", id)
                .param("person", person.value())
                .param("share", share)
                .param("at", time(at))
                .update());
    }

    /** What stood before him and he has not spoken of, the likest first. */
    Map<Long, Double> shown(long concern, PersonId person) {
        var shown = new LinkedHashMap<Long, Double>();
        database.sql("""
                        select like_concern, share from precedent.shown
                        where concern = :concern and person = :person order by share desc, like_concern
                        """)
                .param("concern", concern)
                .param("person", person.value())
                .query(row -> {
                    shown.put(row.getLong("like_concern"), row.getDouble("share"));
                });
        return shown;
    }

    /** The next answer asks anew. */
    void forget(long concern, PersonId person) {
        database.sql("delete from precedent.shown where concern = :concern and person = :person")
                .param("concern", concern)
                .param("person", person.value())
                .update();
    }

    void add(Answer answer) {
        database.sql("insert into precedent.answer (" + COLUMNS + """
                ) values (:concern, :step, :like, :share, :said, :because, :by, :name, :post, :at)
                """)
                .param("concern", answer.concern())
                .param("step", answer.step())
                .param("like", answer.like())
                .param("share", answer.share())
                .param("said", answer.same() ? "SAME" : "DIFFERENT")
                .param("because", answer.because())
                .param("by", answer.by().value())
                .param("name", answer.name())
                .param("post", answer.post())
                .param("at", time(answer.at()))
                .update();
    }

    /** The latest first. */
    List<Answer> of(long concern) {
        return database.sql(
                        "select " + COLUMNS + " from precedent.answer where concern = :concern order by step desc, id")
                .param("concern", concern)
                .query((row, _) -> answer(row))
                .list();
    }

    /** By each of these the ones that were decided the same way as it, and those in whose way it was decided. */
    Map<Long, List<Long>> decidedTheSame(Collection<Long> concerns) {
        var same = new LinkedHashMap<Long, List<Long>>();
        database.sql("""
                        select concern as one, like_concern as other from precedent.answer
                        where said = 'SAME' and concern = any (:concerns)
                        union
                        select like_concern, concern from precedent.answer
                        where said = 'SAME' and like_concern = any (:concerns)
                        order by 1, 2
                        """).param("concerns", concerns.toArray(Long[]::new)).query(row -> {
            same.computeIfAbsent(row.getLong("one"), _ -> new ArrayList<>()).add(row.getLong("other"));
        });
        return same;
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                row.getLong("concern"),
                row.getInt("step"),
                row.getLong("like_concern"),
                row.getDouble("share"),
                row.getString("said").equals("SAME"),
                row.getString("because"),
                new PersonId(row.getLong("by_person")),
                row.getString("by_name"),
                row.getString("by_post"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
