package cn.lianxin.sealed;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of who looks after the senders of sealed reports: at most one of each at a time. */
@Component
class Guardians {

    private final JdbcClient database;

    Guardians(JdbcClient database) {
        this.database = database;
    }

    Optional<Guardian> of(long report) {
        return database.sql("""
                        select person, unit, due_at from sealed.guardian
                        where report = :report and ended_at is null
                        """)
                .param("report", report)
                .query(Guardians::guardian)
                .optional();
    }

    /** Everybody who ever was, the first first. */
    List<Guardian> allOf(long report) {
        return database.sql("select person, unit, due_at from sealed.guardian where report = :report order by place")
                .param("report", report)
                .query(Guardians::guardian)
                .list();
    }

    List<Long> reportsOf(PersonId person) {
        return database.sql("""
                        select report from sealed.guardian where person = :person and ended_at is null order by report
                        """)
                .param("person", person.value())
                .query((row, _) -> row.getLong("report"))
                .list();
    }

    List<Long> reports() {
        return database.sql("select report from sealed.guardian where ended_at is null order by report")
                .query((row, _) -> row.getLong("report"))
                .list();
    }

    void add(long report, Guardian guardian) {
        database.sql("""
                        insert into sealed.guardian (report, place, person, unit, due_at)
                        values (:report, (select count(*) from sealed.guardian where report = :report), :person, :unit, :due)
                        """)
                .param("report", report)
                .param("person", guardian.person().value())
                .param("unit", guardian.unit().value())
                .param("due", Timestamp.from(guardian.dueAt()))
                .update();
    }

    void end(long report, Instant at) {
        database.sql("update sealed.guardian set ended_at = :at where report = :report and ended_at is null")
                .param("report", report)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Guardian guardian(ResultSet row, int place) throws SQLException {
        return new Guardian(
                new PersonId(row.getLong("person")),
                new UnitId(row.getLong("unit")),
                row.getTimestamp("due_at").toInstant());
    }
}
