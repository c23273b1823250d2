package cn.lianxin.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.platform.outgoing.Handover;
import cn.lianxin.platform.outgoing.Outcome;
import cn.lianxin.platform.outgoing.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever happens in whatever order, with two nodes at work: nobody gets anything twice, and in the end everything has
 * been sent but what nobody can know.
 */
@ProductTest
class AnyOrderTest {

    /** As a process that is gone: nothing is written down. */
    private static final class Killed extends Error {}

    @Autowired
    Outbox outbox;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationContext context;

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothing_is_lost_and_nothing_goes_twice(int seed) throws Exception {
        var random = new Random(seed);
        var world = new World(new Queue("any-order:" + seed, seed % 2 == 0, false, Duration.ofDays(30), 3), random);
        var put = new HashSet<String>();
        try (var first = Couriers.with(context, world);
                var second = Couriers.with(context, world)) {
            for (var step = 0; step < 60; step++) {
                switch (random.nextInt(6)) {
                    case 0, 1, 2 -> {
                        var recipient = random.nextInt(4);
                        var key = recipient + "/" + random.nextInt(60);
                        put.add(key);
                        outbox.put(world.queue, recipient, key, key, later(random), random.nextInt(10) == 0);
                    }
                    case 3 -> TestClock.forward(Duration.ofMinutes(random.nextInt(40)));
                    case 4 -> atOnce(first, second);
                    case 5 -> outbox.moveDue(world.queue.name(), random.nextInt(4), later(random));
                    default -> throw new IllegalStateException();
                }
            }
            world.healthy.set(true);
            for (var day = 0; day < 3; day++) {
                TestClock.forward(Duration.ofDays(1));
                atOnce(first, second);
            }
        }

        assertThat(world.twice).isEmpty();
        assertThat(keys(world.queue, "SENT", "UNKNOWN")).isEqualTo(put);
        assertThat(world.mayHave).containsAll(keys(world.queue, "SENT"));
        assertThat(keys(world.queue, "UNKNOWN")).isSubsetOf(world.doubtful);
    }

    private java.time.Instant later(Random random) {
        return clock.instant().plus(Duration.ofMinutes(random.nextInt(3) * 15L));
    }

    private static void atOnce(Couriers first, Couriers second) throws InterruptedException {
        var other = Thread.startVirtualThread(second::workOff);
        first.workOff();
        other.join();
    }

    private Set<String> keys(Queue queue, String... states) {
        return Set.copyOf(database.sql("select key from outbox.parcel where queue = :queue and state = any (:states)")
                .param("queue", queue.name())
                .param("states", states)
                .query(String.class)
                .list());
    }

    /** The other side, with every misfortune there is. It remembers what it may have. */
    private static final class World implements Carrier {

        private final Queue queue;
        private final Random random;
        private final AtomicBoolean healthy = new AtomicBoolean();
        private final Set<String> mayHave = new ConcurrentSkipListSet<>();
        private final Set<String> doubtful = new ConcurrentSkipListSet<>();
        private final Set<String> twice = new ConcurrentSkipListSet<>();

        World(Queue queue, Random random) {
            this.queue = queue;
            this.random = random;
        }

        @Override
        public List<Queue> queues() {
            return List.of(queue);
        }

        @Override
        public Readiness readiness(Parcel parcel) {
            return new Readiness.Now();
        }

        @Override
        public synchronized Outcome carry(Parcel parcel, Handover handover) {
            var fate = healthy.get() ? 0 : random.nextInt(7);
            if (fate == 1) {
                return new Outcome.Failed(Trouble.NOT_REACHED, "");
            }
            if (fate == 2) {
                throw new Killed();
            }
            handover.begins();
            if (fate == 3) {
                return new Outcome.Failed(Trouble.REFUSED, "");
            }
            var again = new TreeSet<>(parcel.contents());
            again.retainAll(mayHave);
            twice.addAll(again);
            mayHave.addAll(parcel.contents());
            if (fate >= 4) {
                doubtful.addAll(parcel.contents());
            }
            return switch (fate) {
                case 4 -> new Outcome.Unknown("");
                case 5 -> throw new Killed();
                case 6 -> throw new IllegalStateException("broken");
                default -> new Outcome.Accepted("");
            };
        }

        @Override
        public void settled(Parcel parcel, Settled how) {}
    }
}
