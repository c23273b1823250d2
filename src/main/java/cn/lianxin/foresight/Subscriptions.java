package cn.lianxin.foresight;

import cn.lianxin.kernel.PersonId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who wants the digest, and what became of it on which Monday. */
@Component
class Subscriptions {

    private final JdbcClient database;
    private final Clock clock;

    Subscriptions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void begin(PersonId person) {
        database.sql("insert into foresight.subscription (person, since) values (:person, :now) on conflict do nothing")
                .param("person", person.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void end(PersonId person) {
        database.sql("delete from foresight.subscription where person = :person")
                .param("person", person.value())
                .update();
    }

    boolean has(PersonId person) {
        return database.sql("select exists (select 1 from foresight.subscription where person = :person)")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** Those who wanted it when it was due and have not been looked after yet. */
    List<PersonId> unserved(LocalDate monday, Instant due) {
        return database.sql("""
                select s.person from foresight.subscription s
                where s.since <= :due
                  and not exists (select 1 from foresight.digest d where d.monday = :monday and d.person = s.person)
                order by s.person
                """)
                .param("due", Timestamp.from(due))
                .param("monday", monday)
                .query((row, _) -> new PersonId(row.getLong("person")))
                .list();
    }

    /** Whether the last time there was nothing to say either. */
    boolean wasQuiet(PersonId person, LocalDate before) {
        return database.sql("""
                        select d.quiet from foresight.digest d
                        where d.person = :person and d.monday < :before order by d.monday desc limit 1
                        """)
                .param("person", person.value())
                .param("before", before)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Whether this is the first time; another node that asks at the same moment waits for the answer. */
    boolean serveOnce(LocalDate monday, PersonId person, boolean quiet, boolean owed) {
        return database.sql("""
                        insert into foresight.digest (monday, person, quiet, owed)
                        values (:monday, :person, :quiet, :owed)
                        on conflict do nothing
                        """)
                        .param("monday", monday)
                        .param("person", person.value())
                        .param("quiet", quiet)
                        .param("owed", owed)
                        .update()
                > 0;
    }
}
