package cn.lianxin.platform.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Goes through the chains from their beginnings to their ends, again and again: all of them within a minute, as long as they
 * have no more entries than can be read in it. What is found is written down, told to those who keep the house, and logged.
 */
@Component
class Checking {

    private static final Logger LOG = LoggerFactory.getLogger(Checking.class);
    private static final Duration BUDGET = Duration.ofSeconds(5);
    private static final int MOST_FINDINGS = 50;

    /**
     * How one log stands.
     *
     * @param place of its last entry
     * @param checkedAt when it was last gone through whole; {@link Instant#EPOCH} where not yet
     */
    record State(Log log, long place, Instant checkedAt, long tookMilliseconds) {}

    private final Sealing sealing;
    private final Links links;
    private final ChainWalk walk;
    private final Findings findings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<Log, ChainWalk.Reached> reached = new EnumMap<>(Log.class);
    private final Map<Log, State> states = new EnumMap<>(Log.class);
    private volatile boolean broken;

    Checking(
            Sealing sealing,
            Links links,
            ChainWalk walk,
            Findings findings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sealing = sealing;
        this.links = links;
        this.walk = walk;
        this.findings = findings;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT30S")
    synchronized void onTime() {
        for (var log : Log.values()) {
            tell(pass(log, BUDGET));
        }
        broken = !findings.newest(1).isEmpty();
    }

    /** All of every log, however long it takes; what is wrong with it now, known before or not. */
    synchronized List<Finding> checkAll() {
        sealing.sealAll();
        var found = new ArrayList<Finding>();
        for (var log : Log.values()) {
            reached.remove(log);
            found.addAll(pass(log, Duration.ofHours(1)));
        }
        tell(found);
        broken = !findings.newest(1).isEmpty();
        return found;
    }

    /** Whether anything was ever found. */
    boolean isBroken() {
        return broken;
    }

    synchronized List<State> states() {
        return List.of(Log.values()).stream()
                .map(log -> new State(
                        log,
                        links.last(log).place(),
                        states.containsKey(log) ? states.get(log).checkedAt() : Instant.EPOCH,
                        states.containsKey(log) ? states.get(log).tookMilliseconds() : 0))
                .toList();
    }

    private List<Finding> pass(Log log, Duration budget) {
        var began = System.nanoTime();
        var found = new ArrayList<Finding>();
        var from = reached.computeIfAbsent(log, it -> walk.begin(it, found));
        var next = walk.on(log, from, began + budget.toNanos(), found);
        var took = from.tookNanoseconds() + System.nanoTime() - began;
        if (next.atEnd()) {
            walk.end(log, next, found);
            reached.remove(log);
            states.put(
                    log,
                    new State(
                            log,
                            next.place(),
                            clock.instant(),
                            Duration.ofNanos(took).toMillis()));
        } else {
            reached.put(log, next.took(took));
            walk.tail(log, found);
        }
        return found.stream().limit(MOST_FINDINGS).toList();
    }

    private void tell(List<Finding> found) {
        for (var finding : found) {
            if (findings.add(finding)) {
                LOG.error(
                        "the log {} is not what it was: {} at place {}, entry {}",
                        finding.log(),
                        finding.kind(),
                        finding.place(),
                        finding.entry());
                var day = finding.at().atOffset(ZoneOffset.UTC).toLocalDate();
                events.publishEvent(new LogBroken(
                        finding.log().name(),
                        finding.kind().name(),
                        finding.place(),
                        "audit-broken:" + finding.log() + ":" + finding.kind() + ":" + day));
            }
        }
    }
}
