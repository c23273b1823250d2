package cn.lianxin.platform.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts down what is owed to somebody outside, in the transaction that owes it. */
@Component
public class Outbox {

    private final JdbcClient database;
    private final Clock clock;

    Outbox(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Nothing, if the same key was put down for this recipient before.
     *
     * @param content for the carrier, which alone reads it
     * @param due not before then
     */
    @Transactional
    public void put(Queue queue, long recipient, String key, String content, Instant due, boolean urgent) {
        database.sql("""
                insert into outbox.parcel
                    (id, queue, recipient, key, content, urgent, repeatable, put_at, due_at, next_at)
                values (:id, :queue, :recipient, :key, :content, :urgent, :repeatable, :now, :due, :due)
                on conflict (queue, recipient, key) do nothing
                """)
                .param("id", UUID.randomUUID())
                .param("queue", queue.name())
                .param("recipient", recipient)
                .param("key", key)
                .param("content", content)
                .param("urgent", urgent)
                .param("repeatable", queue.repeatable())
                .param("now", Timestamp.from(clock.instant()))
                .param("due", Timestamp.from(due))
                .update();
    }

    /** When the other side was last given something for this recipient, if that was after this instant. */
    @Transactional(readOnly = true)
    public Optional<Instant> lastHandedOver(String queue, long recipient, Instant after) {
        return database.sql("""
                select max(handed_over_at) from outbox.parcel
                where queue = :queue and recipient = :recipient and handed_over_at > :after
                """)
                .param("queue", queue)
                .param("recipient", recipient)
                .param("after", Timestamp.from(after))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** What waits for this recipient and has not been tried is due then; what is urgent stays as it is. */
    @Transactional
    public void moveDue(String queue, long recipient, Instant due) {
        Parcels.aloneWith(queue, recipient, database);
        database.sql("""
                update outbox.parcel set due_at = :due, next_at = :due
                where queue = :queue and recipient = :recipient and state = 'WAITING' and attempts = 0 and not urgent
                """)
                .param("due", Timestamp.from(due))
                .param("queue", queue)
                .param("recipient", recipient)
                .update();
    }

    /** What was put down under these keys stands under another recipient from now on, whatever became of it. */
    @Transactional
    public void readdress(long recipient, Collection<String> keys, long to) {
        database.sql("""
                update outbox.parcel set recipient = :to where recipient = :recipient and key = any (:keys)
                """)
                .param("recipient", recipient)
                .param("keys", keys.toArray(String[]::new))
                .param("to", to)
                .update();
    }

    /** What waits for this recipient goes nowhere any more. */
    @Transactional
    public void drop(String queue, long recipient) {
        Parcels.aloneWith(queue, recipient, database);
        database.sql("""
                update outbox.parcel set state = 'DROPPED', done_at = :now
                where queue = :queue and recipient = :recipient and state = 'WAITING'
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("queue", queue)
                .param("recipient", recipient)
                .update();
    }
}
