package cn.lianxin.disclosure;

import cn.lianxin.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of objections, their replies, and of who has read. */
@Component
class Objections {

    private static final String COLUMNS = """
            select o.id, o.notice, o.place, o.person, o.words, o.at, o.reply_due, r.outcome, r.reasons, r.by_person,
                r.at as replied_at
            from disclosure.objection o left join disclosure.reply r on r.objection = o.id
            """;

    private final JdbcClient database;

    Objections(JdbcClient database) {
        this.database = database;
    }

    /** Nothing, where the same form was sent before. */
    Optional<Long> add(
            long notice, int place, Optional<PersonId> person, String digest, String words, Instant at, Instant due) {
        return database.sql("""
                insert into disclosure.objection (notice, place, person, digest, words, at, reply_due)
                values (:notice, :place, :person, :digest, :words, :at, :due)
                on conflict (digest) do nothing returning id
                """)
                .param("notice", notice)
                .param("place", place)
                .param("person", person.map(PersonId::value).orElse(null))
                .param("digest", digest)
                .param("words", words)
                .param("at", Timestamp.from(at))
                .param("due", Timestamp.from(due))
                .query(Long.class)
                .optional();
    }

    Optional<Objection> find(long id) {
        return database.sql(COLUMNS + "where o.id = :id")
                .param("id", id)
                .query((row, _) -> objection(row))
                .optional();
    }

    Optional<Objection> withReceipt(String digest) {
        return database.sql(COLUMNS + "where o.digest = :digest")
                .param("digest", digest)
                .query((row, _) -> objection(row))
                .optional();
    }

    /** The oldest first. */
    List<Objection> to(long notice) {
        return database.sql(COLUMNS + "where o.notice = :notice order by o.id")
                .param("notice", notice)
                .query((row, _) -> objection(row))
                .list();
    }

    List<Objection> unanswered(Collection<Long> notices) {
        return database.sql(
                        COLUMNS + "where o.notice = any (:notices) and r.objection is null order by o.reply_due, o.id")
                .param("notices", notices.toArray(Long[]::new))
                .query((row, _) -> objection(row))
                .list();
    }

    /** False where somebody else was faster. */
    boolean reply(long objection, Reply reply) {
        return database.sql("""
                        insert into disclosure.reply (objection, outcome, reasons, by_person, at)
                        values (:objection, :outcome, :reasons, :by, :at) on conflict do nothing
                        """)
                        .param("objection", objection)
                        .param("outcome", reply.outcome().name())
                        .param("reasons", reply.reasons())
                        .param("by", reply.by().value())
                        .param("at", Timestamp.from(reply.at()))
                        .update()
                > 0;
    }

    void read(long notice, int place, PersonId person, Instant at) {
        database.sql("""
                insert into disclosure.reading (notice, place, person, at) values (:notice, :place, :person, :at)
                on conflict do nothing
                """)
                .param("notice", notice)
                .param("place", place)
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    boolean hasRead(long notice, int place, PersonId person) {
        return database.sql("""
                select exists (select 1 from disclosure.reading
                    where notice = :notice and place = :place and person = :person)
                """)
                .param("notice", notice)
                .param("place", place)
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    int readers(long notice, int place) {
        return database.sql("select count(*) from disclosure.reading where notice = :notice and place = :place")
                .param("notice", notice)
                .param("place", place)
                .query(Integer.class)
                .single();
    }

    /** The names of those who work below the circle and have not said that they have read it. */
    List<String> unread(Notice notice, int place, int most) {
        return database.sql("""
                select p.name || ' · ' || u.short_name as who
                from organization.person_card p
                join organization.unit_card u on u.id = p.unit
                where p.unit in (select l.unit from organization.unit_line l where l.above = :circle)
                  and not exists (select 1 from disclosure.reading r
                    where r.notice = :notice and r.place = :place and r.person = p.id)
                order by u.code, p.name limit :most
                """)
                .param("circle", notice.circle().value())
                .param("notice", notice.number())
                .param("place", place)
                .param("most", most)
                .query((row, _) -> row.getString("who"))
                .list();
    }

    private static Objection objection(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new Objection(
                row.getLong("id"),
                row.getLong("notice"),
                row.getInt("place"),
                Optional.ofNullable(row.getObject("person", Long.class)).map(PersonId::new),
                row.getString("words"),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("reply_due").toInstant(),
                outcome == null
                        ? Optional.empty()
                        : Optional.of(new Reply(
                                Reply.Outcome.valueOf(outcome),
                                row.getString("reasons"),
                                new PersonId(row.getLong("by_person")),
                                row.getTimestamp("replied_at").toInstant())));
    }
}
