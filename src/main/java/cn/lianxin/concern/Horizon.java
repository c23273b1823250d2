package cn.lianxin.concern;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.promise.TimeLimits;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** An actor and this moment as the parameters of a query: {@code now}, {@code soon} and {@code repliedSince}. */
@Component
class Horizon {

    private static final int SOON_IN_WORKING_DAYS = 2;
    private static final Duration REPLIES_LATELY = Duration.ofDays(90);

    private final ConfidentialReporters reporters;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Horizon(ConfidentialReporters reporters, WorkingCalendar calendar, Clock clock) {
        this.reporters = reporters;
        this.calendar = calendar;
        this.clock = clock;
    }

    Map<String, Object> parameters(Actor actor) {
        var now = clock.instant();
        var lastDay = calendar.plusWorkingDays(today(), SOON_IN_WORKING_DAYS);
        var parameters = reporters.scope(actor);
        parameters.put("now", Timestamp.from(now));
        parameters.put("soon", Timestamp.from(calendar.closingOf(lastDay).plusSeconds(1)));
        parameters.put("repliedSince", Timestamp.from(now.minus(REPLIES_LATELY)));
        return parameters;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TimeLimits.ZONE);
    }

    static Timestamp beginning(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(TimeLimits.ZONE).toInstant());
    }
}
