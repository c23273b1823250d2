package cn.lianxin.topic;

import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.Notification;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Set<Long> heard = new HashSet<>();
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
        var from = until.equals(Instant.MIN) ? now.minus(YEAR) : until.minus(LATE);
        for (var one : reports.since(from)) {
            if (heard.add(one.id())) {
                mines.computeIfAbsent(one.mine(), _ -> new Alarms())
                        .place(one.report())
                        .filter(alarm -> alarm.at().isAfter(now.minus(Alarms.FORTNIGHT)))
                        .ifPresent(alarm -> keep(one.mine(), alarm));
                until = one.report().at().isAfter(until) ? one.report().at() : until;
            }
        }
    }

    private void keep(long mine, Alarm alarm) {
        List<Long> concerns = alarm.reports().stream().map(Long::valueOf).toList();
        long kept = alarms.keep(mine, alarm.at(), concerns);
        for (var person : evidence.answerFor(mine)) {
            if (evidence.countFor(kept, person) >= SMALLEST && alarms.tell(kept, person, clock.instant())) {
                inbox.deliver(new Notification(
                        person,
                        "notification.topic",
                        List.of(),
                        "/topics",
                        "topic:" + kept,
                        Notification.Topic.WORK,
                        Notification.Reach.AS_CHOSEN));
            }
        }
    }

    @PreDestroy
    void stop() {
        aside.shutdownNow();
    }
}
