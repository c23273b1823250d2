package cn.lianxin.exemplar;

import cn.lianxin.exemplar.Exemplar.Said;
import cn.lianxin.exemplar.Exemplar.Subject;
import cn.lianxin.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of exemplars, and of what each of them said. */
@Component
class Exemplars {

    private final JdbcClient database;

    Exemplars(JdbcClient database) {
        this.database = database;
    }

    Optional<Exemplar> find(long article) {
        return database.sql(
                        "select article, crew, notice, marked_by, free from exemplar.piece where article = :article")
                .param("article", article)
                .query((row, _) -> new Exemplar(
                        row.getLong("article"),
                        row.getString("crew"),
                        Optional.ofNullable(row.getObject("notice", Long.class)),
                        new PersonId(row.getLong("marked_by")),
                        row.getBoolean("free"),
                        subjects(article)))
                .optional();
    }

    private List<Subject> subjects(long article) {
        return database.sql("""
                select subject, name, person, deed, seen_by, day, at from exemplar.standing_consent
                where article = :article order by subject
                """)
                .param("article", article)
                .query((row, _) -> new Subject(
                        row.getLong("subject"),
                        row.getString("name"),
                        Optional.ofNullable(row.getObject("person", Long.class)).map(PersonId::new),
                        said(row)))
                .list();
    }

    private static Optional<Said> said(ResultSet row) throws SQLException {
        @Nullable String deed = row.getString("deed");
        if (deed == null) {
            return Optional.empty();
        }
        return Optional.of(new Said(
                ConsentDeed.valueOf(deed),
                row.getString("seen_by"),
                Optional.ofNullable(row.getObject("day", LocalDate.class)),
                row.getTimestamp("at").toInstant()));
    }

    void mark(long article, PersonId by, Instant at) {
        database.sql("""
                insert into exemplar.piece (article, marked_by, marked_at) values (:article, :by, :at) on conflict do nothing
                """)
                .param("article", article)
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** False where he is named already. */
    boolean name(long article, String name, Optional<PersonId> person, PersonId by, Instant at) {
        return database.sql("""
                        insert into exemplar.subject (article, name, person, added_by, added_at)
                        select :article, :name, cast(:person as bigint), :by, :at
                        where not exists (select 1 from exemplar.subject s where s.article = :article and s.removed_at is null
                            and (s.person = cast(:person as bigint) or s.name = :name and s.person is null and cast(:person as bigint) is null))
                        """)
                        .param("article", article)
                        .param("name", name)
                        .param("person", person.map(PersonId::value).orElse(null))
                        .param("by", by.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void takeOff(long subject, String reason, PersonId by, Instant at) {
        database.sql("""
                update exemplar.subject set removed_by = :by, removed_at = :at, reason = :reason
                where id = :subject and removed_at is null
                """)
                .param("subject", subject)
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .param("reason", reason)
                .update();
    }

    void callCrew(long article, String crew) {
        database.sql("update exemplar.piece set crew = :crew where article = :article")
                .param("article", article)
                .param("crew", crew)
                .update();
    }

    void runBy(long article, long notice) {
        database.sql("update exemplar.piece set notice = :notice where article = :article")
                .param("article", article)
                .param("notice", notice)
                .update();
    }

    /** The database refuses where a consent is missing or the notice has not run to its end. */
    void free(long article, boolean free) {
        database.sql("update exemplar.piece set free = :free where article = :article")
                .param("article", article)
                .param("free", free)
                .update();
    }

    void say(long subject, ConsentDeed deed, PersonId by, String seenBy, Optional<LocalDate> day, Instant at) {
        database.sql("""
                insert into exemplar.consent (subject, deed, by_person, seen_by, day, at)
                values (:subject, :deed, :by, :seenBy, cast(:day as date), :at)
                """)
                .param("subject", subject)
                .param("deed", deed.name())
                .param("by", by.value())
                .param("seenBy", seenBy)
                .param("day", day.orElse(null))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Held, although their notice has run to its end. */
    List<Long> perhapsFree() {
        return articles("""
                select p.article from exemplar.piece p
                join disclosure.notice_period n on n.number = p.notice
                where not p.free and n.ended_at is not null and not n.withdrawn and n.open_objections = 0
                order by p.article limit 200
                """, 0);
    }

    /** The newest first. */
    List<Long> of(PersonId person) {
        return articles("""
                select s.article from exemplar.subject s where s.person = :person and s.removed_at is null
                order by s.id desc limit 200
                """, person.value());
    }

    private List<Long> articles(String statement, long person) {
        return database.sql(statement)
                .param("person", person)
                .query((row, _) -> row.getLong("article"))
                .list();
    }
}
