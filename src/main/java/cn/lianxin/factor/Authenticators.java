package cn.lianxin.factor;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.secret.Secrets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The apps that are in force, with the step of the last code that each has given. */
@Component
class Authenticators {

    private final JdbcClient database;
    private final Secrets secrets;

    Authenticators(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    Optional<Instant> since(PersonId person) {
        return database.sql("select since from factor.authenticator where person = :person")
                .param("person", person.value())
                .query((row, _) -> row.getObject("since", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Empty where there is none, or where its key is lost: then a recovery code still works. */
    Optional<SharedSecret> secret(PersonId person) {
        return database.sql("select secret from factor.authenticator where person = :person")
                .param("person", person.value())
                .query((row, _) -> row.getBytes("secret"))
                .optional()
                .flatMap(locked -> secrets.unlockIfPossible(locked, place(person)))
                .map(SharedSecret::new);
    }

    /** In place of the one before. */
    void put(PersonId person, SharedSecret secret, long lastStep, Instant since) {
        database.sql("""
                insert into factor.authenticator (person, secret, last_step, since)
                values (:person, :secret, :lastStep, :since)
                on conflict (person) do update
                set secret = excluded.secret, last_step = excluded.last_step, since = excluded.since
                """)
                .param("person", person.value())
                .param("secret", secrets.lock(secret.letters(), place(person)))
                .param("lastStep", lastStep)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether it is the first code of this step or a later one: of two who type the same code one is too late. */
    boolean use(PersonId person, long step) {
        return database.sql("""
                update factor.authenticator set last_step = :step
                where person = :person and last_step < :step
                """)
                        .param("step", step)
                        .param("person", person.value())
                        .update()
                > 0;
    }

    boolean remove(PersonId person) {
        return database.sql("delete from factor.authenticator where person = :person")
                        .param("person", person.value())
                        .update()
                > 0;
    }

    private static String place(PersonId person) {
        return "authenticator:" + person.value();
    }
}
