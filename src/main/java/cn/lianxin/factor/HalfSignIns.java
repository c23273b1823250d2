package cn.lianxin.factor;

import cn.lianxin.kernel.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Browsers that have given the right password and still have to give the rest. */
@Component
class HalfSignIns {

    /** @param back where he wanted to go */
    record HalfSignIn(String digest, PersonId person, String back) {}

    private final JdbcClient database;

    HalfSignIns(JdbcClient database) {
        this.database = database;
    }

    void add(HalfSignIn half, Instant endsAt) {
        database.sql("""
                insert into factor.half_sign_in (digest, person, back, ends_at)
                values (:digest, :person, :back, :endsAt)
                """)
                .param("digest", half.digest())
                .param("person", half.person().value())
                .param("back", half.back())
                .param("endsAt", endsAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<HalfSignIn> find(String digest, Instant now) {
        return database.sql("""
                select digest, person, back from factor.half_sign_in where digest = :digest and ends_at > :now
                """)
                .param("digest", digest)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new HalfSignIn(
                        row.getString("digest"), new PersonId(row.getLong("person")), row.getString("back")))
                .optional();
    }

    /** Whether it was still there. */
    boolean end(String digest) {
        return database.sql("delete from factor.half_sign_in where digest = :digest")
                        .param("digest", digest)
                        .update()
                > 0;
    }

    void endAllOf(PersonId person) {
        database.sql("delete from factor.half_sign_in where person = :person")
                .param("person", person.value())
                .update();
    }

    void sweep(Instant now) {
        database.sql("delete from factor.half_sign_in where ends_at <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
