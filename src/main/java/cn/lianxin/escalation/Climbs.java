package cn.lianxin.escalation;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.promise.Stage;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of what is watched and what was told. */
@Component
class Climbs {

    /** That a unit was told of a concern, the last time. */
    record Told(long concern, Stage clock, String threshold, Instant at) {}

    /** A rung by what it is, without its time and place: another grade may have more thresholds than the one before. */
    record Key(Stage clock, Instant began, String threshold) {
        static Key of(Rung rung) {
            return new Key(rung.clock(), rung.began(), rung.threshold());
        }
    }

    private static final int MOST_ROWS = 500;

    private final JdbcClient database;

    Climbs(JdbcClient database) {
        this.database = database;
    }

    void lookAt(long concern, Instant at) {
        database.sql("""
                insert into escalation.watch (concern, look_at) values (:concern, :at)
                on conflict (concern) do update set look_at = excluded.look_at
                """)
                .param("concern", concern)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Looks at these as well, unless they are watched already. */
    void watch(Collection<Long> concerns, Instant at) {
        database.sql("""
                insert into escalation.watch (concern, look_at)
                select id, :at from unnest(cast(:concerns as bigint[])) id
                on conflict (concern) do nothing
                """)
                .param("concerns", concerns.toArray(Long[]::new))
                .param("at", Timestamp.from(at))
                .update();
    }

    void forget(long concern) {
        database.sql("delete from escalation.watch where concern = :concern")
                .param("concern", concern)
                .update();
    }

    List<Long> due(Instant now, int limit) {
        return database.sql("select concern from escalation.watch where look_at <= :now order by look_at limit :limit")
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, _) -> row.getLong("concern"))
                .list();
    }

    /** Whether this node may look at it now; held until the end of the transaction. */
    boolean hold(long concern, Instant now) {
        return database.sql("""
                        select concern from escalation.watch
                        where concern = :concern and look_at <= :now
                        for update skip locked
                        """)
                .param("concern", concern)
                .param("now", Timestamp.from(now))
                .query((row, _) -> row.getLong("concern"))
                .optional()
                .isPresent();
    }

    Set<Key> climbed(long concern) {
        return new HashSet<>(
                database.sql("select clock, began_at, threshold from escalation.climb where concern = :concern")
                        .param("concern", concern)
                        .query((row, _) -> new Key(
                                Stage.valueOf(row.getString("clock")),
                                row.getTimestamp("began_at").toInstant(),
                                row.getString("threshold")))
                        .list());
    }

    void climb(long concern, Rung rung, UnitId unit, Instant at) {
        database.sql("""
                insert into escalation.climb (concern, clock, began_at, rung, threshold, unit, at)
                values (:concern, :clock, :began, :rung, :threshold, :unit, :at)
                """)
                .param("concern", concern)
                .param("clock", rung.clock().name())
                .param("began", Timestamp.from(rung.began()))
                .param("rung", rung.place())
                .param("threshold", rung.threshold())
                .param("unit", unit.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** What these units were told, the latest of each concern, newest first. */
    List<Told> toldTo(Collection<UnitId> units) {
        return database.sql("""
                select concern, clock, threshold, at from (
                    select distinct on (concern) concern, clock, threshold, at
                    from escalation.climb
                    where unit = any (:units)
                    order by concern, at desc, rung desc) last
                order by at desc
                limit :limit
                """)
                .param("units", units.stream().map(UnitId::value).toArray(Long[]::new))
                .param("limit", MOST_ROWS)
                .query((row, _) -> new Told(
                        row.getLong("concern"),
                        Stage.valueOf(row.getString("clock")),
                        row.getString("threshold"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
