package cn.lianxin.imprint;

import cn.lianxin.kernel.Actor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was changed, in the words of that day; it is only ever added to. */
@Component
class Changes {

    /** Of what; the first three are entered in the public log. */
    enum About {
        CHANNEL,
        PROCEDURE,
        MASTHEAD,
        ORDER
    }

    /**
     * One of them.
     *
     * @param subject code of the channel, or the day from which a masthead is in force
     * @param content how it is from then on
     */
    record Change(Instant at, String name, About about, String subject, String content, String reason) {}

    private final JdbcClient database;

    Changes(JdbcClient database) {
        this.database = database;
    }

    /** Answers its number. */
    long write(Change change, Actor.Member by) {
        return database.sql("""
                        insert into imprint.change (at, person, name, about, subject, content, reason)
                        values (:at, :person, :name, :about, :subject, :content, :reason) returning id
                        """)
                .param("at", change.at().atOffset(ZoneOffset.UTC))
                .param("person", by.person().value())
                .param("name", by.name())
                .param("about", change.about().name())
                .param("subject", change.subject())
                .param("content", change.content())
                .param("reason", change.reason())
                .query(Long.class)
                .single();
    }

    /** The newest first. */
    List<Change> newest(List<About> about, int most) {
        return database.sql("""
                        select at, name, about, subject, content, reason from imprint.change
                        where about = any (:about) order by id desc limit :most
                        """)
                .param("about", about.stream().map(Enum::name).toArray(String[]::new))
                .param("most", most)
                .query((row, _) -> new Change(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("name"),
                        About.valueOf(row.getString("about")),
                        row.getString("subject"),
                        row.getString("content"),
                        row.getString("reason")))
                .list();
    }
}
