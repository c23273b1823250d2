package cn.lianxin.platform.calendar;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Navigation;
import cn.lianxin.platform.web.NavigationEntry;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The calendar in the head line of those who keep it, marked while a list is missing. */
@Component
class CalendarNavigation implements Navigation {

    private final KeepingCalendar keeping;
    private final WorkingCalendar calendar;

    CalendarNavigation(KeepingCalendar keeping, WorkingCalendar calendar) {
        this.keeping = keeping;
        this.calendar = calendar;
    }

    @Override
    public Stream<NavigationEntry> entriesFor(Actor actor) {
        return KeepingCalendar.keepsCalendar(actor)
                ? Stream.of(new NavigationEntry(
                        "navigation.calendar",
                        "/calendar",
                        84,
                        calendar.missingYear(keeping.today()).isPresent() ? "!" : ""))
                : Stream.empty();
    }
}
