package cn.lianxin.equality;

import cn.lianxin.kernel.UnitId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what the concern room publishes to be counted: without reports of wrongdoing, and without what names somebody. Of
 * whoever spoke in confidence nothing is known here but that he did.
 */
@Component
class Decisions {

    private static final double SECONDS_A_DAY = 86_400;

    private final JdbcClient database;

    Decisions(JdbcClient database) {
        this.database = database;
    }

    /** The mines among these units and below, by code. */
    List<UnitId> minesBelow(Collection<UnitId> units) {
        return database.sql("""
                select distinct u.id, u.code
                from organization.unit_line l join organization.unit_card u on u.id = l.unit
                where l.above = any (:units) and u.kind = 'MINE' and u.valid_until is null
                order by u.code
                """)
                .param("units", units.stream().map(UnitId::value).toArray(Long[]::new))
                .query((row, _) -> new UnitId(row.getLong("id")))
                .list();
    }

    /** What was filed from the one moment to the other, below the unit, and answered by the other. */
    List<Decided> between(Instant from, Instant until, UnitId below) {
        return database.sql("""
                select c.matter, c.grade, c.channel, c.reporter, c.answering_unit, c.ending, p.employment, t.sex,
                       cast(extract(year from c.filed_at at time zone 'Asia/Shanghai') as int) - t.birth_year as age,
                       extract(epoch from c.answered_at - c.filed_at) - c.stopped_seconds as seconds,
                       (select g.amount from concern.granted_amount g
                        where g.concern = c.id and g.at < :until order by g.at desc limit 1) as amount
                from concern.case_counted_at(:until) c
                join organization.unit_line l on l.unit = c.answering_unit and l.above = :below
                left join organization.person_card p on p.id = c.reporter
                left join organization.person_trait t on t.id = c.reporter
                where c.filed_at >= :from and c.filed_at < :until and c.answered_at is not null
                  and c.channel <> 'LEDGER' and c.split_from is null
                """)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("below", below.value())
                .query((row, _) -> decided(row))
                .list();
    }

    private static Decided decided(ResultSet row) throws SQLException {
        var reporter = Optional.ofNullable(row.getObject("reporter", Long.class));
        return new Decided(
                row.getString("matter") + row.getString("grade"),
                groups(row, reporter),
                reporter,
                row.getString("ending") == null,
                Math.max(0, row.getDouble("seconds") / SECONDS_A_DAY),
                Optional.ofNullable(row.getBigDecimal("amount")).map(BigDecimal::doubleValue));
    }

    private static Map<Trait, String> groups(ResultSet row, Optional<Long> reporter) throws SQLException {
        var groups = new EnumMap<Trait, String>(Trait.class);
        groups.put(Trait.UNIT, row.getString("answering_unit"));
        groups.put(Trait.CHANNEL, row.getString("channel"));
        // An alias lies below zero.
        groups.put(
                Trait.WAY,
                reporter.map(one -> one < 0 ? "CONFIDENTIAL" : "NAMED").orElse("ANONYMOUS"));
        Optional.ofNullable(row.getString("employment")).ifPresent(kind -> groups.put(Trait.EMPLOYMENT, kind));
        Optional.ofNullable(row.getString("sex")).ifPresent(sex -> groups.put(Trait.SEX, sex));
        Optional.ofNullable(row.getObject("age", Integer.class))
                .ifPresent(age -> groups.put(Trait.AGE, AgeBand.of(age).name()));
        return groups;
    }
}
