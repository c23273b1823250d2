package cn.lianxin.daybook;

import cn.lianxin.platform.manifest.Salt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of days that are over. */
@Component
class Days {

    /** @param root as its entry has it */
    record Day(LocalDate day, String root, int size, Salt secret) {}

    private final JdbcClient database;

    Days(JdbcClient database) {
        this.database = database;
    }

    /** The first of all, once: what came before was never committed to. */
    LocalDate begin(LocalDate today) {
        if (beginning().isEmpty()) {
            database.sql("insert into daybook.beginning (day) values (:today) on conflict do nothing")
                    .param("today", today)
                    .update();
        }
        return beginning().orElseThrow();
    }

    Optional<LocalDate> beginning() {
        return database.sql("select day from daybook.beginning")
                .query(LocalDate.class)
                .optional();
    }

    Optional<LocalDate> last() {
        return database.sql("select day from daybook.day order by day desc limit 1")
                .query(LocalDate.class)
                .optional();
    }

    void add(Day day, Instant at) {
        database.sql(
                        "insert into daybook.day (day, root, size, secret, closed_at) values (:day, :root, :size, :secret, :at)")
                .param("day", day.day())
                .param("root", day.root())
                .param("size", day.size())
                .param("secret", day.secret().toString())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Day> find(LocalDate day) {
        return database.sql("select day, root, size, secret from daybook.day where day = :day")
                .param("day", day)
                .query(Days::day)
                .optional();
    }

    List<LocalDate> all() {
        return database.sql("select day from daybook.day order by day")
                .query((row, _) -> row.getObject("day", LocalDate.class))
                .list();
    }

    /** Whether nobody else closes a day in this moment; until the end of the transaction nobody does. */
    boolean isMine() {
        return database.sql("select pg_try_advisory_xact_lock(hashtext('daybook.closing'))")
                .query(Boolean.class)
                .single();
    }

    /** The same, for a day that is not closed yet. */
    boolean isMine(LocalDate day) {
        return isMine() && find(day).isEmpty();
    }

    /** The first day on which what is sealed is taken down: that of the first closing that knows of it. */
    LocalDate beginSealed(LocalDate day) {
        database.sql("insert into daybook.sealed_beginning (day) values (:day) on conflict do nothing")
                .param("day", day)
                .update();
        return sealedBeginning().orElseThrow();
    }

    Optional<LocalDate> sealedBeginning() {
        return database.sql("select day from daybook.sealed_beginning")
                .query(LocalDate.class)
                .optional();
    }

    private static Day day(ResultSet row, int place) throws SQLException {
        return new Day(
                row.getObject("day", LocalDate.class),
                row.getString("root"),
                row.getInt("size"),
                Salt.parse(row.getString("secret")));
    }
}
