package cn.lianxin.promise;

import cn.lianxin.platform.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deadlines from the limit in force for a grade and the working calendar. */
@Component
public class TimeLimits {

    /** The one clock of the enterprise. */
    public static final ZoneId ZONE = WorkingCalendar.ZONE;

    private static final LocalTime END_OF_WORK = LocalTime.of(18, 0);

    private enum Measure {
        MINUTES,
        HOURS,
        WORKING_HOURS,
        WORKING_DAYS,
        DAYS
    }

    private record Limit(int amount, Measure measure) {}

    private record Limits(Limit acknowledge, Limit reply) {}

    private final JdbcClient database;
    private final WorkingCalendar calendar;

    TimeLimits(JdbcClient database, WorkingCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /** What is promised to a concern of this grade that was filed at this moment. */
    public Deadlines of(Grade grade, Instant filedAt) {
        var limits = database.sql("""
                select acknowledge_amount, acknowledge_measure, reply_amount, reply_measure
                from promise.time_limit
                where grade = :grade and in_force_from <= :day
                order by in_force_from desc
                limit 1
                """)
                .param("grade", grade.name())
                .param("day", filedAt.atZone(ZONE).toLocalDate())
                .query((row, _) -> new Limits(
                        new Limit(
                                row.getInt("acknowledge_amount"),
                                Measure.valueOf(row.getString("acknowledge_measure"))),
                        new Limit(row.getInt("reply_amount"), Measure.valueOf(row.getString("reply_measure")))))
                .single();
        return new Deadlines(after(filedAt, limits.acknowledge()), after(filedAt, limits.reply()));
    }

    /** The end of the working day that lies so many natural days later, moved on where that is a day off. */
    public Instant endOfDays(Instant from, int days) {
        return after(from, new Limit(days, Measure.DAYS));
    }

    private Instant after(Instant from, Limit limit) {
        var day = from.atZone(ZONE).toLocalDate();
        return switch (limit.measure()) {
            case MINUTES -> from.plus(Duration.ofMinutes(limit.amount()));
            case HOURS -> from.plus(Duration.ofHours(limit.amount()));
            case WORKING_HOURS -> calendar.plusWorkingHours(from, limit.amount());
            case WORKING_DAYS ->
                calendar.plusWorkingDays(day, limit.amount())
                        .atTime(END_OF_WORK)
                        .atZone(ZONE)
                        .toInstant();
            case DAYS ->
                calendar.endOfNaturalDays(day, limit.amount())
                        .atTime(END_OF_WORK)
                        .atZone(ZONE)
                        .toInstant();
        };
    }
}
