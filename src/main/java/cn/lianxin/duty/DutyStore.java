package cn.lianxin.duty;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of the list; a wording is only ever added. */
@Component
class DutyStore {

    /**
     * Something happened of which has to be told.
     *
     * @param circle whose people are told
     * @param unit in which it happened
     */
    record Occasion(long id, String duty, UnitId circle, UnitId unit, LocalDate day, String what) {
        String key() {
            return "occasion-" + id;
        }
    }

    /** A wording with who made it so, and why. */
    record Change(Duty duty, Optional<PersonId> by, Instant at, String reason) {}

    private static final String COLUMNS = """
            select w.duty, w.place, w.from_day, w.name, w.english_name, w.contents, w.english_contents, w.matter, w.post,
                w.english_post, w.rhythm, w.days, w.working, w.stays_days, w.objection_days, w.reply_days, w.acknowledged,
                w.unread_told, w.columns, w.source, w.english_source, w.source_day, w.checked, w.ended, w.changed_by,
                w.changed_at, w.reason
            from duty.wording w
            """;

    private static final String OCCASIONS =
            "select o.id, o.duty, o.circle, o.unit, o.day, o.what from duty.occasion o ";

    private final JdbcClient database;

    DutyStore(JdbcClient database) {
        this.database = database;
    }

    /** As it stands on that day, in the order of the list; of what counts only later the first wording. */
    List<Duty> on(LocalDate day) {
        return database.sql(COLUMNS + """
                join duty.duty d on d.code = w.duty
                where w.place = coalesce(
                    (select max(o.place) from duty.wording o where o.duty = w.duty and o.from_day <= :day), 1)
                order by d.place
                """)
                .param("day", day)
                .query((row, _) -> duty(row))
                .list();
    }

    /** Every wording of every duty, in the order of the list, the oldest first. */
    Map<String, List<Duty>> all() {
        return database
                .sql(COLUMNS + "join duty.duty d on d.code = w.duty order by d.place, w.place")
                .query((row, _) -> duty(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Duty::code, LinkedHashMap::new, Collectors.toList()));
    }

    /** The newest first. */
    List<Change> wordings(String code) {
        return database.sql(COLUMNS + "where w.duty = :code order by w.place desc")
                .param("code", code)
                .query((row, _) -> change(row))
                .list();
    }

    /** Nothing, if somebody else was faster. */
    boolean add(Duty duty, String reason, PersonId by, Instant at) {
        return database.sql("""
                        insert into duty.wording (duty, place, from_day, name, english_name, contents, english_contents, matter,
                            post, english_post, rhythm, days, working, stays_days, objection_days, reply_days, acknowledged,
                            unread_told, columns, source, english_source, source_day, checked, ended, changed_by, changed_at,
                            reason)
                        select duty, :place, :from, name, english_name, contents, english_contents, matter, post, english_post,
                            rhythm, :days, :working, :stays, :objection, :reply, :acknowledged, :unread, :columns, :source,
                            :englishSource, :sourceDay, :checked, :ended, :by, :at, :reason
                        from duty.wording where duty = :code and place = :place - 1
                        on conflict do nothing
                        """)
                        .param("code", duty.code())
                        .param("place", duty.place())
                        .param("from", duty.from())
                        .param("days", duty.terms().days())
                        .param("working", duty.terms().working())
                        .param("stays", duty.terms().staysDays().orElse(null))
                        .param("objection", duty.terms().objectionDays())
                        .param("reply", duty.terms().replyDays())
                        .param("acknowledged", duty.terms().acknowledged())
                        .param("unread", duty.terms().unreadTold())
                        .param("columns", duty.columns().toArray(String[]::new))
                        .param("source", duty.source().words().chinese())
                        .param("englishSource", duty.source().words().english())
                        .param("sourceDay", duty.source().on())
                        .param("checked", duty.source().checked().name())
                        .param("ended", duty.ended())
                        .param("by", by.value())
                        .param("at", Timestamp.from(at))
                        .param("reason", reason)
                        .update()
                > 0;
    }

    long happened(String duty, UnitId circle, UnitId unit, LocalDate day, String what, PersonId by, Instant at) {
        return database.sql("""
                insert into duty.occasion (duty, circle, unit, day, what, told_by, told_at)
                values (:duty, :circle, :unit, :day, :what, :by, :at) returning id
                """)
                .param("duty", duty)
                .param("circle", circle.value())
                .param("unit", unit.value())
                .param("day", day)
                .param("what", what)
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    List<Occasion> occasions(UnitId circle, LocalDate since) {
        return database.sql(OCCASIONS + "where o.circle = :circle and o.day >= :since order by o.day, o.id")
                .param("circle", circle.value())
                .param("since", since)
                .query((row, _) -> occasion(row))
                .list();
    }

    /** The newest first. */
    List<Occasion> told(String duty, int most) {
        return database.sql(OCCASIONS + "where o.duty = :duty order by o.day desc, o.id desc limit :most")
                .param("duty", duty)
                .param("most", most)
                .query((row, _) -> occasion(row))
                .list();
    }

    Optional<Occasion> occasion(long id) {
        return database.sql(OCCASIONS + "where o.id = :id")
                .param("id", id)
                .query((row, _) -> occasion(row))
                .optional();
    }

    private static Occasion occasion(ResultSet row) throws SQLException {
        return new Occasion(
                row.getLong("id"),
                row.getString("duty"),
                new UnitId(row.getLong("circle")),
                new UnitId(row.getLong("unit")),
                row.getObject("day", LocalDate.class),
                row.getString("what"));
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                duty(row),
                Optional.ofNullable(row.getObject("changed_by", Long.class)).map(PersonId::new),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("reason"));
    }

    private static Duty duty(ResultSet row) throws SQLException {
        return new Duty(
                row.getString("duty"),
                row.getInt("place"),
                row.getObject("from_day", LocalDate.class),
                said(row, "name"),
                said(row, "contents"),
                row.getString("matter"),
                said(row, "post"),
                Rhythm.valueOf(row.getString("rhythm")),
                new Duty.Terms(
                        row.getInt("days"),
                        row.getBoolean("working"),
                        Optional.ofNullable(row.getObject("stays_days", Integer.class)),
                        row.getInt("objection_days"),
                        row.getInt("reply_days"),
                        row.getBoolean("acknowledged"),
                        row.getBoolean("unread_told")),
                List.of((String[]) row.getArray("columns").getArray()),
                new Duty.Source(
                        said(row, "source"),
                        row.getObject("source_day", LocalDate.class),
                        Checked.valueOf(row.getString("checked"))),
                row.getBoolean("ended"));
    }

    private static Duty.Said said(ResultSet row, String column) throws SQLException {
        return new Duty.Said(row.getString(column), row.getString("english_" + column));
    }
}
