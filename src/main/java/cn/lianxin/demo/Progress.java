package cn.lianxin.demo;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the demo enterprise is loaded. */
@Component
class Progress {

    /**
     * @param day from which everything was planned
     * @param secret from which the tokens of its forms follow
     */
    record Begun(LocalDate day, String secret, boolean finished) {}

    private final JdbcClient database;

    Progress(JdbcClient database) {
        this.database = database;
    }

    Optional<Begun> read() {
        return database.sql("select day, secret, finished from demo.loading")
                .query(Begun.class)
                .optional();
    }

    boolean installationIsEmpty() {
        return database.sql("select not exists (select 1 from organization.unit_card)")
                .query(Boolean.class)
                .single();
    }

    /** Whether this process may load; nobody else may until its transaction is over. */
    boolean claim() {
        return database.sql("select pg_try_advisory_xact_lock(hashtext('demo.loading'))")
                .query(Boolean.class)
                .single();
    }

    void begin(LocalDate day, String secret) {
        database.sql("insert into demo.loading (day, secret) values (:day, :secret)")
                .param("day", day)
                .param("secret", secret)
                .update();
    }

    void finish() {
        database.sql("update demo.loading set finished = true, secret = ''").update();
    }

    /**
     * For this transaction: commits without waiting for the disk, since what a crash takes is played again by the next
     * start; and plans each statement once, since planning them takes longer than running them.
     */
    void hurry() {
        database.sql("set local synchronous_commit = off").update();
        database.sql("set local plan_cache_mode = force_generic_plan").update();
    }

    /** The planner of the database knows what tables hold only after it has looked. */
    void lookAtTables() {
        database.sql("analyze").update();
    }
}
