package cn.lianxin.concern;

import cn.lianxin.platform.web.Screen;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long it has taken until now, or until the answer. The two always stand side by side.
 *
 * @param gross as the worker's calendar has it
 * @param net without what the clock stood still
 */
public record TimeSpent(Duration gross, Duration net) {

    static TimeSpent of(Instant filed, Instant end, Duration stopped, @Nullable Instant pausedSince) {
        var gross = Duration.between(filed, end);
        var standing = pausedSince == null ? Duration.ZERO : Duration.between(pausedSince, end);
        return new TimeSpent(gross, gross.minus(stopped).minus(standing));
    }

    /** Of the columns {@code filed_at}, {@code changed_at}, {@code over}, {@code window_ends}, {@code stopped_micros}, {@code paused_since}. */
    static TimeSpent of(ResultSet row, Instant now) throws SQLException {
        var windowEnds = row.getTimestamp("window_ends");
        var answered = windowEnds == null ? null : windowEnds.toInstant().minus(Concern.WINDOW);
        var over = row.getBoolean("over") ? row.getTimestamp("changed_at").toInstant() : now;
        return of(
                row.getTimestamp("filed_at").toInstant(),
                answered == null ? over : answered,
                Duration.of(row.getLong("stopped_micros"), ChronoUnit.MICROS),
                instant(row.getTimestamp("paused_since")));
    }

    public String gross(Screen screen) {
        return say(gross, screen);
    }

    public String net(Screen screen) {
        return say(net, screen);
    }

    /** Both in few characters, for a column: {@code 12/9 天}. */
    public String pair(Screen screen) {
        return gross.toDays() > 0
                ? screen.say("time.pair.days", gross.toDays(), net.toDays())
                : screen.say("time.pair.hours", gross.toHours(), net.toHours());
    }

    private static String say(Duration time, Screen screen) {
        return time.toDays() > 0
                ? screen.say("time.days", time.toDays())
                : screen.say("time.hours", Math.max(0, time.toHours()));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
