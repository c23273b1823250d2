package cn.lianxin.precedent;

import cn.lianxin.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of second looks; only added to. */
@Component
class Looks {

    private static final String COLUMNS =
            "overturned, step, like_concern, found, reason, by_person, by_name, by_post, at";

    private final JdbcClient database;

    Looks(JdbcClient database) {
        this.database = database;
    }

    void add(Look look) {
        database.sql("insert into precedent.look (" + COLUMNS + """
                ) values (:overturned, :step, :like, :found, :reason, :by, :name, :post, :at)
                """)
                .param("overturned", look.overturned())
                .param("step", look.step())
                .param("like", look.like())
                .param("found", look.found().name())
                .param("reason", look.reason())
                .param("by", look.by().value())
                .param("name", look.name())
                .param("post", look.post())
                .param("at", Answers.time(look.at()))
                .update();
    }

    /** Of each in the order in which they were made. */
    List<Look> of(Collection<Long> overturned) {
        return database.sql(
                        "select " + COLUMNS + " from precedent.look where overturned = any (:overturned) order by id")
                .param("overturned", overturned.toArray(Long[]::new))
                .query((row, _) -> look(row))
                .list();
    }

    private static Look look(ResultSet row) throws SQLException {
        return new Look(
                row.getLong("overturned"),
                row.getInt("step"),
                row.getLong("like_concern"),
                SecondLook.valueOf(row.getString("found")),
                row.getString("reason"),
                new PersonId(row.getLong("by_person")),
                row.getString("by_name"),
                row.getString("by_post"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
