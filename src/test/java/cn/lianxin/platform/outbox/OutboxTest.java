package cn.lianxin.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.ProductTest;
import cn.lianxin.TestClock;
import cn.lianxin.platform.outgoing.Handover;
import cn.lianxin.platform.outgoing.Outcome;
import cn.lianxin.platform.outgoing.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class OutboxTest {

    private static final AtomicLong NAMES = new AtomicLong();

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxKeeping keeping;

    @Autowired
    Parcels parcels;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationContext context;

    private final Queue queue = queue(true, false);
    private final Scripted carrier = new Scripted();
    private Couriers couriers;

    /** Does one thing after the other, and accepts when nothing is left to do. */
    private class Scripted implements Carrier {
        final List<Parcel> carried = new ArrayList<>();
        final List<Settled> settled = new ArrayList<>();
        final Deque<Outcome> script = new ArrayDeque<>();
        Readiness readiness = new Readiness.Now();
        Runnable atHandover = () -> {};

        @Override
        public List<Queue> queues() {
            return List.of(queue);
        }

        @Override
        public Readiness readiness(Parcel parcel) {
            return readiness;
        }

        @Override
        public Outcome carry(Parcel parcel, Handover handover) {
            handover.begins();
            atHandover.run();
            carried.add(parcel);
            return Optional.ofNullable(script.poll()).orElse(new Outcome.Accepted("theirs"));
        }

        @Override
        public void settled(Parcel parcel, Settled how) {
            settled.add(how);
        }
    }

    @BeforeEach
    void begin() {
        couriers = Couriers.with(context, carrier);
    }

    @AfterEach
    void resetClock() {
        TestClock.reset();
    }

    @Test
    void one_key_of_a_recipient_goes_once() {
        put(1, "a");
        put(1, "a");
        put(2, "a");
        couriers.workOff();
        put(1, "a");
        couriers.workOff();

        assertThat(carrier.carried).extracting(Parcel::recipient).containsExactlyInAnyOrder(1L, 2L);
        assertThat(states()).containsOnly("SENT");
    }

    @Test
    void what_is_rolled_back_was_never_owed() {
        transactions.executeWithoutResult(status -> {
            put(1, "a");
            status.setRollbackOnly();
        });
        couriers.workOff();

        assertThat(carrier.carried).isEmpty();
    }

    @Test
    void what_is_due_for_one_recipient_goes_as_one_and_the_rest_later() {
        put(1, "a");
        put(1, "b");
        outbox.put(queue, 1, "tomorrow", "c", clock.instant().plus(Duration.ofDays(1)), false);
        couriers.workOff();

        assertThat(carrier.carried)
                .singleElement()
                .satisfies(parcel -> assertThat(parcel.contents()).containsExactly("a", "b"));
        TestClock.forward(Duration.ofDays(1));
        couriers.workOff();
        assertThat(carrier.carried.getLast().contents()).containsExactly("c");
    }

    @Test
    void a_failure_is_tried_again_later_and_later_under_the_same_id() {
        put(1, "a");
        carrier.script.add(new Outcome.Failed(Trouble.REFUSED, "HTTP 503"));
        carrier.script.add(new Outcome.Failed(Trouble.NOT_REACHED, "X"));
        couriers.workOff();
        couriers.workOff();
        assertThat(carrier.carried).hasSize(1);

        TestClock.forward(Duration.ofSeconds(38));
        couriers.workOff();
        assertThat(carrier.carried).hasSize(2);
        TestClock.forward(Duration.ofSeconds(38));
        couriers.workOff();
        assertThat(carrier.carried).hasSize(2);
        TestClock.forward(Duration.ofSeconds(38));
        couriers.workOff();

        assertThat(carrier.carried).extracting(Parcel::attempts).containsExactly(1, 2, 3);
        assertThat(carrier.carried)
                .extracting(Parcel::id)
                .containsOnly(carrier.carried.getFirst().id());
        assertThat(carrier.settled).containsExactly(Settled.POSTPONED, Settled.POSTPONED, Settled.SENT);
    }

    @Test
    void who_asks_to_be_left_alone_is_left_alone_so_long() {
        put(1, "a");
        carrier.script.add(new Outcome.Failed(Trouble.REFUSED, "HTTP 429", Optional.of(Duration.ofHours(2))));
        couriers.workOff();

        TestClock.forward(Duration.ofMinutes(119));
        couriers.workOff();
        assertThat(carrier.carried).hasSize(1);
        TestClock.forward(Duration.ofMinutes(2));
        couriers.workOff();
        assertThat(carrier.carried).hasSize(2);
    }

    @Test
    void it_is_given_up_after_days_and_sent_when_somebody_says_so() {
        put(1, "a");
        for (var i = 0; i < 200; i++) {
            carrier.script.add(new Outcome.Failed(Trouble.NOT_REACHED, "X"));
        }
        for (var i = 0; i < 80; i++) {
            couriers.workOff();
            assertThat(states()).containsOnly("WAITING");
            TestClock.forward(Duration.ofMinutes(50));
        }
        TestClock.forward(Duration.ofDays(1));
        couriers.workOff();
        assertThat(states()).containsOnly("GIVEN_UP");
        assertThat(carrier.settled.getLast()).isEqualTo(Settled.GIVEN_UP);

        carrier.script.clear();
        assertThat(keeping.retry(stray().id())).isTrue();
        couriers.workOff();
        assertThat(states()).containsOnly("SENT");
    }

    @Test
    void what_may_have_arrived_is_not_sent_again_unless_a_person_says_so_and_then_under_the_same_id() {
        put(1, "a");
        put(1, "b");
        carrier.script.add(new Outcome.Unknown("SMTP"));
        couriers.workOff();
        TestClock.forward(Duration.ofDays(2));
        couriers.workOff();

        assertThat(carrier.carried).hasSize(1);
        assertThat(states()).containsOnly("UNKNOWN");
        assertThat(keeping.retryAll(queue.name())).isZero();
        keeping.strays(1_000).stream()
                .filter(it -> it.queue().equals(queue.name()))
                .forEach(it -> keeping.retry(it.id()));
        couriers.workOff();
        assertThat(carrier.carried).hasSize(2);
        assertThat(carrier.carried.getLast().id())
                .isEqualTo(carrier.carried.getFirst().id());
    }

    @Test
    void where_the_receiver_drops_doubles_what_may_have_arrived_is_sent_again() {
        var repeatable = queue(false, true);
        outbox.put(repeatable, 1, "a", "a", clock.instant(), false);
        var ids = new ArrayList<>();
        var courier = Couriers.with(context, new Scripted() {
            @Override
            public List<Queue> queues() {
                return List.of(repeatable);
            }

            @Override
            public Outcome carry(Parcel parcel, Handover handover) {
                handover.begins();
                ids.add(parcel.id());
                return ids.size() == 1 ? new Outcome.Unknown("X") : new Outcome.Accepted("");
            }
        });
        courier.workOff();
        TestClock.forward(Duration.ofMinutes(1));
        courier.workOff();

        assertThat(ids).hasSize(2);
        assertThat(ids).containsOnly(ids.getFirst());
    }

    @Test
    void a_courier_that_died_before_the_handover_leaves_it_to_another_and_one_that_died_after_it_to_nobody() {
        put(1, "before");
        var before = parcels.claim(queue, clock.instant()).orElseThrow();
        couriers.workOff();
        assertThat(carrier.carried).isEmpty();
        TestClock.forward(Duration.ofMinutes(16));
        couriers.workOff();
        assertThat(carrier.carried).hasSize(1);

        put(2, "after");
        var after = parcels.claim(queue, clock.instant()).orElseThrow();
        assertThat(parcels.handOver(after, clock.instant())).isTrue();
        TestClock.forward(Duration.ofMinutes(16));
        couriers.workOff();
        assertThat(carrier.carried).hasSize(1);
        assertThat(stray().stuck()).isEqualTo(OutboxKeeping.Stuck.UNKNOWN);

        // Whoever was only slow learns in time that it is no longer his.
        assertThat(parcels.handOver(before, clock.instant())).isFalse();
        assertThat(parcels.handOver(after, clock.instant())).isFalse();
        parcels.sent(after, "late", clock.instant());
        assertThat(states()).containsOnly("SENT");
    }

    @Test
    void what_nobody_wants_now_goes_later_or_never_and_counts_as_no_attempt() {
        put(1, "a");
        carrier.readiness = new Readiness.Later(clock.instant().plus(Duration.ofHours(8)));
        couriers.workOff();
        carrier.readiness = new Readiness.Now();
        couriers.workOff();
        assertThat(carrier.carried).isEmpty();
        TestClock.forward(Duration.ofHours(9));
        couriers.workOff();
        assertThat(carrier.carried)
                .singleElement()
                .satisfies(parcel -> assertThat(parcel.attempts()).isEqualTo(1));

        put(2, "b");
        carrier.readiness = new Readiness.NoLonger();
        couriers.workOff();
        assertThat(carrier.carried).hasSize(1);
        assertThat(states()).containsExactly("SENT", "DROPPED");
    }

    @Test
    void what_breaks_here_is_a_failure_before_the_handover_and_unknown_after_it() {
        put(1, "a");
        carrier.atHandover = () -> {
            throw new IllegalStateException("broken");
        };
        couriers.workOff();
        assertThat(states()).containsOnly("UNKNOWN");

        carrier.atHandover = () -> {};
        put(2, "b");
        var broken = new Scripted() {
            @Override
            public Outcome carry(Parcel parcel, Handover handover) {
                throw new IllegalStateException("broken");
            }
        };
        Couriers.with(context, broken).workOff();
        assertThat(states()).containsExactly("UNKNOWN", "WAITING");
    }

    @Test
    void what_waits_is_moved_or_dropped_for_its_recipient_alone() {
        var tomorrow = clock.instant().plus(Duration.ofDays(1));
        outbox.put(queue, 1, "a", "a", tomorrow, false);
        outbox.put(queue, 2, "a", "a", tomorrow, false);
        outbox.put(queue, 3, "a", "a", tomorrow, false);

        outbox.moveDue(queue.name(), 1, clock.instant());
        outbox.drop(queue.name(), 2);
        couriers.workOff();

        assertThat(carrier.carried).extracting(Parcel::recipient).containsExactly(1L);
        assertThat(states()).containsExactly("SENT", "DROPPED", "WAITING");
        assertThat(outbox.lastHandedOver(queue.name(), 1, clock.instant().minusSeconds(60)))
                .isPresent();
        assertThat(outbox.lastHandedOver(queue.name(), 3, clock.instant().minusSeconds(60)))
                .isEmpty();
    }

    @Test
    void figures_tell_what_waits_and_what_failed() {
        put(1, "a");
        put(2, "b");
        carrier.script.add(new Outcome.Unknown("X"));
        couriers.workOff();
        put(3, "c");

        var figures = keeping.figures().stream()
                .filter(it -> it.queue().equals(queue.name()))
                .findFirst()
                .orElseThrow();

        assertThat(figures.waiting()).isEqualTo(1);
        assertThat(figures.sent()).isEqualTo(1);
        assertThat(figures.unknown()).isEqualTo(1);
        assertThat(figures.oldestDue()).isPresent();
    }

    @Test
    void what_is_over_is_forgotten_after_a_while_and_what_waits_never() {
        put(1, "sent");
        couriers.workOff();
        put(2, "waits");

        parcels.forget(clock.instant().minusSeconds(60), clock.instant().minusSeconds(60));
        assertThat(states()).containsExactly("SENT", "WAITING");
        parcels.forget(clock.instant().plusSeconds(60), clock.instant().plusSeconds(60));
        assertThat(states()).containsExactly("WAITING");
    }

    @Test
    void pauses_double_up_to_half_an_hour_and_are_never_all_alike() {
        var backoff = new Backoff(RandomGenerator.of("L64X128MixRandom"));

        assertThat(backoff.after(1)).isBetween(Duration.ofMillis(22_500), Duration.ofMillis(37_500));
        assertThat(backoff.after(3)).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(150));
        assertThat(backoff.after(1_000_000)).isBetween(Duration.ofMillis(1_350_000), Duration.ofMillis(2_250_000));
        assertThat(backoff.after(5)).isNotEqualTo(backoff.after(5));
    }

    private void put(long recipient, String key) {
        outbox.put(queue, recipient, key, key, clock.instant(), false);
    }

    private OutboxKeeping.Stray stray() {
        return keeping.strays(1_000).stream()
                .filter(it -> it.queue().equals(queue.name()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> states() {
        return database.sql("select state from outbox.parcel where queue = :queue order by seq")
                .param("queue", queue.name())
                .query((row, _) -> row.getString("state"))
                .list();
    }

    private static Queue queue(boolean together, boolean repeatable) {
        return new Queue("test:" + NAMES.incrementAndGet(), together, repeatable, Duration.ofDays(3), 3);
    }
}
