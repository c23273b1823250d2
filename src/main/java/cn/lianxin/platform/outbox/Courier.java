package cn.lianxin.platform.outbox;

import cn.lianxin.platform.outgoing.Outcome;
import cn.lianxin.platform.outgoing.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Carries what is due, several at once, each in a lane of its own; a slow receiver holds up its own queue alone. */
@Component
class Courier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration TROUBLES_KEPT = Duration.ofDays(90);
    private static final int LAST_WORDS_SECONDS = 25;

    private final Parcels parcels;
    private final Settling settling;
    private final List<Carrier> carriers;
    private final Clock clock;
    private final Map<String, Semaphore> lanes = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Courier(Parcels parcels, Settling settling, List<Carrier> carriers, Clock clock) {
        this.parcels = parcels;
        this.settling = settling;
        this.carriers = carriers;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT15S")
    void look() {
        start();
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
    void forget() {
        parcels.forget(clock.instant().minus(KEPT), clock.instant().minus(TROUBLES_KEPT));
    }

    /** The lanes that were opened; each works until nothing is due in its queue. */
    List<Future<?>> start() {
        parcels.takeOver(clock.instant());
        var opened = new ArrayList<Future<?>>();
        for (var carrier : carriers) {
            for (var queue : carrier.queues()) {
                open(carrier, queue, opened);
            }
        }
        return opened;
    }

    private void open(Carrier carrier, Queue queue, List<Future<?>> opened) {
        var free = lanes.computeIfAbsent(queue.name(), _ -> new Semaphore(queue.lanes()));
        while (free.tryAcquire()) {
            var opening = false;
            try {
                var first = parcels.claim(queue, clock.instant());
                opening = first.isPresent();
                if (!opening) {
                    return;
                }
                opened.add(threads.submit(() -> work(carrier, queue, first.get(), free)));
            } finally {
                if (!opening) {
                    free.release();
                }
            }
        }
    }

    private void work(Carrier carrier, Queue queue, Claimed first, Semaphore free) {
        try {
            var next = Optional.of(first);
            while (next.isPresent()) {
                carry(carrier, queue, next.get());
                next = threads.isShutdown() ? Optional.empty() : parcels.claim(queue, clock.instant());
            }
        } finally {
            free.release();
        }
    }

    private void carry(Carrier carrier, Queue queue, Claimed claimed) {
        var crossing = new Crossing(parcels, claimed, clock);
        try {
            switch (carrier.readiness(claimed.parcel())) {
                case Readiness.Later(var at) -> parcels.putBack(claimed, null, "", at);
                case Readiness.NoLonger _ -> parcels.drop(claimed, clock.instant());
                case Readiness.Now _ ->
                    settling.settle(carrier, queue, claimed, carrier.carry(claimed.parcel(), crossing));
            }
        } catch (Crossing.TakenOver another) {
            LOG.info("{} was taken over while it waited here", claimed.parcel().id());
        } catch (DataAccessException e) {
            // The lease ends, and what is known then decides.
            LOG.warn(
                    "what became of {} could not be written down",
                    claimed.parcel().id(),
                    e);
        } catch (RuntimeException e) {
            LOG.error("{} could not be carried", claimed.parcel().id(), e);
            var detail = e.getClass().getSimpleName();
            settling.settle(
                    carrier,
                    queue,
                    claimed,
                    crossing.begun() ? new Outcome.Unknown(detail) : new Outcome.Failed(Trouble.NOT_SET_UP, detail));
        }
    }

    /** What is under way has a moment to hear its answer. */
    @Override
    public void close() throws InterruptedException {
        threads.shutdown();
        threads.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
    }
}
