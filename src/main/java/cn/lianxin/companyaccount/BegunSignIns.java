package cn.lianxin.companyaccount;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Browsers that are with the provider just now. */
@Component
class BegunSignIns {

    static final Duration LIFE = Duration.ofMinutes(10);

    private final JdbcClient sql;
    private final Clock clock;

    BegunSignIns(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void add(Begun begun) {
        var now = clock.instant();
        sql.sql("delete from companyaccount.begun where ends_at <= :now")
                .param("now", utc(now))
                .update();
        sql.sql("""
                insert into companyaccount.begun (digest, state, nonce, verifier, back, ends_at)
                values (:digest, :state, :nonce, :verifier, :back, :endsAt)
                """)
                .param("digest", begun.digest())
                .param("state", begun.state())
                .param("nonce", begun.nonce())
                .param("verifier", begun.verifier())
                .param("back", begun.back())
                .param("endsAt", utc(now.plus(LIFE)))
                .update();
    }

    /** Takes it away: who comes with the same answer again has begun nothing. */
    Optional<Begun> take(String digest) {
        return sql.sql("""
                delete from companyaccount.begun where digest = :digest and ends_at > :now
                returning digest, state, nonce, verifier, back
                """)
                .param("digest", digest)
                .param("now", utc(clock.instant()))
                .query((row, _) -> new Begun(
                        row.getString("digest"),
                        row.getString("state"),
                        row.getString("nonce"),
                        row.getString("verifier"),
                        row.getString("back")))
                .optional();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
