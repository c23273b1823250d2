package cn.lianxin.sealed;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.sealed.SealedReport.Recipient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of sealed reports: found by their recipients and by whoever holds the receipt, and by nobody else. */
@Component
class SealedReports {

    private static final int MOST_ROWS = 200;

    private static final String REPORTS = """
            select s.id, s.number, s.reporter_kid, s.reporter_key, s.reporter_lock, s.envelope, s.filed_at, s.due_on, s.climbs
            from sealed.report s
            """;

    private static final String VISIBLE = """
            where exists (select 1 from sealed.recipient r
                          where r.report = s.id and r.person = :person and r.ended_at is null)
            """;

    private final JdbcClient database;

    SealedReports(JdbcClient database) {
        this.database = database;
    }

    Optional<SealedReport> byToken(String digest) {
        return whole(database.sql(REPORTS + "where s.token_digest = :digest").param("digest", digest));
    }

    /** Held until the transaction is over: two moves at once would each be judged by what was before. */
    Optional<SealedReport> byOpening(String digest) {
        return whole(database.sql(REPORTS + "where s.opening_digest = :digest for update")
                .param("digest", digest));
    }

    Optional<SealedReport> of(PersonId person, String number) {
        return whole(database.sql(REPORTS + VISIBLE + "and s.number = :number for update")
                .param("person", person.value())
                .param("number", number));
    }

    List<SealedReport> of(PersonId person) {
        return database.sql(REPORTS + VISIBLE + "order by s.filed_at desc limit :limit")
                .param("person", person.value())
                .param("limit", MOST_ROWS)
                .query(this::report)
                .list();
    }

    /** However many, the oldest first; held, because somebody else answers for them next. */
    List<SealedReport> everyOf(PersonId person) {
        return database.sql(REPORTS + VISIBLE + "order by s.id for update")
                .param("person", person.value())
                .query(this::report)
                .list();
    }

    /** Whether it is the first of this token; a second sending waits here until the first is through. */
    boolean add(NewSealedReport report, long envelope, String number, Instant at, LocalDate dueOn) {
        return database.sql("""
                        insert into sealed.report (number, token_digest, opening_digest, reporter_kid, reporter_key,
                            reporter_lock, envelope, filed_at, due_on, climbs)
                        values (:number, :token, :opening, :kid, :key, :lock, :envelope, :at, :due, :climbs)
                        on conflict do nothing
                        """)
                        .param("number", number)
                        .param("token", report.tokenDigest())
                        .param("opening", report.openingDigest())
                        .param("kid", report.reporter().kid())
                        .param("key", report.reporter().json())
                        .param("lock", report.reporterLock())
                        .param("envelope", envelope)
                        .param("at", Timestamp.from(at))
                        .param("due", dueOn)
                        .param("climbs", report.climbs())
                        .update()
                == 1;
    }

    /** Last in the row of those who answer for it; nothing where he is among them. */
    void addRecipient(long report, Recipient recipient) {
        database.sql("""
                        insert into sealed.recipient (report, place, person, unit)
                        values (:report, (select coalesce(max(place) + 1, 0) from sealed.recipient where report = :report), :person, :unit)
                        on conflict (report, person) do update set ended_at = null, unit = excluded.unit
                        """)
                .param("report", report)
                .param("person", recipient.person().value())
                .param("unit", recipient.unit().value())
                .update();
    }

    /** He answers for it from now on; those before him come after the others. */
    void putFirst(long report, PersonId person) {
        database.sql("""
                        update sealed.recipient
                        set place = place + (select max(place) + 1 from sealed.recipient where report = :report)
                        where report = :report and place < (select place from sealed.recipient
                                                            where report = :report and person = :person)
                        """)
                .param("report", report)
                .param("person", person.value())
                .update();
    }

    /** Which wait for an answer that is due on that day or was before. */
    List<Long> waiting(LocalDate dueOn) {
        return database.sql("""
                        select s.id from sealed.report s
                        where s.due_on <= :due
                          and coalesce((select t.kind from sealed.step t
                                        where t.report = s.id and t.kind in ('ANSWERED', 'NOT_ENOUGH', 'ENOUGH')
                                        order by t.place desc limit 1), 'NOT_ENOUGH') = 'NOT_ENOUGH'
                        order by s.id
                        """)
                .param("due", dueOn)
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    SealedReport get(long id) {
        return whole(database.sql(REPORTS + "where s.id = :id").param("id", id)).orElseThrow();
    }

    /** Held until the transaction is over. */
    SealedReport hold(long id) {
        return whole(database.sql(REPORTS + "where s.id = :id for update").param("id", id))
                .orElseThrow();
    }

    void endRecipient(long report, PersonId person, Instant at) {
        database.sql("update sealed.recipient set ended_at = :at where report = :report and person = :person")
                .param("report", report)
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    void add(long report, SealedStep step) {
        database.sql("""
                        insert into sealed.step (report, place, kind, at, person, unit, post, note, envelope)
                        values (:report, (select count(*) from sealed.step where report = :report), :kind, :at,
                            :person, :unit, :post, :note, :envelope)
                        """)
                .param("report", report)
                .param("kind", step.kind().name())
                .param("at", Timestamp.from(step.at()))
                .param("person", step.person().map(PersonId::value).orElse(null))
                .param("unit", step.unit().map(UnitId::value).orElse(null))
                .param("post", step.post())
                .param("note", step.note())
                .param("envelope", step.envelope().orElse(null))
                .update();
    }

    void promise(long report, LocalDate dueOn) {
        database.sql("update sealed.report set due_on = :due where id = :report")
                .param("report", report)
                .param("due", dueOn)
                .update();
    }

    private Optional<SealedReport> whole(JdbcClient.StatementSpec asked) {
        return asked.query(this::report).optional();
    }

    private SealedReport report(ResultSet row, int number) throws SQLException {
        var id = row.getLong("id");
        return new SealedReport(
                id,
                row.getString("number"),
                row.getString("reporter_kid"),
                row.getString("reporter_key"),
                row.getString("reporter_lock"),
                row.getLong("envelope"),
                row.getTimestamp("filed_at").toInstant(),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("climbs"),
                recipients(id),
                steps(id));
    }

    private List<Recipient> recipients(long report) {
        return database.sql("""
                select person, unit from sealed.recipient where report = :report and ended_at is null order by place
                """)
                .param("report", report)
                .query((row, _) -> new Recipient(new PersonId(row.getLong("person")), new UnitId(row.getLong("unit"))))
                .list();
    }

    private List<SealedStep> steps(long report) {
        return database.sql("""
                select kind, at, person, unit, post, note, envelope from sealed.step
                where report = :report order by place
                """)
                .param("report", report)
                .query(SealedReports::step)
                .list();
    }

    private static SealedStep step(ResultSet row, int number) throws SQLException {
        return new SealedStep(
                SealedStep.Kind.valueOf(row.getString("kind")),
                row.getTimestamp("at").toInstant(),
                Optional.ofNullable(row.getObject("person", Long.class)).map(PersonId::new),
                Optional.ofNullable(row.getObject("unit", Long.class)).map(UnitId::new),
                row.getString("post"),
                row.getString("note"),
                Optional.ofNullable(row.getObject("envelope", Long.class)));
    }
}
