package cn.lianxin.delivery;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.secret.Secrets;
import cn.lianxin.platform.web.Screen;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addresses that wait for their code. */
@Component
class Confirmations {

    /** What was asked for, as its person may see it. */
    record Asked(String way, String address, String code, Instant until, int tries) {}

    private final JdbcClient database;
    private final Secrets secrets;
    private final Clock clock;

    Confirmations(JdbcClient database, Secrets secrets, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Not, if so many codes were sent for this person and way today. */
    boolean begin(PersonId person, String way, String address, String code, Instant until, int mostToday) {
        return database.sql("""
                insert into delivery.confirmation as c (person, way, address, code, until, tries, sent_on, sent)
                values (:person, :way, :address, :code, :until, 0, :today, 1)
                on conflict (person, way) do update
                set address = excluded.address, code = excluded.code, until = excluded.until, tries = 0,
                    sent_on = excluded.sent_on, sent = case when c.sent_on = excluded.sent_on then c.sent + 1 else 1 end
                where c.sent_on <> excluded.sent_on or c.sent < :most
                """)
                        .param("person", person.value())
                        .param("way", way)
                        .param("address", secrets.lock(address, place(person, way, "address")))
                        .param("code", secrets.lock(code, place(person, way, "code")))
                        .param("until", Timestamp.from(until))
                        .param("today", today())
                        .param("most", mostToday)
                        .update()
                > 0;
    }

    Optional<Asked> find(PersonId person, String way) {
        return of(person).stream().filter(asked -> asked.way().equals(way)).findFirst();
    }

    /** Those that can still be confirmed. */
    List<Asked> of(PersonId person) {
        return database
                .sql("""
                select way, address, code, until, tries from delivery.confirmation
                where person = :person and until > :now
                """)
                .param("person", person.value())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> asked(person, row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Asked> asked(PersonId person, ResultSet row) throws SQLException {
        var way = row.getString("way");
        var until = row.getTimestamp("until").toInstant();
        var tries = row.getInt("tries");
        var address = secrets.unlockIfPossible(row.getBytes("address"), place(person, way, "address"));
        var code = secrets.unlockIfPossible(row.getBytes("code"), place(person, way, "code"));
        return address.flatMap(known -> code.map(sent -> new Asked(way, known, sent, until, tries)));
    }

    void countTry(PersonId person, String way) {
        database.sql("update delivery.confirmation set tries = tries + 1 where person = :person and way = :way")
                .param("person", person.value())
                .param("way", way)
                .update();
    }

    /** No longer to be confirmed; how many codes were sent today stays on record. */
    void end(PersonId person, String way) {
        database.sql("update delivery.confirmation set until = :now where person = :person and way = :way")
                .param("now", Timestamp.from(clock.instant()))
                .param("person", person.value())
                .param("way", way)
                .update();
    }

    void forgetAll(PersonId person) {
        database.sql("delete from delivery.confirmation where person = :person")
                .param("person", person.value())
                .update();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Screen.ZONE);
    }

    private static String place(PersonId person, String way, String what) {
        return "confirmation:" + person.value() + ":" + way + ":" + what;
    }
}
