package cn.lianxin.disclosure;

import cn.lianxin.kernel.UnitId;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows for pages; what notices say is not among them. */
@Component
class NoticeLists {

    /** What somebody is writing. */
    record Waiting(long number, String title, Version.Kind kind, Version.State state) {}

    private static final int MOST = 300;

    private final JdbcClient database;

    NoticeLists(JdbcClient database) {
        this.database = database;
    }

    /** Of these circles: what stands, and the last that is over; the newest first. */
    List<NoticeRow> of(Collection<UnitId> circles) {
        return database.sql("""
                select n.number, n.unit, n.duty, v.title, v.place, v.kind, v.published_at, v.objections_until, v.stays_until,
                    n.ended_at,
                    (select count(*) from disclosure.objection o where o.notice = n.number) as objections,
                    (select count(*) from disclosure.objection o where o.notice = n.number
                        and not exists (select 1 from disclosure.reply r where r.objection = o.id)) as unanswered
                from disclosure.notice n
                join lateral (
                    select w.title, w.place, w.kind, w.published_at, w.objections_until, w.stays_until
                    from disclosure.version w where w.notice = n.number and w.state = 'PUBLIC'
                    order by w.place desc limit 1) v on true
                where n.circle = any (:circles)
                order by n.ended_at is not null, v.published_at desc, n.number desc
                limit :most
                """)
                .param("circles", values(circles))
                .param("most", MOST)
                .query((row, _) -> new NoticeRow(
                        row.getLong("number"),
                        new UnitId(row.getLong("unit")),
                        row.getString("duty"),
                        row.getString("title"),
                        row.getInt("place"),
                        row.getString("kind").equals(Version.Kind.WITHDRAWAL.name()),
                        row.getTimestamp("published_at").toInstant(),
                        row.getTimestamp("objections_until").toInstant(),
                        Optional.ofNullable(row.getTimestamp("stays_until")).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                        row.getInt("objections"),
                        row.getInt("unanswered")))
                .list();
    }

    /** Duty and period, with a space between, of what was published in the circle and not withdrawn. */
    Set<String> published(UnitId circle) {
        return database
                .sql("""
                        select n.duty || ' ' || n.period as kept
                        from disclosure.notice n
                        join lateral (
                            select w.kind from disclosure.version w where w.notice = n.number and w.state = 'PUBLIC'
                            order by w.place desc limit 1) v on v.kind <> 'WITHDRAWAL'
                        where n.circle = :circle and n.period <> ''
                        """)
                .param("circle", circle.value())
                .query((row, _) -> row.getString("kept"))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** What is being written in these units and below, the newest first. */
    List<Waiting> waiting(Collection<UnitId> above) {
        return database.sql("""
                select n.number, v.title, v.kind, v.state
                from disclosure.notice n join disclosure.version v on v.notice = n.number and v.state <> 'PUBLIC'
                where n.ended_at is null
                  and n.unit in (select l.unit from organization.unit_line l where l.above = any (:above))
                order by v.state desc, v.drafted_at desc limit :most
                """)
                .param("above", values(above))
                .param("most", MOST)
                .query((row, _) -> new Waiting(
                        row.getLong("number"),
                        row.getString("title"),
                        Version.Kind.valueOf(row.getString("kind")),
                        Version.State.valueOf(row.getString("state"))))
                .list();
    }

    private static Long[] values(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(Long[]::new);
    }
}
