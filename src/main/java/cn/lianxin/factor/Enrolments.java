package cn.lianxin.factor;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.secret.Secrets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Secrets that were shown to somebody and wait for the first code of his app. */
@Component
class Enrolments {

    private final JdbcClient database;
    private final Secrets secrets;

    Enrolments(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    void begin(PersonId person, SharedSecret secret, Instant endsAt) {
        database.sql("""
                insert into factor.enrolment (person, secret, ends_at) values (:person, :secret, :endsAt)
                on conflict (person) do update set secret = excluded.secret, ends_at = excluded.ends_at
                """)
                .param("person", person.value())
                .param("secret", secrets.lock(secret.letters(), place(person)))
                .param("endsAt", endsAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<SharedSecret> find(PersonId person, Instant now) {
        return database.sql("select secret from factor.enrolment where person = :person and ends_at > :now")
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getBytes("secret"))
                .optional()
                .flatMap(locked -> secrets.unlockIfPossible(locked, place(person)))
                .map(SharedSecret::new);
    }

    /** Whether there was one: of two confirmations sent at once one is the first. */
    boolean end(PersonId person) {
        return database.sql("delete from factor.enrolment where person = :person")
                        .param("person", person.value())
                        .update()
                > 0;
    }

    private static String place(PersonId person) {
        return "enrolment:" + person.value();
    }
}
