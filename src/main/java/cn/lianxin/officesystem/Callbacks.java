package cn.lianxin.officesystem;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of what came from office systems: each callback once, and what became of it. */
@Component
class Callbacks {

    /**
     * @param refusal code of why not; empty where it was done
     * @param argument of its sentence
     */
    record Row(
            String id,
            String system,
            long article,
            int stage,
            boolean passes,
            String reviewer,
            String name,
            String refusal,
            String argument,
            int attempts,
            Instant lastAt,
            Optional<Instant> doneAt) {}

    /** @param digest of what it said */
    record Held(String digest, Optional<Instant> doneAt) {}

    private final JdbcClient database;

    Callbacks(JdbcClient database) {
        this.database = database;
    }

    /** There and locked until the transaction is over: whoever sends the same meanwhile waits for how it ends. */
    Held hold(Callback callback, OfficeKey key, Instant now) {
        write(callback, key, Optional.empty(), now);
        return database.sql("""
                        select digest, done_at from officesystem.callback where unit = :unit and id = :id for update
                        """)
                .param("unit", key.unit().value())
                .param("id", callback.id())
                .query((row, _) -> new Held(row.getString("digest"), OfficeKeys.instant(row, "done_at")))
                .single();
    }

    void done(Callback callback, OfficeKey key, PersonId person, String name, Instant now) {
        database.sql("""
                update officesystem.callback
                set digest = :digest, article = :article, stage = :stage, passes = :passes, reviewer = :reviewer,
                    decided_at = :at, person = :person, name = :name, refusal = '', done_at = :now
                where unit = :unit and id = :id
                """)
                .param("digest", callback.digest())
                .param("article", callback.decision().article())
                .param("stage", callback.decision().stage())
                .param("passes", callback.decision().passes())
                .param("reviewer", callback.reviewer())
                .param("at", OfficeKeys.time(callback.at()))
                .param("person", person.value())
                .param("name", name)
                .param("now", OfficeKeys.time(now))
                .param("unit", key.unit().value())
                .param("id", callback.id())
                .update();
    }

    /** That it came, and why nothing was done; what was done once stays as it is. */
    void write(Callback callback, OfficeKey key, Optional<Refusal> refused, Instant now) {
        database.sql("""
                insert into officesystem.callback
                    (unit, id, system, digest, article, stage, passes, reviewer, decided_at, refusal, argument,
                    first_at, last_at)
                values (:unit, :id, :system, :digest, :article, :stage, :passes, :reviewer, :at, :refusal, :argument, :now, :now)
                on conflict (unit, id) do update set
                    attempts = officesystem.callback.attempts + 1, last_at = excluded.last_at, argument = excluded.argument,
                    refusal = case when officesystem.callback.done_at is null then excluded.refusal else '' end
                """)
                .param("unit", key.unit().value())
                .param("id", callback.id())
                .param("system", key.name())
                .param("digest", callback.digest())
                .param("article", callback.decision().article())
                .param("stage", callback.decision().stage())
                .param("passes", callback.decision().passes())
                .param("reviewer", callback.reviewer())
                .param("at", OfficeKeys.time(callback.at()))
                .param("refusal", refused.map(Refusal::code).orElse(""))
                .param(
                        "argument",
                        refused.flatMap(one -> one.arguments().stream().findFirst())
                                .map(Object::toString)
                                .orElse(""))
                .param("now", OfficeKeys.time(now))
                .update();
    }

    /** The newest first, of units at or below these. */
    List<Row> newest(Collection<UnitId> units, int most) {
        return database.sql("""
                        select id, system, article, stage, passes, reviewer, name, refusal, argument, attempts, last_at, done_at
                        from officesystem.callback
                        where unit in (select l.unit from organization.unit_line l where l.above = any (:units))
                        order by last_at desc, id limit :most
                        """)
                .param("units", OfficeKeys.ids(units))
                .param("most", most)
                .query(Callbacks::row)
                .list();
    }

    private static Row row(ResultSet row, int place) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("system"),
                row.getLong("article"),
                row.getInt("stage"),
                row.getBoolean("passes"),
                row.getString("reviewer"),
                row.getString("name"),
                row.getString("refusal"),
                row.getString("argument"),
                row.getInt("attempts"),
                OfficeKeys.instant(row, "last_at").orElseThrow(),
                OfficeKeys.instant(row, "done_at"));
    }
}
