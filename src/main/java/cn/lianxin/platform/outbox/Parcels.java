package cn.lianxin.platform.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** The parcels on record, as couriers take, hand over and settle them. */
@Component
class Parcels {

    /** Longer than any mail server may take to answer; after it another courier takes over. */
    static final Duration LEASE = Duration.ofMinutes(15);

    private record Row(
            UUID id,
            long recipient,
            String content,
            boolean urgent,
            int attempts,
            Instant dueAt,
            Optional<UUID> carriedAs) {

        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(
                    Objects.requireNonNull(row.getObject("id", UUID.class)),
                    row.getLong("recipient"),
                    row.getString("content"),
                    row.getBoolean("urgent"),
                    row.getInt("attempts"),
                    row.getTimestamp("due_at").toInstant(),
                    Optional.ofNullable(row.getObject("carried_as", UUID.class)));
        }
    }

    private static final String COLUMNS = "id, recipient, content, urgent, attempts, due_at, carried_as";

    private final JdbcClient database;

    Parcels(JdbcClient database) {
        this.database = database;
    }

    /** Waits until no courier gathers the parcels of this recipient; until the end of the transaction none does. */
    static void aloneWith(String queue, long recipient, JdbcClient database) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", queue + ":" + recipient)
                .query((_, _) -> true)
                .single();
    }

    /**
     * Takes what is due, and where parcels go together all that is due for its recipient. Several couriers may try at
     * once: each row is one's alone, and one alone gathers for a recipient.
     */
    @Transactional
    Optional<Claimed> claim(Queue queue, Instant now) {
        var first = database.sql("select " + COLUMNS + """
                 from outbox.parcel
                where queue = :queue and state = 'WAITING' and next_at <= :now
                order by next_at, seq
                limit 1
                for update skip locked
                """)
                .param("queue", queue.name())
                .param("now", Timestamp.from(now))
                .query(Row::of)
                .optional();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        if (!queue.together()) {
            return Optional.of(take(queue, first.stream().toList(), now));
        }
        var recipient = first.get().recipient();
        if (!gathers(queue.name(), recipient)) {
            // Another gathers for him; let go of the row, for which he may be waiting.
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Optional.empty();
        }
        return Optional.of(take(queue, dueFor(queue.name(), recipient, now), now));
    }

    private boolean gathers(String queue, long recipient) {
        return database.sql("select pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", queue + ":" + recipient)
                .query(Boolean.class)
                .single();
    }

    private List<Row> dueFor(String queue, long recipient, Instant now) {
        return database.sql("select " + COLUMNS + """
                 from outbox.parcel
                where queue = :queue and recipient = :recipient and state = 'WAITING' and due_at <= :now
                order by seq
                for update
                """)
                .param("queue", queue)
                .param("recipient", recipient)
                .param("now", Timestamp.from(now))
                .query(Row::of)
                .list();
    }

    private Claimed take(Queue queue, List<Row> rows, Instant now) {
        var oldest = rows.getFirst();
        var id = oldest.carriedAs().orElse(oldest.id());
        var ids = rows.stream().map(Row::id).toList();
        var claim = UUID.randomUUID();
        database.sql("""
                update outbox.parcel
                set state = 'UNDER_WAY', claim = :claim, lease_until = :lease, handed_over_at = null,
                    attempts = attempts + 1, carried_as = :as
                where id = any (:ids)
                """)
                .param("claim", claim)
                .param("lease", Timestamp.from(now.plus(LEASE)))
                .param("as", id)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
        var parcel = new Parcel(
                id,
                queue.name(),
                oldest.recipient(),
                rows.stream().map(Row::content).toList(),
                rows.stream().anyMatch(Row::urgent),
                oldest.attempts() + 1,
                oldest.dueAt());
        return new Claimed(claim, ids, parcel);
    }

    /** Whether it is still all this courier's; from now on the other side may have it. */
    @Transactional
    boolean handOver(Claimed claimed, Instant now) {
        var mine = database.sql("""
                update outbox.parcel set handed_over_at = :now, lease_until = :lease
                where claim = :claim and state = 'UNDER_WAY'
                """)
                .param("now", Timestamp.from(now))
                .param("lease", Timestamp.from(now.plus(LEASE)))
                .param("claim", claimed.claim())
                .update();
        if (mine != claimed.rows().size()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return false;
        }
        return true;
    }

    @Transactional
    void sent(Claimed claimed, String providerId, Instant now) {
        database.sql("""
                update outbox.parcel
                set state = 'SENT', done_at = :now, provider_id = :provider, trouble = null, detail = ''
                where claim = :claim and state in ('UNDER_WAY', 'UNKNOWN')
                """)
                .param("now", Timestamp.from(now))
                .param("provider", providerId)
                .param("claim", claimed.claim())
                .update();
    }

    @Transactional
    void unknown(Claimed claimed, String trouble, String detail, Instant now) {
        database.sql("""
                update outbox.parcel set state = 'UNKNOWN', done_at = :now, trouble = :trouble, detail = :detail
                where claim = :claim and state = 'UNDER_WAY'
                """)
                .param("now", Timestamp.from(now))
                .param("trouble", trouble)
                .param("detail", detail)
                .param("claim", claimed.claim())
                .update();
    }

    @Transactional
    void giveUp(Claimed claimed, String trouble, String detail, Instant now) {
        database.sql("""
                update outbox.parcel set state = 'GIVEN_UP', done_at = :now, trouble = :trouble, detail = :detail
                where claim = :claim and state in ('UNDER_WAY', 'UNKNOWN')
                """)
                .param("now", Timestamp.from(now))
                .param("trouble", trouble)
                .param("detail", detail)
                .param("claim", claimed.claim())
                .update();
    }

    /** @param trouble null where nothing went wrong and no attempt was made */
    @Transactional
    void putBack(Claimed claimed, @Nullable String trouble, String detail, Instant next) {
        database.sql("""
                update outbox.parcel
                set state = 'WAITING', claim = null, next_at = :next, done_at = null, handed_over_at = null,
                    trouble = coalesce(cast(:trouble as text), trouble), detail = :detail,
                    attempts = case when cast(:trouble as text) is null then attempts - 1 else attempts end
                where claim = :claim and state in ('UNDER_WAY', 'UNKNOWN')
                """)
                .param("next", Timestamp.from(next))
                .param("trouble", trouble)
                .param("detail", detail)
                .param("claim", claimed.claim())
                .update();
    }

    @Transactional
    void drop(Claimed claimed, Instant now) {
        database.sql("""
                update outbox.parcel set state = 'DROPPED', done_at = :now
                where claim = :claim and state = 'UNDER_WAY'
                """)
                .param("now", Timestamp.from(now))
                .param("claim", claimed.claim())
                .update();
    }

    /** What a courier left behind that is gone: tried again if it cannot have arrived, else nobody knows. */
    @Transactional
    void takeOver(Instant now) {
        database.sql("""
                update outbox.parcel
                set state = case when handed_over_at is null or repeatable then 'WAITING' else 'UNKNOWN' end,
                    done_at = case when handed_over_at is null or repeatable then null else cast(:now as timestamptz) end,
                    trouble = case when handed_over_at is null then trouble else 'NO_ANSWER' end,
                    next_at = :now
                where state = 'UNDER_WAY' and lease_until < :now
                """).param("now", Timestamp.from(now)).update();
    }

    @Transactional
    void forget(Instant sentBefore, Instant troubledBefore) {
        database.sql("""
                delete from outbox.parcel
                where state in ('SENT', 'DROPPED') and done_at < :sent
                   or state in ('UNKNOWN', 'GIVEN_UP') and done_at < :troubled
                """)
                .param("sent", Timestamp.from(sentBefore))
                .param("troubled", Timestamp.from(troubledBefore))
                .update();
    }
}
