package cn.lianxin.platform.outbox;

import cn.lianxin.platform.outgoing.Trouble;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits and what went wrong, without a word of whom it is for. */
@Component
public class OutboxKeeping {

    private static final Duration DAY = Duration.ofDays(1);

    /**
     * @param late those that wait because an attempt failed
     * @param oldestDue of what waits and is due
     */
    public record Figures(
            String queue,
            long waiting,
            long late,
            long sent,
            long unknown,
            long givenUp,
            Optional<Instant> oldestDue) {}

    public enum Stuck {
        WAITING,
        UNKNOWN,
        GIVEN_UP
    }

    public record Stray(
            UUID id,
            String queue,
            Stuck stuck,
            Instant putAt,
            Instant nextAt,
            int attempts,
            Optional<Trouble> trouble,
            String detail) {}

    private final JdbcClient database;
    private final Clock clock;

    OutboxKeeping(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Of each queue that has anything; what was sent counts for a day. */
    @Transactional(readOnly = true)
    public List<Figures> figures() {
        return database.sql("""
                select queue,
                    count(*) filter (where state in ('WAITING', 'UNDER_WAY')) as waiting,
                    count(*) filter (where state = 'WAITING' and attempts > 0) as late,
                    count(*) filter (where state = 'SENT' and done_at > :dayAgo) as sent,
                    count(*) filter (where state = 'UNKNOWN') as unknown,
                    count(*) filter (where state = 'GIVEN_UP') as given_up,
                    min(due_at) filter (where state = 'WAITING' and due_at <= :now) as oldest_due
                from outbox.parcel
                where state in ('WAITING', 'UNDER_WAY', 'UNKNOWN', 'GIVEN_UP') or done_at > :dayAgo
                group by queue
                order by queue
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("dayAgo", Timestamp.from(clock.instant().minus(DAY)))
                .query((row, _) -> new Figures(
                        row.getString("queue"),
                        row.getLong("waiting"),
                        row.getLong("late"),
                        row.getLong("sent"),
                        row.getLong("unknown"),
                        row.getLong("given_up"),
                        Optional.ofNullable(row.getTimestamp("oldest_due")).map(Timestamp::toInstant)))
                .list();
    }

    /** What failed at least once and is not sent, the newest first. */
    @Transactional(readOnly = true)
    public List<Stray> strays(int limit) {
        return database.sql("""
                select id, queue, state, put_at, next_at, attempts, trouble, detail from outbox.parcel
                where state in ('UNKNOWN', 'GIVEN_UP') or state = 'WAITING' and attempts > 0
                order by seq desc
                limit :limit
                """)
                .param("limit", limit)
                .query((row, _) -> new Stray(
                        row.getObject("id", UUID.class),
                        row.getString("queue"),
                        Stuck.valueOf(row.getString("state")),
                        row.getTimestamp("put_at").toInstant(),
                        row.getTimestamp("next_at").toInstant(),
                        row.getInt("attempts"),
                        Optional.ofNullable(row.getString("trouble")).map(Trouble::valueOf),
                        row.getString("detail")))
                .list();
    }

    /** At once, with new patience. What may have arrived is sent again only so: a person has decided it. */
    @Transactional
    public boolean retry(UUID parcel) {
        return retry("id = :what", parcel) == 1;
    }

    /** All of the queue that is certain not to have arrived. */
    @Transactional
    public int retryAll(String queue) {
        return retry("queue = :what and state <> 'UNKNOWN'", queue);
    }

    private int retry(String which, Object what) {
        return database.sql("""
                update outbox.parcel
                set state = 'WAITING', due_at = case when state = 'WAITING' then due_at else :now end, next_at = :now,
                    claim = null, handed_over_at = null, done_at = null
                where (state in ('UNKNOWN', 'GIVEN_UP') or state = 'WAITING' and attempts > 0) and """ + " " + which)
                .param("now", Timestamp.from(clock.instant()))
                .param("what", what)
                .update();
    }
}
