package cn.lianxin.delivery;

import cn.lianxin.platform.notification.Notification;
import cn.lianxin.platform.web.Screen;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * When and of what a person wants to hear outside of the product.
 *
 * @param hour of the daily and the weekly message
 * @param quiet hours in which nothing comes
 */
record Wish(
        Rhythm rhythm,
        int hour,
        DayOfWeek weekday,
        Optional<Quiet> quiet,
        Set<Notification.Topic> topics,
        Locale language) {

    enum Rhythm {
        AT_ONCE,
        DAILY,
        WEEKLY
    }

    /** From one full hour until another, over midnight where the second is the smaller. */
    record Quiet(int from, int until) {

        boolean covers(ZonedDateTime moment) {
            var hour = moment.getHour();
            return from < until ? hour >= from && hour < until : hour >= from || hour < until;
        }

        Instant endAfter(ZonedDateTime moment) {
            return next(moment, until).toInstant();
        }
    }

    /** The messages are all alike: more than one in this time tells nothing new. */
    static final Duration PAUSE = Duration.ofMinutes(10);

    /** Until somebody says otherwise: asleep at night, and no sign of what he says in confidence. */
    static Wish usual() {
        return new Wish(
                Rhythm.AT_ONCE,
                12,
                DayOfWeek.MONDAY,
                Optional.of(new Quiet(22, 6)),
                EnumSet.complementOf(EnumSet.of(Notification.Topic.RAISED_IN_CONFIDENCE)),
                Locale.SIMPLIFIED_CHINESE);
    }

    boolean wants(Notification.Topic topic) {
        return topics.contains(topic);
    }

    /** When something that came now shall go; {@code lastSent} is when the last one went. */
    Instant due(Instant now, Optional<Instant> lastSent) {
        var moment = now.atZone(Screen.ZONE);
        var wanted =
                switch (rhythm) {
                    case AT_ONCE ->
                        lastSent.map(last -> last.plus(PAUSE))
                                .filter(later -> later.isAfter(now))
                                .orElse(now);
                    case DAILY -> next(moment, hour).toInstant();
                    case WEEKLY -> nextWeekly(moment).toInstant();
                };
        return afterQuiet(wanted);
    }

    Instant afterQuiet(Instant wanted) {
        var moment = wanted.atZone(Screen.ZONE);
        return quiet.filter(hours -> hours.covers(moment))
                .map(hours -> hours.endAfter(moment))
                .orElse(wanted);
    }

    private ZonedDateTime nextWeekly(ZonedDateTime moment) {
        var day = at(moment.with(TemporalAdjusters.nextOrSame(weekday)), hour);
        return day.isAfter(moment) ? day : day.plusWeeks(1);
    }

    private static ZonedDateTime next(ZonedDateTime moment, int hour) {
        var today = at(moment, hour);
        return today.isAfter(moment) ? today : today.plusDays(1);
    }

    private static ZonedDateTime at(ZonedDateTime day, int hour) {
        return day.with(LocalTime.of(hour, 0));
    }
}
