package cn.lianxin.safeguard;

import cn.lianxin.concern.SafeguardingConcerns.Guarded;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of whom is looked after, and of what he was asked and answered. */
@Component
class Watches {

    /** One that is to be asked now. */
    record Due(long concern, int days) {}

    private static final int AT_ONCE = 500;

    private final JdbcClient database;

    Watches(JdbcClient database) {
        this.database = database;
    }

    boolean has(long concern) {
        return endOf(concern).isPresent();
    }

    Optional<Instant> endOf(long concern) {
        return database.sql("select ends_at from safeguard.watch where concern = :concern")
                .param("concern", concern)
                .query((row, _) -> row.getTimestamp("ends_at").toInstant())
                .optional();
    }

    /** Nothing where there is one: what was promised does not move. */
    void begin(Guarded concern, Instant endsAt) {
        database.sql("""
                insert into safeguard.watch (concern, number, began_at, ends_at)
                values (:concern, :number, :began, :ends)
                on conflict (concern) do nothing
                """)
                .param("concern", concern.id())
                .param("number", concern.number().toString())
                .param("began", time(concern.filedAt()))
                .param("ends", time(endsAt))
                .update();
    }

    void lastUntil(long concern, Instant endsAt) {
        database.sql("update safeguard.watch set ends_at = :ends where concern = :concern and ends_at < :ends")
                .param("concern", concern)
                .param("ends", time(endsAt))
                .update();
    }

    void plan(long concern, CheckIn checkIn) {
        database.sql("""
                insert into safeguard.check_in (concern, days, due_at, closes_at)
                values (:concern, :days, :due, :closes)
                on conflict (concern, days) do nothing
                """)
                .param("concern", concern)
                .param("days", checkIn.days())
                .param("due", time(checkIn.dueAt()))
                .param("closes", time(checkIn.closesAt()))
                .update();
    }

    List<CheckIn> checkIns(long concern) {
        return database.sql("""
                        select days, due_at, closes_at, answer from safeguard.check_in
                        where concern = :concern order by days
                        """).param("concern", concern).query(CheckIn::of).list();
    }

    List<Due> due(Instant now) {
        return database.sql("""
                        select concern, days from safeguard.check_in
                        where asked_at is null and answer is null and due_at <= :now and closes_at > :now
                        order by due_at, concern limit :limit
                        """)
                .param("now", time(now))
                .param("limit", AT_ONCE)
                .query((row, _) -> new Due(row.getLong("concern"), row.getInt("days")))
                .list();
    }

    /** Whether nobody has asked it before; of several servers one does. */
    boolean ask(Due due, Instant now) {
        return database.sql("""
                        update safeguard.check_in set asked_at = :now
                        where concern = :concern and days = :days and asked_at is null
                        """)
                        .param("now", time(now))
                        .param("concern", due.concern())
                        .param("days", due.days())
                        .update()
                > 0;
    }

    /** That there is trouble replaces that there is peace, and never the other way round. */
    void answer(long concern, int days, CheckIn.Answer answer, Instant now) {
        database.sql("""
                update safeguard.check_in set answer = :answer, answered_at = :now
                where concern = :concern and days = :days
                  and (answer is null or answer = 'PEACE' and :answer = 'TROUBLE')
                """)
                .param("answer", answer.name())
                .param("now", time(now))
                .param("concern", concern)
                .param("days", days)
                .update();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
