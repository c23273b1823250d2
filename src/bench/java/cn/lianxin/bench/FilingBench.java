package cn.lianxin.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Filing a concern through HTTP (transaction committed, timeline, outbox, index, notification) beside the same statements
 * by a bare JDBC loop on the same database; eight clients each, taking turns.
 */
final class FilingBench {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 6);

    /**
     * A server runs for months: it is measured when its virtual machine has compiled what it meets. That is a matter of
     * how much it has done, not of how long; before, the compiler takes more of two cores than the filings do.
     */
    private static final int WARMING_FILINGS = Integer.getInteger("bench.warming", 50_000);

    private static final long ROUND_NANOS = Long.getLong("bench.seconds", 5) * 1_000_000_000L;
    private static final int DRAFTS_A_ROUND = 15_000;

    private final Stage stage;
    private final ConcurrentLinkedQueue<Long> durations = new ConcurrentLinkedQueue<>();

    FilingBench(Stage stage) {
        this.stage = stage;
    }

    Map<String, Object> run() throws Exception {
        var statements = stage.recorded().stream()
                .filter(exchange -> !exchange.sql().equals(Exchange.COMMIT))
                .count();
        System.out.printf("filing: %d statements a filing, %d clients%n", statements, CLIENTS);
        if (Boolean.getBoolean("bench.statements")) {
            stage.recorded()
                    .forEach(exchange ->
                            System.out.println("  | " + exchange.sql().replaceAll("\\s+", " ")));
        }
        var staff = new ArrayList<String>();
        for (var i = 0; i < CLIENTS; i++) {
            staff.add("B" + (3 + 2 * i));
        }
        var visitors = Visitor.signedIn(stage.address("/"), staff);
        while (durations.size() < WARMING_FILINGS) {
            product(visitors);
        }
        floor();
        durations.clear();
        var product = new double[ROUNDS];
        var floor = new double[ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            product[round] = product(visitors);
            floor[round] = floor();
            System.out.printf(
                    Locale.ROOT, "  round %d: product %.0f/s, floor %.0f/s%n", round + 1, product[round], floor[round]);
        }
        var ratio = Percentiles.median(product) / Percentiles.median(floor);
        var percentiles =
                new Percentiles(durations.stream().mapToLong(Long::longValue).toArray());
        System.out.printf(
                Locale.ROOT,
                "filing: median %.0f/s of a floor of %.0f/s: %.2f (target 0.50); %s%n",
                Percentiles.median(product),
                Percentiles.median(floor),
                ratio,
                percentiles);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("statements", statements);
        result.put("clients", CLIENTS);
        result.put("product", product);
        result.put("floor", floor);
        result.put("ratio", ratio);
        result.put("latency", percentiles.asMap());
        return result;
    }

    private double product(List<Visitor> visitors) throws Exception {
        ConcurrentLinkedQueue<String> tokens;
        try (var connection = stage.connection()) {
            tokens = new ConcurrentLinkedQueue<>(Drafts.prepare(connection, DRAFTS_A_ROUND));
        }
        return Rate.of(CLIENTS, ROUND_NANOS, client -> {
            var visitor = visitors.get(client);
            return () -> {
                var token = tokens.poll();
                if (token == null) {
                    return false;
                }
                var start = System.nanoTime();
                var answer = visitor.post("/concerns", Map.of("token", token, "mode", "NAMED"));
                durations.add(System.nanoTime() - start);
                if (answer.status() != 201) {
                    throw new IllegalStateException("a filing answered " + answer.status());
                }
                return true;
            };
        });
    }

    private double floor() throws Exception {
        return Rate.of(CLIENTS, ROUND_NANOS, _ -> {
            var floor = new Floor(stage.connection(), stage.recorded());
            return () -> {
                floor.once();
                return true;
            };
        });
    }

    /** How often clients get their work done in a second. */
    static final class Rate {

        interface Work {
            /** Whether there is more to do. */
            boolean once() throws Exception;
        }

        interface Maker {
            Work workOf(int client) throws Exception;
        }

        private Rate() {}

        static double of(int clients, long nanos, Maker maker) throws Exception {
            var done = new AtomicLong();
            var failures = new ConcurrentLinkedQueue<Exception>();
            var works = new ArrayList<Work>();
            for (var client = 0; client < clients; client++) {
                works.add(maker.workOf(client));
            }
            var start = System.nanoTime();
            var threads = works.stream()
                    .map(work -> Thread.ofPlatform().start(() -> {
                        try {
                            while (System.nanoTime() - start < nanos && work.once()) {
                                done.incrementAndGet();
                            }
                        } catch (Exception e) {
                            failures.add(e);
                        }
                    }))
                    .toList();
            for (var thread : threads) {
                thread.join();
            }
            var elapsed = System.nanoTime() - start;
            if (!failures.isEmpty()) {
                throw failures.peek();
            }
            return done.get() / (elapsed / 1e9);
        }
    }
}
