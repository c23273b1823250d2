package cn.lianxin.insight;

import cn.lianxin.kernel.UnitId;
import java.sql.Array;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what was counted, which the database lets nobody change. */
@Component
class QuarterWriter {

    private static final int AT_ONCE = 500;

    private record Row(int part, Indicator indicator, Count count) {}

    private record Behind(long concern, int place, CountedCase one) {}

    private final JdbcClient database;
    private final JdbcTemplate many;

    QuarterWriter(JdbcClient database, JdbcTemplate many) {
        this.database = database;
        this.many = many;
    }

    /** Nothing if it was begun already, here or on another node. */
    Optional<Long> begin(UnitId root, Span quarter, int version, Instant now) {
        return database.sql("""
                insert into insight.quarter (root, first_day, version, counted_at)
                values (:root, :first, :version, :now)
                on conflict do nothing
                returning id
                """)
                .param("root", root.value())
                .param("first", quarter.first())
                .param("version", version)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional();
    }

    void write(long quarter, Map<Integer, List<CountedCase>> cut, Map<Integer, KeptQuarter.Part> parts) {
        var counts = new ArrayList<Row>();
        parts.forEach((part, counted) ->
                counted.counts().forEach((indicator, count) -> counts.add(new Row(part, indicator, count))));
        writeCounts(quarter, counts);
        writeKeys(quarter, cut);
    }

    /** Whether they are still to be written, and by the caller. */
    boolean beginRecurrences(long quarter, Instant now) {
        return database.sql("""
                insert into insight.recurrences_counted (quarter, counted_at) values (:quarter, :now)
                on conflict do nothing
                """)
                        .param("quarter", quarter)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void writeRecurrences(long quarter, Map<Integer, Count> counts) {
        writeCounts(
                quarter,
                counts.entrySet().stream()
                        .map(entry -> new Row(entry.getKey(), Indicator.RECURRED, entry.getValue()))
                        .toList());
    }

    void writeBatches(long quarter, List<BatchStore.Batch> batches) {
        var numbered = new TreeMap<Integer, BatchStore.Batch>();
        batches.forEach(batch -> numbered.put(numbered.size(), batch));
        many.batchUpdate("""
                insert into insight.quarter_batch (quarter, place, units, rated, solved, satisfied)
                values (?, ?, ?, ?, ?, ?)
                """, numbered.entrySet(), AT_ONCE, (row, entry) -> {
            row.setLong(1, quarter);
            row.setInt(2, entry.getKey());
            row.setArray(3, array(row, "bigint", entry.getValue().units()));
            row.setInt(4, entry.getValue().rated());
            row.setInt(5, entry.getValue().solved());
            row.setInt(6, entry.getValue().satisfied());
        });
    }

    private void writeCounts(long quarter, Collection<Row> counts) {
        many.batchUpdate("""
                insert into insight.part_count
                    (quarter, part, indicator, numerator, denominator, why, left_out, days, withheld)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, counts, AT_ONCE, (row, line) -> {
            var leftOut = new TreeMap<>(line.count().leftOut());
            row.setLong(1, quarter);
            row.setInt(2, line.part());
            row.setString(3, line.indicator().name());
            row.setLong(4, line.count().numerator());
            row.setLong(5, line.count().denominator());
            row.setArray(
                    6,
                    array(row, "text", leftOut.keySet().stream().map(Enum::name).toList()));
            row.setArray(7, array(row, "bigint", leftOut.values()));
            row.setArray(8, array(row, "float8", line.count().days()));
            row.setBoolean(9, line.count().withheld());
        });
    }

    private void writeKeys(long quarter, Map<Integer, List<CountedCase>> cut) {
        record Place(int place, int part, CaseKey key) {}
        var places = new ArrayList<Place>();
        var behind = new ArrayList<Behind>();
        cut.forEach((part, cases) -> {
            var ofPart = new LinkedHashMap<CaseKey, Integer>();
            for (var one : cases) {
                var place = ofPart.computeIfAbsent(one.key(), key -> {
                    places.add(new Place(places.size(), part, key));
                    return places.size() - 1;
                });
                one.concerns().forEach(concern -> behind.add(new Behind(concern, place, one)));
            }
        });
        many.batchUpdate("""
                insert into insight.part_key (quarter, place, part, units, month, matter, grade, channel)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, places, AT_ONCE, (row, place) -> {
            row.setLong(1, quarter);
            row.setInt(2, place.place());
            row.setInt(3, place.part());
            row.setArray(4, array(row, "bigint", place.key().units()));
            row.setDate(5, Date.valueOf(place.key().month()));
            row.setString(6, place.key().matter());
            row.setString(7, place.key().grade().name());
            row.setString(8, place.key().channel());
        });
        many.batchUpdate(
                "insert into insight.behind (quarter, concern, place, own, own_entry) values (?, ?, ?, ?, ?)",
                behind,
                AT_ONCE,
                (row, line) -> {
                    row.setLong(1, quarter);
                    row.setLong(2, line.concern());
                    row.setInt(3, line.place());
                    row.setBoolean(4, line.one().own());
                    row.setBoolean(5, line.one().ownEntry());
                });
    }

    private static Array array(PreparedStatement row, String type, Collection<?> values) throws SQLException {
        return row.getConnection().createArrayOf(type, values.toArray());
    }
}
