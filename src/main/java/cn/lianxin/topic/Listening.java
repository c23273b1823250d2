package cn.lianxin.topic;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Hears what is filed in each mine, on this node and in memory, beginning with the last year; {@code lianxin.topics=false} leaves
 * it out. Whoever answers for the mine is told once of each alarm, if he sees enough of it.
 */
@Component
class Listening {

    private record Noticed(long mine, int number) {}

    static final int SMALLEST = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration LATE = Duration.ofDays(1);

    private final HeardReports reports;
    private final RaisedAlarms alarms;
    private final SeenEvidence evidence;
    private final Inbox inbox;
    private final Clock clock;
    private final boolean wanted;
    private final Map<Long, Alarms> mines = new HashMap<>();
    /** When what may be asked for again was filed. */
    private final Map<Long, Instant> heard = new HashMap<>();
    /**
     * Alarms as they stand, not yet kept: a report is heard once, so nothing noticed may be lost with a database that is away. How an alarm stood
     * before is not kept after it, or whoever starts again would raise again what was let go.
     */
    private final Map<Noticed, Alarm> noticed = new LinkedHashMap<>();

    private final Map<Noticed, Long> kept = new HashMap<>();

    private final ForkJoinPool aside = new ForkJoinPool(1);
    private final AtomicBoolean listening = new AtomicBoolean();
    private Instant until = Instant.MIN;

    Listening(
            HeardReports reports,
            RaisedAlarms alarms,
            SeenEvidence evidence,
            Inbox inbox,
            Clock clock,
            @Value("${lianxin.topics:true}") boolean wanted) {
        this.reports = reports;
        this.alarms = alarms;
        this.evidence = evidence;
        this.inbox = inbox;
        this.clock = clock;
        this.wanted = wanted;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1M")
    void listenAside() {
        if (wanted && listening.compareAndSet(false, true)) {
            aside.execute(() -> {
                try {
                    listen();
                } catch (RuntimeException failure) {
                    LOG.warn("What was filed could not be heard; it is tried again", failure);
                } finally {
                    listening.set(false);
                }
            });
        }
    }

    /** What is new since the last time. Who filed later may have been quicker, so the last day is asked for again. */
    synchronized void listen() {
        var now = clock.instant();
        for (var one : reports.since(until.equals(Instant.MIN) ? now.minus(YEAR) : until.minus(LATE))) {
            if (heard.putIfAbsent(one.id(), one.report().at()) == null) {
                mines.computeIfAbsent(one.mine(), _ -> new Alarms())
                        .place(one.report())
                        .filter(alarm -> alarm.at().isAfter(now.minus(Alarms.FORTNIGHT)))
                        .ifPresent(alarm -> noticed.put(new Noticed(one.mine(), alarm.number()), alarm));
                until = one.report().at().isAfter(until) ? one.report().at() : until;
            }
        }
        if (!heard.isEmpty()) {
            heard.values().removeIf(at -> at.isBefore(until.minus(LATE)));
        }
        for (var one = noticed.entrySet().iterator(); one.hasNext(); ) {
            var entry = one.next();
            keep(entry.getKey(), entry.getValue());
            one.remove();
        }
    }

    private void keep(Noticed one, Alarm alarm) {
        List<Long> concerns = alarm.reports().stream().map(Long::valueOf).toList();
        var known = Optional.ofNullable(kept.get(one));
        long number = alarms.keep(one.mine(), alarm.at(), concerns, known, kept.values());
        kept.put(one, number);
        for (var person : evidence.answerFor(one.mine())) {
            if (evidence.countFor(number, person) >= SMALLEST) {
                inbox.deliver(told(number, person));
            }
        }
    }

    /** The inbox takes the same cause once, whichever server brings it. */
    private static Notification told(long alarm, PersonId person) {
        return new Notification(
                person,
                "notification.topic",
                List.of(),
                "/topics/" + alarm,
                "topic:" + alarm,
                Notification.Topic.WORK,
                Notification.Reach.AS_CHOSEN);
    }

    @PreDestroy
    void stop() {
        aside.shutdownNow();
    }
}
