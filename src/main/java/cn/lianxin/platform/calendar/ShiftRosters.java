package cn.lianxin.platform.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rosters that administrators wrote down, by their names, for whoever counts hours of duty. */
@Component
public class ShiftRosters {

    private final CalendarStore store;

    ShiftRosters(CalendarStore store) {
        this.store = store;
    }

    public List<String> names() {
        return store.rosters().stream().map(KeptRoster::name).toList();
    }

    /**
     * When a crew has been on duty for so many hours; empty where no roster has this name.
     *
     * @param crew how many days it is ahead of the first one in the pattern
     */
    public Optional<Instant> plusHours(String name, Instant from, int hours, int crew) {
        return store.rosters().stream()
                .filter(kept -> kept.name().equals(name))
                .findFirst()
                .map(kept -> kept.roster().plusHours(from, hours, crew));
    }
}
