package cn.lianxin.factor;

import cn.lianxin.kernel.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The recovery codes that were given out, as digests. */
@Component
class RecoveryCodes {

    private final JdbcClient database;

    RecoveryCodes(JdbcClient database) {
        this.database = database;
    }

    /** In place of those before, which are void. */
    void replace(PersonId person, List<RecoveryCode> codes) {
        removeAll(person);
        database.sql("""
                insert into factor.recovery_code (person, digest)
                select :person, code.digest from unnest(:digests) as code (digest)
                """)
                .param("person", person.value())
                .param(
                        "digests",
                        codes.stream().map(code -> code.digestFor(person)).toArray(String[]::new))
                .update();
    }

    /** Whether it is one of his and was not used before. */
    boolean use(PersonId person, RecoveryCode code, Instant now) {
        return database.sql("""
                update factor.recovery_code set used_at = :now
                where person = :person and digest = :digest and used_at is null
                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("person", person.value())
                        .param("digest", code.digestFor(person))
                        .update()
                > 0;
    }

    int left(PersonId person) {
        return database.sql("select count(*) from factor.recovery_code where person = :person and used_at is null")
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }

    void removeAll(PersonId person) {
        database.sql("delete from factor.recovery_code where person = :person")
                .param("person", person.value())
                .update();
    }
}
