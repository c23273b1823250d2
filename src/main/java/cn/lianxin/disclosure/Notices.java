package cn.lianxin.disclosure;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of notices. */
@Component
class Notices {

    private static final int MOST = 300;

    private record Kept(long notice, Version version) {}

    private final JdbcClient database;

    Notices(JdbcClient database) {
        this.database = database;
    }

    long begin(UnitId circle, UnitId unit, String duty, String period, PersonId by, Instant at) {
        return database.sql("""
                insert into disclosure.notice (circle, unit, duty, period, created_by, created_at)
                values (:circle, :unit, :duty, :period, :by, :at) returning number
                """)
                .param("circle", circle.value())
                .param("unit", unit.value())
                .param("duty", duty)
                .param("period", period)
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    Notice get(long number) {
        return read("n.number = :number", Map.of("number", number)).stream()
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** The same, and nobody else changes it until this transaction is over. */
    Notice lock(long number) {
        var locked = database.sql("select number from disclosure.notice where number = :number for update")
                .param("number", number)
                .query(Long.class)
                .optional();
        if (locked.isEmpty()) {
            throw new Refusal.NotFound();
        }
        return get(number);
    }

    /** Those whose time is over and that nobody objects to any more. */
    List<Long> over(Instant now) {
        return database.sql("""
                select n.number from disclosure.notice n
                join disclosure.version v on v.notice = n.number and v.state = 'PUBLIC' and v.place = (
                    select max(w.place) from disclosure.version w where w.notice = n.number and w.state = 'PUBLIC')
                where n.ended_at is null
                  and (v.kind = 'WITHDRAWAL' or v.stays_until <= :now and v.objections_until <= :now)
                  and not exists (
                    select 1 from disclosure.objection o
                    where o.notice = n.number
                      and not exists (select 1 from disclosure.reply r where r.objection = o.id))
                order by n.number limit 200
                """)
                .param("now", Timestamp.from(now))
                .query((row, _) -> row.getLong("number"))
                .list();
    }

    /** The database refuses where somebody waits for a reply. */
    void end(long number, Instant at) {
        database.sql("update disclosure.notice set ended_at = :at where number = :number and ended_at is null")
                .param("number", number)
                .param("at", Timestamp.from(at))
                .update();
    }

    void write(long notice, Version version, Instant at) {
        database.sql("""
                insert into disclosure.version (notice, place, kind, title, body, columns, left_out, cells, reason, closes_earlier,
                    state, duty_place, drafted_by, drafted_at, return_reason, approved_by, published_at, objections_until,
                    stays_until)
                values (:notice, :place, :kind, :title, :body, :columns, :leftOut, :cells, :reason, :closes, :state, :dutyPlace,
                    :draftedBy, :at, :returned, :approvedBy, :publishedAt, :objectionsUntil, :staysUntil)
                on conflict (notice, place) do update set title = excluded.title, body = excluded.body,
                    columns = excluded.columns, left_out = excluded.left_out, cells = excluded.cells, reason = excluded.reason,
                    closes_earlier = excluded.closes_earlier, state = excluded.state, duty_place = excluded.duty_place,
                    drafted_by = excluded.drafted_by, return_reason = excluded.return_reason,
                    approved_by = excluded.approved_by, published_at = excluded.published_at,
                    objections_until = excluded.objections_until, stays_until = excluded.stays_until
                """)
                .param("notice", notice)
                .param("place", version.place())
                .param("kind", version.kind().name())
                .param("title", version.title())
                .param("body", version.body())
                .param("columns", version.table().columns().toArray(String[]::new))
                .param("leftOut", version.table().leftOut().toArray(String[]::new))
                .param("cells", version.table().written())
                .param("reason", version.reason())
                .param("closes", version.closesEarlier())
                .param("state", version.state().name())
                .param("dutyPlace", version.dutyPlace())
                .param("draftedBy", version.draftedBy().value())
                .param("at", Timestamp.from(at))
                .param("returned", version.returned())
                .param("approvedBy", version.approvedBy().map(PersonId::value).orElse(null))
                .param("publishedAt", time(version.publishedAt()))
                .param("objectionsUntil", time(version.objectionsUntil()))
                .param("staysUntil", time(version.staysUntil()))
                .update();
        if (!version.isPublic()) {
            writeFiles(notice, version);
        }
    }

    private void writeFiles(long notice, Version version) {
        database.sql("delete from disclosure.file where notice = :notice and place = :place")
                .param("notice", notice)
                .param("place", version.place())
                .update();
        for (var file : version.files()) {
            database.sql("insert into disclosure.file (notice, place, attachment) values (:notice, :place, :file)")
                    .param("notice", notice)
                    .param("place", version.place())
                    .param("file", file)
                    .update();
        }
    }

    /** Lets go of what was being written and never became public. */
    void discard(long notice, int place) {
        for (var table : List.of("disclosure.file", "disclosure.version")) {
            database.sql("delete from " + table + " where notice = :notice and place = :place")
                    .param("notice", notice)
                    .param("place", place)
                    .update();
        }
    }

    private List<Notice> read(String condition, Map<String, ?> parameters) {
        var versions = versions(condition, parameters);
        return database.sql(
                        "select n.number, n.circle, n.unit, n.duty, n.period, n.ended_at from disclosure.notice n where "
                                + condition + " order by n.number desc limit " + MOST)
                .params(parameters)
                .query((row, _) -> new Notice(
                        row.getLong("number"),
                        new UnitId(row.getLong("circle")),
                        new UnitId(row.getLong("unit")),
                        row.getString("duty"),
                        row.getString("period"),
                        instant(row, "ended_at"),
                        versions.getOrDefault(row.getLong("number"), List.of())))
                .list();
    }

    private Map<Long, List<Version>> versions(String condition, Map<String, ?> parameters) {
        var files = new HashMap<String, List<UUID>>();
        database.sql(
                        "select f.notice, f.place, f.attachment from disclosure.file f join disclosure.notice n on n.number = f.notice"
                                + " where " + condition + " order by f.attachment")
                .params(parameters)
                .query(row -> {
                    files.computeIfAbsent(row.getLong("notice") + "/" + row.getInt("place"), _ -> new ArrayList<>())
                            .add(row.getObject("attachment", UUID.class));
                });
        return database
                .sql("""
                        select v.notice, v.place, v.kind, v.title, v.body, v.columns, v.left_out, v.cells, v.reason,
                            v.closes_earlier, v.state, v.duty_place, v.drafted_by, v.return_reason, v.approved_by,
                            v.published_at, v.objections_until, v.stays_until
                        from disclosure.version v join disclosure.notice n on n.number = v.notice
                        where\s""" + condition + " order by v.notice, v.place")
                .params(parameters)
                .query((row, _) -> new Kept(row.getLong("notice"), version(row, files)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Kept::notice, Collectors.mapping(Kept::version, Collectors.toList())));
    }

    private static Version version(ResultSet row, Map<String, List<UUID>> files) throws SQLException {
        return new Version(
                row.getInt("place"),
                Version.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("body"),
                Table.read(texts(row, "columns"), row.getString("cells"), texts(row, "left_out")),
                files.getOrDefault(row.getLong("notice") + "/" + row.getInt("place"), List.of()),
                row.getString("reason"),
                row.getBoolean("closes_earlier"),
                Version.State.valueOf(row.getString("state")),
                row.getInt("duty_place"),
                new PersonId(row.getLong("drafted_by")),
                row.getString("return_reason"),
                Optional.ofNullable(row.getObject("approved_by", Long.class)).map(PersonId::new),
                instant(row, "published_at"),
                instant(row, "objections_until"),
                instant(row, "stays_until"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static @Nullable Timestamp time(Optional<Instant> at) {
        return at.map(Timestamp::from).orElse(null);
    }

    private static Long[] values(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(Long[]::new);
    }
}
