package cn.lianxin.platform.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** When the shifts end that are worked here, for whoever says how long he is underground. */
@Component
public class ShiftEnds {

    private static final Duration SOON = Duration.ofHours(14);

    private final CalendarStore store;

    ShiftEnds(CalendarStore store) {
        this.store = store;
    }

    /** The next ends of shifts in the rosters of the enterprise, the soonest first; none where no roster is kept. */
    public List<Instant> after(Instant now, int most) {
        var today = now.atZone(WorkingCalendar.ZONE).toLocalDate();
        return store.rosters().stream()
                .flatMap(kept -> kept.roster().shifts().stream())
                .flatMap(shift -> Stream.of(today.minusDays(1), today, today.plusDays(1))
                        .map(day ->
                                shift.ending(day).atZone(WorkingCalendar.ZONE).toInstant()))
                .filter(end -> end.isAfter(now) && end.isBefore(now.plus(SOON)))
                .distinct()
                .sorted()
                .limit(most)
                .toList();
    }
}
