package cn.lianxin.insight;

import cn.lianxin.identity.LineHolders;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.vault.Aliases;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.promise.Grade;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the concern room publishes to be counted, for one enterprise at once and in one query. */
@Component
class CaseStore {

    private record Row(long id, Optional<Long> splitFrom, CountedCase one) {}

    private final LineHolders holders;
    private final Aliases aliases;
    private final JdbcClient database;

    CaseStore(LineHolders holders, Aliases aliases, JdbcClient database) {
        this.holders = holders;
        this.aliases = aliases;
        this.database = database;
    }

    /** When the first of what units below the root had to answer was filed. */
    Optional<LocalDate> first(UnitId root) {
        return database.sql("""
                select min(c.filed_at) as at
                from concern.counted_case c
                join organization.unit_line l on l.unit = c.answering_unit and l.above = :root
                """)
                .param("root", root.value())
                .query((row, _) -> instant(row, "at"))
                .single()
                .map(at -> LocalDate.ofInstant(at, Screen.ZONE));
    }

    /** Everything that units below the root had to answer and that was filed on these days, as it stood at the moment; oldest first. */
    List<CountedCase> filed(LocalDate first, LocalDate last, UnitId root, Instant moment) {
        var known = holders.all();
        var rows = database.sql("""
                select c.*, line.units,
                       exists (select 1 from identity.role_holder h
                           where h.person in (coalesce(known.person, c.reporter), c.clerk) and h.role in ('HANDLER', 'UNIT_LEADER')
                             and h.unit = any (line.units)) as own,
                       exists (select 1 from identity.role_holder h
                           where h.person = c.clerk and h.role in ('HANDLER', 'UNIT_LEADER')
                             and h.unit = any (line.units)) as own_entry
                from concern.case_counted_at(:moment) c
                join (select l.unit, array_agg(l.above order by l.distance) as units
                      from organization.unit_line l group by l.unit) line on line.unit = c.answering_unit
                left join unnest(cast(:aliases as bigint[]), cast(:people as bigint[])) as known (alias, person)
                    on known.alias = c.reporter
                where c.filed_at >= :since and c.filed_at < :until and :root = any (line.units)
                order by c.id
                """)
                .param("moment", Timestamp.from(moment))
                .param("aliases", known.aliases())
                .param("people", known.people())
                .param("since", Timestamp.from(first.atStartOfDay(Screen.ZONE).toInstant()))
                .param(
                        "until",
                        Timestamp.from(
                                last.plusDays(1).atStartOfDay(Screen.ZONE).toInstant()))
                .param("root", root.value())
                .query((row, _) -> row(row))
                .list();
        return merged(rows);
    }

    /** What was split and went to the same unit is one case. */
    private static List<CountedCase> merged(Collection<Row> rows) {
        var wholes = new HashMap<Long, Long>();
        rows.forEach(row -> row.splitFrom().ifPresent(whole -> wholes.put(row.id(), whole)));
        var groups = new TreeMap<Long, Map<Long, List<CountedCase>>>();
        for (var row : rows) {
            var origin = row.id();
            while (wholes.containsKey(origin)) {
                origin = wholes.get(origin);
            }
            groups.computeIfAbsent(origin, _ -> new LinkedHashMap<>())
                    .computeIfAbsent(row.one().units().getFirst(), _ -> new ArrayList<>())
                    .add(row.one());
        }
        return groups.values().stream()
                .flatMap(byUnit -> byUnit.values().stream())
                .map(CountedCase::together)
                .toList();
    }

    private Row row(ResultSet row) throws SQLException {
        var id = row.getLong("id");
        var filedAt = row.getTimestamp("filed_at").toInstant();
        var one = new CountedCase(
                List.of(id),
                Arrays.asList((Long[]) row.getArray("units").getArray()),
                number(row, "reporter").map(aliases::ofKnown),
                row.getString("kind"),
                row.getString("channel"),
                row.getString("matter"),
                Grade.valueOf(row.getString("grade")),
                LocalDate.ofInstant(filedAt, Screen.ZONE),
                filedAt,
                row.getTimestamp("acknowledge_by").toInstant(),
                row.getTimestamp("reply_by").toInstant(),
                instant(row, "acknowledged_at"),
                instant(row, "answered_at"),
                instant(row, "withdrawn_at"),
                Optional.ofNullable(row.getString("ending")).map(Ending::valueOf),
                row.getBoolean("recorded"),
                row.getBoolean("raised_again"),
                row.getBoolean("own"),
                row.getBoolean("own_entry"),
                Duration.ofMillis(Math.round(row.getDouble("stopped_seconds") * 1_000)),
                row.getLong("unit") + "/" + row.getString("place").strip(),
                false);
        return new Row(id, number(row, "split_from"), one);
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
