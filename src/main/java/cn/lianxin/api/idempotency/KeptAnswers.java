package cn.lianxin.api.idempotency;

import cn.lianxin.api.document.RequestFault;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The store of answers; each lives for a week. */
@Component
class KeptAnswers {

    private static final Duration LIFE = Duration.ofDays(7);

    /** What PostgreSQL calls a lock that was not to be had in time. */
    private static final String LOCKED = "55P03";

    private final JdbcClient database;
    private final Clock clock;

    KeptAnswers(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Takes the key for this transaction; waits for another that has it, and takes nothing once that one is done. */
    boolean claim(RequestKey key) {
        database.sql("set local lock_timeout = '20s'").update();
        try {
            var claimed = insert(key);
            database.sql("set local lock_timeout = 0").update();
            return claimed;
        } catch (DataAccessException refused) {
            if (refused.getRootCause() instanceof SQLException cause && LOCKED.equals(cause.getSQLState())) {
                throw new RequestFault(HttpStatus.CONFLICT, IdempotencyFilter.HEADER, "idempotency-key-busy");
            }
            throw refused;
        }
    }

    private boolean insert(RequestKey key) {
        return database.sql("""
                        insert into idempotency.answer (application, person, name, content, answered_at)
                        values (:application, :person, :name, :content, :now)
                        on conflict (application, person, name) do update
                        set content = excluded.content, answered_at = excluded.answered_at, status = null, body = null
                        where answer.answered_at < :then
                        """)
                        .param("application", key.application())
                        .param("person", key.person())
                        .param("name", key.name())
                        .param("content", key.content())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("then", Timestamp.from(clock.instant().minus(LIFE)))
                        .update()
                == 1;
    }

    Optional<KeptAnswer> find(RequestKey key) {
        return database.sql("""
                select content, status, media_type, body from idempotency.answer
                where application = :application and person = :person and name = :name
                """)
                .param("application", key.application())
                .param("person", key.person())
                .param("name", key.name())
                .query((row, _) -> new KeptAnswer(
                        row.getString("content"),
                        row.getInt("status"),
                        row.getString("media_type"),
                        row.getBytes("body")))
                .optional();
    }

    void keep(RequestKey key, KeptAnswer answer) {
        database.sql("""
                update idempotency.answer set status = :status, media_type = :mediaType, body = :body
                where application = :application and person = :person and name = :name
                """)
                .param("status", answer.status())
                .param("mediaType", answer.mediaType())
                .param("body", answer.body())
                .param("application", key.application())
                .param("person", key.person())
                .param("name", key.name())
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
    void forgetOld() {
        database.sql("delete from idempotency.answer where answered_at < :then")
                .param("then", Timestamp.from(clock.instant().minus(LIFE)))
                .update();
    }
}
