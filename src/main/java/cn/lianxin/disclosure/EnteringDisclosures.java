package cn.lianxin.disclosure;

import cn.lianxin.platform.calendar.WorkingCalendar;
import cn.lianxin.platform.transparency.PublicLog;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Enters each act in the public log. An objection gets its place when its day is over: what everybody sees of it is the day, and an
 * entry of the same minute would tell for ever when somebody sat at a terminal.
 */
@Component
class EnteringDisclosures implements PublicRecord {

    private final PublicLog log;

    EnteringDisclosures(PublicLog log) {
        this.log = log;
    }

    @Override
    public void enter(PublicAct act) {
        var number = act.subject().substring(act.subject().indexOf(':') + 1);
        switch (act.kind()) {
            case PUBLISHED, CORRECTED -> {
                log.enter(DisclosurePublications.VERSION, "disclosure:" + number + ":" + act.place());
                log.enter(DisclosurePublications.TEXT, "disclosure-text:" + number + ":" + act.place());
            }
            case WITHDRAWN -> log.enter(DisclosurePublications.VERSION, "disclosure:" + number + ":" + act.place());
            case OBJECTED -> {
                log.enterLater(DisclosurePublications.OBJECTION, "objection:" + number, endOfDay(act.at()));
                log.enterLater(DisclosurePublications.WORDS, "objection-words:" + number, endOfDay(act.at()));
            }
            case REPLIED -> log.enter(DisclosurePublications.REPLY, "objection-reply:" + number);
            case ENDED -> log.enter(DisclosurePublications.END, "disclosure-end:" + number);
            // The room of the duties enters its wordings itself.
            case RULE_CHANGED -> {}
        }
    }

    private static Instant endOfDay(Instant at) {
        return at.atZone(WorkingCalendar.ZONE)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(WorkingCalendar.ZONE)
                .toInstant();
    }
}
