package cn.lianxin.privacy;

import cn.lianxin.identity.FinishingSignIn;
import cn.lianxin.identity.RequiredReading;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has read the statement, in which version, when. It says that somebody has read, and asks for no consent. */
@Component
public class Confirming implements RequiredReading {

    /** @param at when he confirmed it */
    record Confirmed(int version, Instant at) {}

    private final Statements statements = Statements.shipped();
    private final ObjectProvider<FinishingSignIn> signIn;
    private final JdbcClient sql;
    private final Clock clock;

    /** Whoever has confirmed has confirmed for good, until there are other words. */
    private final Cache<Long, Boolean> settled =
            Caffeine.newBuilder().maximumSize(400_000).build();

    Confirming(ObjectProvider<FinishingSignIn> signIn, JdbcClient sql, Clock clock) {
        this.signIn = signIn;
        this.sql = sql;
        this.clock = clock;
    }

    Statements statements() {
        return statements;
    }

    @Override
    public boolean isOwedBy(PersonId person) {
        if (settled.getIfPresent(person.value()) != null) {
            return false;
        }
        var owed = statements.isOwedBy(latestOf(person).map(Confirmed::version));
        if (!owed) {
            settled.put(person.value(), true);
        }
        return owed;
    }

    /** What he has confirmed last. */
    @Transactional(readOnly = true)
    Optional<Confirmed> latestOf(PersonId person) {
        return sql.sql("""
                select version, confirmed_at from privacy.confirmation
                where person = :person order by version desc limit 1
                """)
                .param("person", person.value())
                .query((row, _) -> new Confirmed(
                        row.getInt("version"),
                        row.getObject("confirmed_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /**
     * Writes down that he has read what stands there now; a second time changes nothing.
     *
     * @param version what he had before him
     * @throws Refusal.Conflict {@code statement-changed} where other words stand there by now
     */
    @Transactional
    public void confirm(PersonId person, int version) {
        var current = statements.current();
        if (version != current.version()) {
            throw new Refusal.Conflict("statement-changed");
        }
        sql.sql("""
                insert into privacy.confirmation (person, version, digest, confirmed_at)
                values (:person, :version, :digest, :at) on conflict do nothing
                """)
                .param("person", person.value())
                .param("version", version)
                .param("digest", current.digest())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        signIn.getObject().hasRead(person);
    }

    /** The number of what stands there now. */
    public int version() {
        return statements.current().version();
    }
}
