package cn.lianxin.platform.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets go of what was kept long enough, from the beginning of each chain; the chain goes on from the hash of the last that
 * went. While a log is not what it was, nothing of it goes.
 */
@Component
class LettingGo {

    private static final int AT_ONCE = 5_000;

    private final JdbcClient sql;
    private final Links links;
    private final Witness witness;
    private final Checking checking;
    private final TransactionTemplate transactions;
    private final Clock clock;

    LettingGo(
            JdbcClient sql,
            Links links,
            Witness witness,
            Checking checking,
            TransactionTemplate transactions,
            Clock clock) {
        this.sql = sql;
        this.links = links;
        this.witness = witness;
        this.checking = checking;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @return how many entries of all logs went */
    int letGo(Instant before) {
        if (checking.isBroken() || !checking.checkAll().isEmpty()) {
            return 0;
        }
        var all = 0;
        for (var log : Log.values()) {
            all += letGo(log, before);
        }
        return all;
    }

    private int letGo(Log log, Instant before) {
        var first = links.start(log).place();
        Optional<Head> gone;
        do {
            gone = Objects.requireNonNull(
                    transactions.execute(_ -> links.isMine(log) ? step(log, before) : Optional.<Head>empty()));
        } while (gone.isPresent());
        return (int) (links.start(log).place() - first);
    }

    /** At most so many from the beginning, up to the first that is younger. */
    private Optional<Head> step(Log log, Instant before) {
        var start = links.start(log).place();
        var last = lastOlder(log, start, before);
        if (last <= start) {
            return Optional.empty();
        }
        var head = new Head(last, links.hashAt(log, last).orElseThrow());
        sql.sql("select set_config('audit.letting_go', 'on', true)")
                .query((row, _) -> row.getString(1))
                .single();
        sql.sql("delete from " + log.table()
                        + " where id in (select entry from audit.link where log = :log and place <= :place)")
                .param("log", log.name())
                .param("place", last)
                .update();
        sql.sql("delete from audit.link where log = :log and place <= :place")
                .param("log", log.name())
                .param("place", last)
                .update();
        sql.sql("insert into audit.anchor (log, place, hash, at) values (:log, :place, :hash, :at)")
                .param("log", log.name())
                .param("place", last)
                .param("hash", head.hash())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        // Before it is committed: who is killed in between has let go of less than he said, and the chain is whole.
        witness.letGo(log, head, clock.instant());
        return Optional.of(head);
    }

    private long lastOlder(Log log, long start, Instant before) {
        return sql.sql("select coalesce(min(l.place) - 1, :most) as place from audit.link l join " + log.table() + """
                 e on e.id = l.entry
                where l.log = :log and l.place > :start and l.place <= :most and (e.at >= :before or l.at >= :before)
                """)
                .param("log", log.name())
                .param("start", start)
                .param("most", Math.min(start + AT_ONCE, links.last(log).place()))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong("place"))
                .single();
    }
}
