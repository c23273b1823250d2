package cn.lianxin.correspondent;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.newsroom.ArticleKind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of the versions of the rates; none is ever changed. */
@Component
class RateTables {

    /** A version with whose it is and who set it why. */
    record Kept(UnitId unit, String unitName, RateTable table, String by, Instant at, String reason) {}

    private record Head(
            long version, UnitId unit, String unitName, LocalDate from, String by, Instant at, String reason) {}

    private static final String HEAD = """
            select v.id, v.unit, u.name as unit_name, v.from_day, v.set_by_name, v.set_at, v.reason
            from correspondent.rate_version v join organization.unit_card u on u.id = v.unit
            """;

    private final JdbcClient database;
    private final Clock clock;

    RateTables(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Of these units, of those above and of those below them; the newest first. */
    List<Kept> around(Long[] units) {
        return whole(database.sql(HEAD + """
                        where exists (select 1 from organization.unit_line l
                                      where l.unit = v.unit and l.above = any (:units) or l.unit = any (:units) and l.above = v.unit)
                        order by u.name, v.unit, v.from_day desc
                        """).param("units", units));
    }

    List<Kept> of(UnitId unit) {
        return whole(database.sql(HEAD + "where v.unit = :unit order by v.from_day desc")
                .param("unit", unit.value()));
    }

    /** Whether anything is in force there by itself or from above, on whatever day. */
    boolean anyFor(UnitId unit) {
        return database.sql("""
                        select exists (select 1 from correspondent.rate_version v
                                       join organization.unit_line l on l.above = v.unit where l.unit = :unit)
                        """)
                .param("unit", unit.value())
                .query(Boolean.class)
                .single();
    }

    /** Of the unit itself or, where it has none that day, of the nearest above. */
    Optional<Long> inForce(UnitId unit, LocalDate day) {
        return database.sql("""
                        select v.id from correspondent.rate_version v
                        join organization.unit_line l on l.above = v.unit
                        where l.unit = :unit and v.from_day <= :day
                        order by l.distance, v.from_day desc limit 1
                        """)
                .param("unit", unit.value())
                .param("day", day)
                .query(Long.class)
                .optional();
    }

    RateTable get(long version) {
        return whole(database.sql(HEAD + "where v.id = :version").param("version", version))
                .getFirst()
                .table();
    }

    long add(UnitId unit, LocalDate from, List<RateTable.Rate> rates, String reason, Actor.Member by) {
        var version = database.sql("""
                        insert into correspondent.rate_version (unit, from_day, set_by, set_by_name, set_at, reason)
                        values (:unit, :from, :by, :name, :at, :reason) returning id
                        """)
                .param("unit", unit.value())
                .param("from", from)
                .param("by", by.person().value())
                .param("name", by.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .query(Long.class)
                .single();
        for (var rate : rates) {
            database.sql("""
                    insert into correspondent.rate (version, channel, kind, fen) values (:version, :channel, :kind, :fen)
                    """)
                    .param("version", version)
                    .param("channel", rate.channel())
                    .param("kind", rate.kind().name())
                    .param("fen", rate.fen())
                    .update();
        }
        return version;
    }

    private List<Kept> whole(JdbcClient.StatementSpec heads) {
        return heads
                .query((row, _) -> new Head(
                        row.getLong("id"),
                        new UnitId(row.getLong("unit")),
                        row.getString("unit_name"),
                        row.getObject("from_day", LocalDate.class),
                        row.getString("set_by_name"),
                        row.getObject("set_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason")))
                .list()
                .stream()
                .map(head -> new Kept(
                        head.unit(),
                        head.unitName(),
                        new RateTable(head.version(), head.from(), rates(head.version())),
                        head.by(),
                        head.at(),
                        head.reason()))
                .toList();
    }

    private List<RateTable.Rate> rates(long version) {
        return database.sql("select channel, kind, fen from correspondent.rate where version = :version")
                .param("version", version)
                .query((row, _) -> new RateTable.Rate(
                        row.getString("channel"), ArticleKind.valueOf(row.getString("kind")), row.getLong("fen")))
                .list();
    }
}
