package cn.lianxin.report;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who wants which reports by mail, and which he was owed already. */
@Component
class Subscriptions {

    private final JdbcClient database;
    private final Clock clock;

    Subscriptions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(PersonId person, UnitId unit, ReportKind kind) {
        database.sql("""
                insert into report.subscription (person, unit, kind, since)
                values (:person, :unit, :kind, :now)
                on conflict do nothing
                """)
                .param("person", person.value())
                .param("unit", unit.value())
                .param("kind", kind.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void end(PersonId person, UnitId unit, ReportKind kind) {
        database.sql("delete from report.subscription where person = :person and unit = :unit and kind = :kind")
                .param("person", person.value())
                .param("unit", unit.value())
                .param("kind", kind.name())
                .update();
    }

    List<Subscription> of(PersonId person) {
        return database.sql(
                        "select person, unit, kind, since from report.subscription where person = :person order by unit, kind")
                .param("person", person.value())
                .query(Subscriptions::subscription)
                .list();
    }

    /** Those who had subscribed when the report of this period was due and were not owed it yet. */
    List<Subscription> unserved(Period period) {
        return database.sql("""
                select s.person, s.unit, s.kind, s.since
                from report.subscription s
                where s.kind = :kind and s.since <= :due
                  and not exists (
                      select 1 from report.owed o
                      where o.unit = s.unit and o.kind = s.kind and o.from_day = :from and o.person = s.person)
                order by s.unit, s.person
                """)
                .param("kind", period.kind().name())
                .param("due", Timestamp.from(period.due()))
                .param("from", period.from())
                .query(Subscriptions::subscription)
                .list();
    }

    /** Whether this is the first time; another node that asks at the same moment waits for the answer. */
    boolean oweOnce(Subscription subscription, Period period) {
        return database.sql("""
                        insert into report.owed (unit, kind, from_day, person)
                        values (:unit, :kind, :from, :person)
                        on conflict do nothing
                        """)
                        .param("unit", subscription.unit().value())
                        .param("kind", period.kind().name())
                        .param("from", period.from())
                        .param("person", subscription.person().value())
                        .update()
                > 0;
    }

    private static Subscription subscription(ResultSet row, int number) throws SQLException {
        return new Subscription(
                new PersonId(row.getLong("person")),
                new UnitId(row.getLong("unit")),
                ReportKind.valueOf(row.getString("kind")),
                row.getTimestamp("since").toInstant());
    }
}
