package cn.lianxin.platform.calendar;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What administrators added to the packaged calendar. */
@Component
class CalendarStore {

    private final JdbcClient database;

    CalendarStore(JdbcClient database) {
        this.database = database;
    }

    /** In place of what was imported for that year before. */
    void replace(YearList list, String source, String by, Instant at) {
        database.sql("delete from calendar.announced_day where extract(year from day) = :year")
                .param("year", list.year())
                .update();
        for (var day : list.days()) {
            database.sql("""
                    insert into calendar.announced_day (day, working, name, source, imported_by, imported_at)
                    values (:day, :working, :name, :source, :by, :at)
                    """)
                    .param("day", day.date())
                    .param("working", day.working())
                    .param("name", day.name())
                    .param("source", source)
                    .param("by", by)
                    .param("at", Timestamp.from(at))
                    .update();
        }
    }

    List<AnnouncedDay> imported() {
        return database.sql("select day, working, name from calendar.announced_day order by day")
                .query((row, _) -> new AnnouncedDay(
                        row.getObject("day", LocalDate.class), row.getBoolean("working"), row.getString("name")))
                .list();
    }

    /** Whether it was not there yet. */
    boolean addStoppage(LocalDate day, String reason, String by, Instant at) {
        return database.sql("""
                        insert into calendar.stoppage (day, reason, announced_by, announced_at)
                        values (:day, :reason, :by, :at)
                        on conflict (day) do nothing
                        """)
                        .param("day", day)
                        .param("reason", reason)
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    boolean removeStoppage(LocalDate day) {
        return database.sql("delete from calendar.stoppage where day = :day")
                        .param("day", day)
                        .update()
                > 0;
    }

    List<Stoppage> stoppages() {
        return database.sql("select day, reason, announced_by from calendar.stoppage order by day desc")
                .query((row, _) -> new Stoppage(
                        row.getObject("day", LocalDate.class), row.getString("reason"), row.getString("announced_by")))
                .list();
    }

    Set<LocalDate> stoppageDays() {
        return stoppages().stream().map(Stoppage::day).collect(Collectors.toSet());
    }

    void addRoster(String name, String shifts, String pattern, LocalDate firstDay) {
        database.sql("""
                insert into calendar.roster (name, shifts, pattern, first_day)
                values (:name, :shifts, :pattern, :first)
                """)
                .param("name", name)
                .param("shifts", shifts)
                .param("pattern", pattern)
                .param("first", firstDay)
                .update();
    }

    List<KeptRoster> rosters() {
        return database.sql("select id, name, shifts, pattern, first_day from calendar.roster order by name, id")
                .query((row, _) -> new KeptRoster(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("shifts"),
                        row.getString("pattern"),
                        Roster.of(
                                row.getString("shifts"),
                                row.getString("pattern"),
                                row.getObject("first_day", LocalDate.class))))
                .list();
    }
}
