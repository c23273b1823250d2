package cn.lianxin.publicledger;

import cn.lianxin.kernel.Page;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What all may read. Everything asks {@code publicledger.shown}, so what is taken down is gone from everywhere at once. */
@Component
class PublicEntries {

    private static final int PAGE_SIZE = 20;

    private static final String MONTH = "to_char(s.public_at at time zone 'Asia/Shanghai', 'YYYY-MM')";

    private static final String SHOWN = """
            select s.number, s.request, s.reply, s.unit, s.matter, s.promised_on, s.replied_on, s.public_at,
                v.released_on, v.unit as batch_unit, v.rated, v.solved, v.partly, v.not_solved, v.satisfied, v.fairly,
                v.not_satisfied, r.came_back,
                (select count(*) from publicledger.shown_picture q where q.entry = s.number) as pictures
            from publicledger.shown s
            left join publicledger.verdicts v on v.entry = s.number
            left join publicledger.recurrence r on r.entry = s.number
            """;

    /** That it was there; without a rule where whoever raised it took his consent back. */
    record Gravestone(Instant at, Optional<Withdrawn> rule) {}

    /** By what the list may be narrowed. */
    record Choice(UnitId unit, String name) {}

    private final JdbcClient database;
    private final Directory directory;

    PublicEntries(JdbcClient database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    /**
     * The newest first.
     *
     * @param unit with all below it
     * @param month as 2026-11, blank for all
     * @param after cursor of the page before, blank for the newest
     */
    @Transactional(readOnly = true)
    public Page<Shown> list(Optional<UnitId> unit, String month, String after) {
        var rows = database.sql(SHOWN + """
                where (cast(:unit as bigint) is null
                       or s.unit in (select l.unit from organization.unit_line l where l.above = cast(:unit as bigint)))
                  and (:month = '' or %s = :month) and s.number < :before
                order by s.number desc limit :limit
                """.formatted(MONTH))
                .param("unit", unit.map(UnitId::value).orElse(null))
                .param("month", month.matches("[0-9]{4}-[0-9]{2}") ? month : "")
                .param("before", after.matches("[0-9]{1,18}") ? Long.parseLong(after) : Long.MAX_VALUE)
                .param("limit", PAGE_SIZE + 1)
                .query((row, _) -> shown(row))
                .list();
        return Page.of(rows, PAGE_SIZE, row -> String.valueOf(row.number()));
    }

    /** Units that had to answer something of it, by their names. */
    @Transactional(readOnly = true)
    public List<Choice> units() {
        return database
                .sql("select distinct s.unit from publicledger.shown s order by s.unit")
                .query((row, _) -> new UnitId(row.getLong("unit")))
                .list()
                .stream()
                .map(unit -> new Choice(unit, directory.pathName(unit)))
                .toList();
    }

    /** In which something was published, the newest first. */
    @Transactional(readOnly = true)
    public List<String> months() {
        return database.sql("select distinct " + MONTH + " as month from publicledger.shown s order by month desc")
                .query((row, _) -> row.getString("month"))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Shown> find(long number) {
        return database.sql(SHOWN + "where s.number = :number")
                .param("number", number)
                .query((row, _) -> shown(row))
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Shown.Picture> pictures(long number) {
        return database.sql("""
                select q.place, q.width, q.height, q.alternative_text, q.covers, q.sha256
                from publicledger.shown_picture q where q.entry = :number order by q.place
                """)
                .param("number", number)
                .query((row, _) -> new Shown.Picture(
                        row.getInt("place"),
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getString("alternative_text"),
                        Stream.of((String[]) row.getArray("covers").getArray())
                                .map(Covered::valueOf)
                                .distinct()
                                .sorted()
                                .toList(),
                        row.getString("sha256")))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<byte[]> picture(long number, int place) {
        return database.sql("""
                select q.bytes from publicledger.shown_picture q where q.entry = :number and q.place = :place
                """)
                .param("number", number)
                .param("place", place)
                .query((row, _) -> row.getBytes("bytes"))
                .optional();
    }

    /** Under which number all may read of this concern. */
    @Transactional(readOnly = true)
    public Optional<Long> numberOf(long concern) {
        return database.sql("select s.number from publicledger.shown s where s.concern = :concern")
                .param("concern", concern)
                .query(Long.class)
                .optional();
    }

    /** Of what was public once and is not any more; NotFound of what never was. */
    @Transactional(readOnly = true)
    public Gravestone gravestone(long number) {
        return database.sql("""
                select coalesce(w.at, c.taken_back_at, e.public_at) as at, w.rule
                from publicledger.entry e
                join publicledger.consent c on c.concern = e.concern
                left join publicledger.withdrawal w on w.entry = e.number
                where e.number = :number and e.state = 'PUBLIC'
                """)
                .param("number", number)
                .query((row, _) -> new Gravestone(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString("rule"))
                                .map(Withdrawn::valueOf)
                                .filter(Withdrawn::ofOffice)))
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    private Shown shown(ResultSet row) throws SQLException {
        var unit = new UnitId(row.getLong("unit"));
        return new Shown(
                row.getLong("number"),
                new Wording(row.getString("request"), row.getString("reply")),
                unit,
                directory.pathName(unit),
                row.getString("matter"),
                row.getObject("promised_on", LocalDate.class),
                row.getObject("replied_on", LocalDate.class),
                row.getObject("public_at", OffsetDateTime.class).toInstant(),
                verdicts(row),
                Optional.ofNullable(row.getObject("came_back", Boolean.class)),
                row.getInt("pictures"));
    }

    private Optional<Shown.Verdicts> verdicts(ResultSet row) throws SQLException {
        @Nullable LocalDate released = row.getObject("released_on", LocalDate.class);
        return released == null
                ? Optional.empty()
                : Optional.of(new Shown.Verdicts(
                        released,
                        directory.pathName(new UnitId(row.getLong("batch_unit"))),
                        row.getInt("rated"),
                        row.getInt("solved"),
                        row.getInt("partly"),
                        row.getInt("not_solved"),
                        row.getInt("satisfied"),
                        row.getInt("fairly"),
                        row.getInt("not_satisfied")));
    }
}
