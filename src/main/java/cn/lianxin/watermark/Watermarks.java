package cn.lianxin.watermark;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every mark that was given, for ever: a screenshot may turn up years later. */
@Component
class Watermarks {

    private static final long SLOT = 3600;
    private static final String COLUMNS = "id, reader, name, unit, title, tail, at";

    /** @param reader as readings name him */
    record Bearer(String reader, String name, String unit, String title, String tail) {}

    private final JdbcClient sql;
    private final Clock clock;

    Watermarks(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The one of this hour, made now where he has none. */
    @Transactional
    public Watermark of(Bearer bearer) {
        var at = clock.instant();
        return find(bearer.reader(), at).orElseGet(() -> {
            make(bearer, at);
            return find(bearer.reader(), at).orElseThrow();
        });
    }

    private Optional<Watermark> find(String reader, Instant at) {
        return sql.sql("select " + COLUMNS + " from watermark.given where reader = :reader and slot = :slot")
                .param("reader", reader)
                .param("slot", at.getEpochSecond() / SLOT)
                .query(Watermark::of)
                .optional();
    }

    private void make(Bearer bearer, Instant at) {
        sql.sql("""
                        insert into watermark.given (reader, name, unit, title, tail, at, slot)
                        values (:reader, :name, :unit, :title, :tail, :at, :slot)
                        on conflict (reader, slot) do nothing
                        """)
                .param("reader", bearer.reader())
                .param("name", bearer.name())
                .param("unit", bearer.unit())
                .param("title", bearer.title())
                .param("tail", bearer.tail())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("slot", at.getEpochSecond() / SLOT)
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Watermark> get(long id) {
        return sql.sql("select " + COLUMNS + " from watermark.given where id = :id")
                .param("id", id)
                .query(Watermark::of)
                .optional();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Long> givenSince(Instant from, int most) {
        return sql.sql("select id from watermark.given where at >= :from order by id desc limit :most")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> row.getLong("id"))
                .list();
    }
}
