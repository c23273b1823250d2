package cn.lianxin.exemplar;

import cn.lianxin.exemplar.Exemplar.Decision;
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
        return database.sql("""
                select p.article, p.crew, p.notice, p.marked_by, p.free, d.upheld as decided
                from exemplar.piece p join exemplar.decided d on d.article = p.article where p.article = :article
                """)
                .param("article", article)
                .query((row, _) -> new Exemplar(
                        row.getLong("article"),
                        row.getString("crew"),
                        Optional.ofNullable(row.getObject("notice", Long.class)),
                        new PersonId(row.getLong("marked_by")),
                        row.getLong("decided"),
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

    /** Held until somebody has looked whether the notice names it. */
    void callCrew(long article, String crew) {
        database.sql("update exemplar.piece set crew = :crew, free = false where article = :article")
                .param("article", article)
                .param("crew", crew)
                .update();
    }

    /** Held until somebody has looked how that one ran. */
    void runBy(long article, long notice) {
        database.sql(
                        "update exemplar.piece set notice = :notice, free = false, told_upheld = 0 where article = :article")
                .param("article", article)
                .param("notice", notice)
                .update();
    }

    /** The database refuses where a consent, a name in the notice or a decision is missing, or the notice has not run to its end. */
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

    /** Answers its number. The database refuses for whoever named them, and before the notice has ended. */
    long decide(
            long article, long notice, long upheld, Optional<Long> subject, String reason, PersonId by, Instant at) {
        return database.sql("""
                insert into exemplar.decision (article, notice, upheld, subject, reason, decided_by, decided_at)
                values (:article, :notice, :upheld, cast(:subject as bigint), :reason, :by, :at) returning id
                """)
                .param("article", article)
                .param("notice", notice)
                .param("upheld", upheld)
                .param("subject", subject.orElse(null))
                .param("reason", reason)
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    /** The newest first. */
    List<Decision> decisions(long article) {
        return database.sql("""
                select d.notice, d.upheld, d.subject is null as nevertheless, d.reason, d.decided_at,
                    coalesce(c.name, '') as name
                from exemplar.decision d left join organization.person_card c on c.id = d.decided_by
                where d.article = :article order by d.id desc
                """)
                .param("article", article)
                .query((row, _) -> new Decision(
                        row.getLong("notice"),
                        row.getLong("upheld"),
                        row.getBoolean("nevertheless"),
                        row.getString("reason"),
                        row.getString("name"),
                        row.getTimestamp("decided_at").toInstant()))
                .list();
    }

    /** Held, although their notice has run to its end, everybody has consented and no decision is missing. */
    List<Long> perhapsFree() {
        return articles("""
                select p.article from exemplar.piece p
                join disclosure.notice_period n on n.number = p.notice
                join exemplar.decided d on d.article = p.article
                where not p.free and n.ended_at is not null and not n.withdrawn and n.open_objections = 0
                  and n.upheld <= d.upheld
                  and not exists (select 1 from exemplar.standing_consent c
                                  where c.article = p.article and (c.deed is null or c.deed = 'WITHDRAWN'))
                order by p.article limit 200
                """, 0);
    }

    /** With objections that were found right, about which nobody has decided, and of which nobody was told. */
    List<Long> undecided() {
        return articles("""
                select p.article from exemplar.piece p
                join disclosure.notice_period n on n.number = p.notice
                join exemplar.decided d on d.article = p.article
                where n.ended_at is not null and not n.withdrawn and n.open_objections = 0
                  and n.upheld > d.upheld and n.upheld > p.told_upheld
                order by p.article limit 200
                """, 0);
    }

    /** False where another server was quicker. */
    boolean told(long article, long upheld) {
        return database.sql("""
                        update exemplar.piece set told_upheld = :upheld
                        where article = :article and told_upheld < :upheld
                        """)
                        .param("article", article)
                        .param("upheld", upheld)
                        .update()
                == 1;
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
