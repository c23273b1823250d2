package cn.lianxin.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of the one box, whole, over a million concerns of real lengths: by a desk officer, who sees them all, and by a handler. */
final class SearchPageBench {

    private static final int CONCERNS = Integer.getInteger("bench.concerns", 1_000_000);
    private static final int EACH = Integer.getInteger("bench.requests", 100);
    private static final int WARM_UP = 300;
    private static final String DESK = "B1";
    private static final String HANDLER = "B2";

    private final InventedText invented = new InventedText();
    private final Stage stage;

    SearchPageBench(Stage stage) {
        this.stage = stage;
    }

    Map<String, Object> run() throws Exception {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("concerns", CONCERNS);
        load(results);
        for (var who : List.of(DESK, HANDLER)) {
            var visitor = new Visitor(stage.address("/"));
            visitor.signIn(who);
            if (who.equals(DESK)) {
                awaitIndex(visitor, results);
            }
            warm(visitor);
            for (var sought : Soughts.of(invented, CONCERNS, EACH).entrySet()) {
                var name = sought.getKey() + (who.equals(DESK) ? ", desk" : ", handler");
                results.put(name, measured(name, visitor, sought.getValue()));
            }
        }
        return results;
    }

    private void load(Map<String, Object> results) throws SQLException, IOException {
        var began = System.nanoTime();
        try (var connection = stage.connection()) {
            Corpus.load(connection, stage.cast(), CONCERNS, invented::text);
        }
        note(results, "loaded per second", began);
    }

    /** The product follows by itself what was loaded beside it; whoever asks for the last of all knows when it is done. */
    private void awaitIndex(Visitor visitor, Map<String, Object> results) throws Exception {
        var began = System.nanoTime();
        var last = Corpus.number(CONCERNS - 1);
        while (!visitor.get("/search?q=" + last).body().contains("/concerns/" + last)) {
            Thread.sleep(500);
        }
        note(results, "indexed per second", began);
    }

    private static void note(Map<String, Object> results, String name, long began) {
        var seconds = (System.nanoTime() - began) / 1e9;
        results.put(name, Math.round(CONCERNS / seconds));
        System.out.println(name + ": " + results.get(name));
    }

    private void warm(Visitor visitor) throws Exception {
        var others = Soughts.of(invented, CONCERNS / 2, WARM_UP / 10);
        for (var words : others.values()) {
            for (var one : words) {
                visitor.get(address(one));
            }
        }
    }

    private static Map<String, Object> measured(String name, Visitor visitor, List<String> soughts) throws Exception {
        var nanos = new long[soughts.size()];
        for (var at = 0; at < nanos.length; at++) {
            var start = System.nanoTime();
            var answer = visitor.get(address(soughts.get(at)));
            nanos[at] = System.nanoTime() - start;
            if (answer.status() != 200) {
                throw new IllegalStateException(soughts.get(at) + " answered " + answer.status());
            }
        }
        var percentiles = new Percentiles(nanos);
        System.out.println(name + ": " + percentiles);
        return percentiles.asMap();
    }

    private static String address(String words) {
        return "/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
