package cn.lianxin.insight;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.promise.Grade;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads quarters as they were counted. */
@Component
class Quarters {

    private final JdbcClient database;

    Quarters(JdbcClient database) {
        this.database = database;
    }

    /** By this version of the definitions, or the one before it. */
    Optional<KeptQuarter> find(UnitId root, Span quarter, int version) {
        return newest(root, quarter, version).map(id -> new KeptQuarter(quarter, parts(id), batches(id)));
    }

    Optional<Long> newest(UnitId root, Span quarter, int version) {
        return database.sql("""
                select id from insight.quarter
                where root = :root and first_day = :first and version <= :version
                order by version desc limit 1
                """)
                .param("root", root.value())
                .param("first", quarter.first())
                .param("version", version)
                .query(Long.class)
                .optional();
    }

    Optional<LocalDate> last(UnitId root) {
        return database.sql("select max(first_day) as day from insight.quarter where root = :root")
                .param("root", root.value())
                .query((row, _) -> Optional.ofNullable(row.getObject("day", LocalDate.class)))
                .single();
    }

    /** The quarters whose recurrences are still to be counted. */
    Map<Long, LocalDate> withoutRecurrences(UnitId root) {
        var found = new TreeMap<Long, LocalDate>();
        database.sql("""
                select q.id, q.first_day from insight.quarter q
                where q.root = :root and not exists (
                    select 1 from insight.recurrences_counted r where r.quarter = q.id)
                """).param("root", root.value()).query(row -> {
            found.put(row.getLong("id"), row.getObject("first_day", LocalDate.class));
        });
        return found;
    }

    /** What is remembered of a case: its part, and whether those who answer raised it. */
    record Behind(int part, boolean own, boolean ownEntry) {}

    Map<Long, Behind> behind(long quarter) {
        var behind = new HashMap<Long, Behind>();
        database.sql("""
                select b.concern, k.part, b.own, b.own_entry
                from insight.behind b join insight.part_key k on k.quarter = b.quarter and k.place = b.place
                where b.quarter = :quarter
                """).param("quarter", quarter).query(row -> {
            behind.put(
                    row.getLong("concern"),
                    new Behind(row.getInt("part"), row.getBoolean("own"), row.getBoolean("own_entry")));
        });
        return behind;
    }

    /** The concerns behind a group, whether it is shown or not. */
    List<Long> concernsOf(Collection<Long> quarters, Group group) {
        return database.sql("""
                select b.concern
                from insight.behind b join insight.part_key k on k.quarter = b.quarter and k.place = b.place
                where b.quarter = any (:quarters) and :unit = any (k.units)
                  and k.month between :first and :last and starts_with(k.matter, :matter)
                  and (:grade = '' or k.grade = :grade) and (:channel = '' or k.channel = :channel)
                """)
                .param("quarters", quarters.toArray(Long[]::new))
                .param("unit", group.unit().value())
                .param("first", group.span().first())
                .param("last", group.span().last())
                .param("matter", group.matter().orElse(""))
                .param("grade", group.grade().map(Grade::name).orElse(""))
                .param("channel", group.channel().orElse(""))
                .query((row, _) -> row.getLong("concern"))
                .list();
    }

    private List<KeptQuarter.Part> parts(long quarter) {
        var counts = new TreeMap<Integer, Map<Indicator, Count>>();
        database.sql("""
                select part, indicator, numerator, denominator, why, left_out, days, withheld
                from insight.part_count where quarter = :quarter
                """).param("quarter", quarter).query(row -> {
            Objects.requireNonNull(counts.computeIfAbsent(row.getInt("part"), _ -> new EnumMap<>(Indicator.class)))
                    .put(Indicator.valueOf(row.getString("indicator")), count(row));
        });
        var keys = new TreeMap<Integer, List<CaseKey>>();
        database.sql("""
                select part, units, month, matter, grade, channel from insight.part_key
                where quarter = :quarter order by place
                """).param("quarter", quarter).query(row -> {
            Objects.requireNonNull(keys.computeIfAbsent(row.getInt("part"), _ -> new ArrayList<>()))
                    .add(key(row));
        });
        return keys.entrySet().stream()
                .map(entry ->
                        new KeptQuarter.Part(entry.getValue(), Objects.requireNonNull(counts.get(entry.getKey()))))
                .toList();
    }

    private List<BatchStore.Batch> batches(long quarter) {
        return database.sql("""
                select units, rated, solved, satisfied from insight.quarter_batch where quarter = :quarter order by place
                """)
                .param("quarter", quarter)
                .query((row, _) -> new BatchStore.Batch(
                        units(row), row.getInt("rated"), row.getInt("solved"), row.getInt("satisfied")))
                .list();
    }

    private static Count count(ResultSet row) throws SQLException {
        var why = (String[]) row.getArray("why").getArray();
        var cases = (Long[]) row.getArray("left_out").getArray();
        var leftOut = new EnumMap<LeftOut, Long>(LeftOut.class);
        IntStream.range(0, why.length).forEach(at -> leftOut.put(LeftOut.valueOf(why[at]), cases[at]));
        return new Count(
                row.getLong("numerator"),
                row.getLong("denominator"),
                leftOut,
                Arrays.asList((Double[]) row.getArray("days").getArray()),
                row.getBoolean("withheld"));
    }

    private static CaseKey key(ResultSet row) throws SQLException {
        return new CaseKey(
                units(row),
                row.getObject("month", LocalDate.class),
                row.getString("matter"),
                Grade.valueOf(row.getString("grade")),
                row.getString("channel"));
    }

    private static List<Long> units(ResultSet row) throws SQLException {
        return Arrays.asList((Long[]) row.getArray("units").getArray());
    }
}
