package cn.lianxin.correspondent;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.UnitCard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of fee sheets: their heads, what was done with them and how they were closed. Each is seen by the editors above its unit. */
@Component
class Sheets {

    /** @param document what came out, once it is closed */
    record Head(
            long id,
            UnitId unit,
            String unitCode,
            String unitName,
            YearMonth month,
            String closedBy,
            Optional<Instant> closedAt,
            String document,
            String digest) {

        boolean isClosed() {
            return closedAt.isPresent();
        }
    }

    enum Deed {
        DRAWN_UP,
        COLLECTED,
        SHARED,
        CORRECTED,
        CORRECTION_REMOVED,
        CLOSED
    }

    record Step(Instant at, PersonId person, String name, Deed deed, String detail) {}

    private static final String HEAD = """
            select s.id, s.unit, s.unit_code, s.unit_name, s.month, s.closed_by_name, s.closed_at,
                coalesce(s.document, '') as document, coalesce(s.digest, '') as digest
            from correspondent.sheet s
            """;

    private static final String SEEN = """
            exists (select 1 from organization.unit_line l where l.unit = s.unit and l.above = any (:units))
            """;

    private final JdbcClient database;
    private final Clock clock;

    Sheets(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<Head> all(Actor by, int most) {
        return database.sql(HEAD + "where " + SEEN + " order by s.month desc, s.unit_name, s.id limit :most")
                .param("units", Keepers.ids(by))
                .param("most", most)
                .query(Sheets::head)
                .list();
    }

    Head get(long id, Actor by) {
        return database.sql(HEAD + "where s.id = :id and " + SEEN)
                .param("id", id)
                .param("units", Keepers.ids(by))
                .query(Sheets::head)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Nobody else changes it until this transaction is over. */
    Head hold(long id, Actor by) {
        var found = database.sql("select s.id from correspondent.sheet s where s.id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
        if (found.isEmpty()) {
            throw new Refusal.NotFound();
        }
        return get(id, by);
    }

    Optional<Head> of(UnitId unit, YearMonth month) {
        return database.sql(HEAD + "where s.unit = :unit and s.month = :month")
                .param("unit", unit.value())
                .param("month", month.atDay(1))
                .query(Sheets::head)
                .optional();
    }

    /** Empty where somebody else has just drawn it up. */
    Optional<Long> add(UnitCard unit, YearMonth month) {
        return database.sql("""
                        insert into correspondent.sheet (unit, unit_code, unit_name, month)
                        values (:unit, :code, :name, :month) on conflict (unit, month) do nothing returning id
                        """)
                .param("unit", unit.id().value())
                .param("code", unit.code())
                .param("name", unit.name())
                .param("month", month.atDay(1))
                .query(Long.class)
                .optional();
    }

    void step(long sheet, Deed deed, String detail, Actor.Member by) {
        database.sql("""
                insert into correspondent.step (sheet, at, person, name, deed, detail)
                values (:sheet, :at, :person, :name, :deed, :detail)
                """)
                .param("sheet", sheet)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", by.person().value())
                .param("name", by.name())
                .param("deed", deed.name())
                .param("detail", detail)
                .update();
    }

    List<Step> steps(long sheet) {
        return database.sql(
                        "select at, person, name, deed, detail from correspondent.step where sheet = :sheet order by id")
                .param("sheet", sheet)
                .query((row, _) -> new Step(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new PersonId(row.getLong("person")),
                        row.getString("name"),
                        Deed.valueOf(row.getString("deed")),
                        row.getString("detail")))
                .list();
    }

    void close(long sheet, String document, Actor.Member by) {
        database.sql("""
                update correspondent.sheet set closed_by = :by, closed_by_name = :name, closed_at = :at, document = :document,
                    digest = :digest, version = version + 1
                where id = :sheet
                """)
                .param("by", by.person().value())
                .param("name", by.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("document", document)
                .param("digest", FeeSheet.digest(document))
                .param("sheet", sheet)
                .update();
    }

    private static Head head(ResultSet row, int place) throws SQLException {
        @Nullable OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new Head(
                row.getLong("id"),
                new UnitId(row.getLong("unit")),
                row.getString("unit_code"),
                row.getString("unit_name"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getString("closed_by_name"),
                Optional.ofNullable(closed).map(OffsetDateTime::toInstant),
                row.getString("document"),
                row.getString("digest"));
    }
}
