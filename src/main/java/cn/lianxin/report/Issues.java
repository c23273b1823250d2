package cn.lianxin.report;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of reports; what was issued is never changed. */
@Component
class Issues {

    private static final int MOST = 200;

    private static final String COLUMNS =
            "select i.id, i.unit, i.kind, i.from_day, i.number, i.former, i.open, i.digest, i.issued_at, i.issued_by\n";

    private final JdbcClient database;
    private final Clock clock;

    Issues(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Nothing, if this number exists: somebody else, or another node, was faster. */
    Optional<Long> add(
            UnitId unit,
            Period period,
            int number,
            Optional<Long> former,
            boolean open,
            Contents contents,
            Optional<PersonId> by) {
        var text = contents.written();
        return database.sql("""
                insert into report.issue
                    (unit, kind, from_day, number, former, open, contents, digest, issued_at, issued_by)
                values (:unit, :kind, :from, :number, :former, :open, :contents, :digest, :now, :by)
                on conflict do nothing
                returning id
                """)
                .param("unit", unit.value())
                .param("kind", period.kind().name())
                .param("from", period.from())
                .param("number", number)
                .param("former", former.orElse(null))
                .param("open", open)
                .param("contents", text)
                .param("digest", Contents.digestOf(text))
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.map(PersonId::value).orElse(null))
                .query(Long.class)
                .optional();
    }

    Optional<Issue> find(long id) {
        return database.sql(COLUMNS + "from report.issue i where i.id = :id")
                .param("id", id)
                .query(Issues::issue)
                .optional();
    }

    /** The latest number. */
    Optional<Issue> latest(UnitId unit, Period period) {
        return database.sql(COLUMNS + """
                from report.issue i
                where i.unit = :unit and i.kind = :kind and i.from_day = :from
                order by i.number desc
                limit 1
                """)
                .param("unit", unit.value())
                .param("kind", period.kind().name())
                .param("from", period.from())
                .query(Issues::issue)
                .optional();
    }

    Optional<Long> correctionOf(long id) {
        return database.sql("select id from report.issue where former = :id")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    Contents contents(Issue issue) {
        return database.sql("select contents from report.issue where id = :id")
                .param("id", issue.id())
                .query((row, _) -> Contents.read(row.getString("contents"), issue.digest()))
                .single();
    }

    /** Of these units and all below, and of those above the other unit; the newest first. */
    List<Issue> list(Collection<UnitId> below, Optional<UnitId> above, Optional<ReportKind> kind) {
        return database.sql(COLUMNS + """
                from report.issue i
                where (i.unit in (select l.unit from organization.unit_line l where l.above = any (:below))
                       or i.unit in (select l.above from organization.unit_line l where l.unit = :above))
                  and (:kind = '' or i.kind = :kind)
                order by i.from_day desc, i.id desc
                limit :most
                """)
                .param("below", below.stream().map(UnitId::value).toArray(Long[]::new))
                .param("above", above.map(UnitId::value).orElse(0L))
                .param("kind", kind.map(ReportKind::name).orElse(""))
                .param("most", MOST)
                .query(Issues::issue)
                .list();
    }

    private static Issue issue(ResultSet row, int number) throws SQLException {
        var former = row.getLong("former");
        var hasFormer = !row.wasNull();
        var by = row.getLong("issued_by");
        var hasIssuer = !row.wasNull();
        return new Issue(
                row.getLong("id"),
                new UnitId(row.getLong("unit")),
                new Period(ReportKind.valueOf(row.getString("kind")), row.getObject("from_day", LocalDate.class)),
                row.getInt("number"),
                hasFormer ? Optional.of(former) : Optional.empty(),
                row.getBoolean("open"),
                row.getString("digest"),
                row.getTimestamp("issued_at").toInstant(),
                hasIssuer ? Optional.of(new PersonId(by)) : Optional.empty());
    }
}
