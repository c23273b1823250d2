package cn.lianxin.platform.calendar;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Lets the calendar count by what administrators added; other nodes follow within a minute. */
@Component
class KnownDays {

    /** The days were changed in this transaction. */
    record Changed() {}

    private final WorkingCalendar calendar;
    private final CalendarStore store;

    KnownDays(WorkingCalendar calendar, CalendarStore store) {
        this.calendar = calendar;
        this.store = store;
        read();
    }

    @TransactionalEventListener
    void on(Changed changed) {
        read();
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void read() {
        calendar.use(AnnouncedDays.packaged().with(store.imported(), store.stoppageDays()));
    }
}
