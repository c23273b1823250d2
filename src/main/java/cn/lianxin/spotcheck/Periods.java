package cn.lianxin.spotcheck;

import cn.lianxin.kernel.UnitId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of periods, their seeds and their rates. */
@Component
class Periods {

    private final JdbcClient database;

    Periods(JdbcClient database) {
        this.database = database;
    }

    /** The newest first. */
    List<Period> all() {
        return database.sql("""
                select id, begins, ends, commitment, published_at, drawn_until, revealed_at
                from spotcheck.period order by begins desc
                """).query((row, _) -> period(row)).list();
    }

    Optional<Period> find(long id) {
        return all().stream().filter(period -> period.id() == id).findFirst();
    }

    /** Empty where another node was quicker. */
    Optional<Long> add(LocalDate begins, LocalDate ends, byte[] seed, String commitment, Instant at) {
        return database.sql("""
                insert into spotcheck.period (begins, ends, seed, commitment, published_at, drawn_until)
                values (:begins, :ends, :seed, :commitment, :at, :begins)
                on conflict (begins) do nothing
                returning id
                """)
                .param("begins", begins)
                .param("ends", ends)
                .param("seed", seed)
                .param("commitment", commitment)
                .param("at", Timestamp.from(at))
                .query((row, _) -> row.getLong("id"))
                .optional();
    }

    void addRate(long period, UnitId unit, int answersBefore, BigDecimal rate) {
        database.sql("""
                insert into spotcheck.rate (period, unit, answers_before, rate)
                values (:period, :unit, :before, :rate)
                """)
                .param("period", period)
                .param("unit", unit.value())
                .param("before", answersBefore)
                .param("rate", rate)
                .update();
    }

    Map<UnitId, BigDecimal> rates(long period) {
        var rates = new LinkedHashMap<UnitId, BigDecimal>();
        database.sql("select unit, rate from spotcheck.rate where period = :period order by unit")
                .param("period", period)
                .query(row -> {
                    rates.put(new UnitId(row.getLong("unit")), row.getBigDecimal("rate"));
                });
        return rates;
    }

    /** Held until the end of the transaction, so that two nodes never draw at once. */
    byte[] seedForDrawing(long period) {
        return database.sql("select seed from spotcheck.period where id = :id for update")
                .param("id", period)
                .query((row, _) -> row.getBytes("seed"))
                .single();
    }

    /** Only once the last call is over. */
    Optional<String> revealedSeed(long period) {
        return database.sql("select seed from spotcheck.period where id = :id and revealed_at is not null")
                .param("id", period)
                .query((row, _) -> HexFormat.of().formatHex(row.getBytes("seed")))
                .optional();
    }

    void drawnUntil(long period, LocalDate monday) {
        database.sql("update spotcheck.period set drawn_until = :monday where id = :id")
                .param("id", period)
                .param("monday", monday)
                .update();
    }

    void reveal(long period, Instant at) {
        database.sql("update spotcheck.period set revealed_at = :at where id = :id")
                .param("id", period)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Period period(ResultSet row) throws SQLException {
        return new Period(
                row.getLong("id"),
                row.getObject("begins", LocalDate.class),
                row.getObject("ends", LocalDate.class),
                row.getString("commitment"),
                row.getTimestamp("published_at").toInstant(),
                row.getObject("drawn_until", LocalDate.class),
                Optional.ofNullable(row.getTimestamp("revealed_at")).map(Timestamp::toInstant));
    }
}
