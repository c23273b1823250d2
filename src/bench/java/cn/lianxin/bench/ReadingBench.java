package cn.lianxin.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Lists, one concern and search at a hundred thousand concerns, by a signed-in desk officer and a handler. */
final class ReadingBench {

    private static final int CONCERNS = Integer.getInteger("bench.concerns", 100_000);
    private static final int REQUESTS = Integer.getInteger("bench.requests", 300);
    private static final int WARM_UP = 60;
    private static final List<String> WORDS = List.of("澡堂", "夜班津贴", "皮带机头", "暖气不热", "等罐", "二次分配", "体检报告");

    private final Stage stage;

    ReadingBench(Stage stage) {
        this.stage = stage;
    }

    Map<String, Object> run() throws Exception {
        var numbers = new ArrayList<String>();
        try (var connection = stage.connection()) {
            Corpus.load(connection, stage.cast(), CONCERNS);
            try (var rows = connection
                    .createStatement()
                    .executeQuery("select number from concern.concern where not restricted limit 500")) {
                while (rows.next()) {
                    numbers.add(rows.getString(1));
                }
            }
        }
        var random = new Random(7);
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("concerns", CONCERNS);
        var desk = new Visitor(stage.address("/"));
        var handler = new Visitor(stage.address("/"));
        desk.signIn("B1");
        handler.signIn("B2");
        results.put("desk list", measure("desk list", desk, () -> "/desk"));
        results.put("handler's list", measure("handler's list", handler, () -> "/tasks"));
        results.put(
                "one concern",
                measure("one concern", desk, () -> "/concerns/" + numbers.get(random.nextInt(numbers.size()))));
        results.put("search", measure("search", desk, () -> "/desk?q=" + WORDS.get(random.nextInt(WORDS.size()))));
        results.put("quarters counted", awaitQuarters());
        var unit = stage.cast().mine().value();
        for (var by : List.of("UNIT", "MONTH")) {
            for (var span : List.of("2026-Q2", "2025")) {
                var name = "indicators of " + span + " by " + by;
                results.put(
                        name, measure(name, desk, () -> "/indicators?unit=" + unit + "&span=" + span + "&by=" + by));
            }
        }
        return results;
    }

    /** The product counts by itself what is final; how long it took for each quarter. */
    private Map<String, Object> awaitQuarters() throws Exception {
        try (var connection = stage.connection();
                var statement = connection.createStatement()) {
            for (var attempt = 0; attempt < 900; attempt++) {
                try (var row = statement.executeQuery("""
                        select count(*) as quarters, max(first_day) >= date '2026-04-01' as done,
                            extract(epoch from max(counted_at) - min(counted_at)) / greatest(1, count(*) - 1) as seconds
                        from insight.quarter
                        """)) {
                    row.next();
                    if (row.getBoolean("done")) {
                        var counted = Map.<String, Object>of(
                                "quarters", row.getInt("quarters"), "seconds each", row.getDouble("seconds"));
                        System.out.println("quarters counted: " + counted);
                        return counted;
                    }
                }
                Thread.sleep(1_000);
            }
        }
        throw new IllegalStateException("no quarter was counted");
    }

    private interface Addresses {
        String next();
    }

    private static Map<String, Object> measure(String name, Visitor visitor, Addresses addresses) throws Exception {
        var nanos = new long[REQUESTS];
        for (var i = -WARM_UP; i < REQUESTS; i++) {
            var address = addresses.next();
            var start = System.nanoTime();
            var answer = visitor.get(address);
            if (answer.status() != 200) {
                throw new IllegalStateException(address + " answered " + answer.status());
            }
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
        }
        var percentiles = new Percentiles(nanos);
        System.out.println(name + " at " + CONCERNS + ": " + percentiles);
        return percentiles.asMap();
    }
}
