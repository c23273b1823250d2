package cn.lianxin.bench;

import cn.lianxin.platform.index.Asked;
import cn.lianxin.platform.index.IndexedText;
import cn.lianxin.platform.index.SoughtWords;
import cn.lianxin.platform.index.TextIndex;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The index alone: a million invented texts of real lengths are put into it, then looked for by whoever may see an eighth. */
final class SearchBench {

    private static final int CONCERNS = Integer.getInteger("bench.concerns", 1_000_000);
    private static final int EACH = Integer.getInteger("bench.requests", 100);
    private static final int WARM_UP = 2;
    private static final int BATCH = 500;
    private static final int SHOWN = 40;
    private static final int DISTRICTS = 8;

    /** Where others use the machine, what the processor worked for it is the steadier figure. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final InventedText invented = new InventedText();

    Map<String, Object> run() throws IOException {
        var directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "index");
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("concerns", CONCERNS);
        try (var index = TextIndex.at(directory)) {
            var began = System.nanoTime();
            for (var first = 0; first < CONCERNS; first += BATCH) {
                index.put(texts(first, Math.min(CONCERNS, first + BATCH)));
            }
            index.keep(Map.of());
            index.refresh();
            var seconds = (System.nanoTime() - began) / 1e9;
            results.put("put per second", Math.round(CONCERNS / seconds));
            results.put("megabytes on disk", megabytes(directory));
            Runtime.getRuntime().gc();
            var runtime = Runtime.getRuntime();
            results.put("megabytes of heap", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
            System.out.println("index of " + CONCERNS + ": " + results);
            for (var scope : List.of("all", "an eighth", "one person")) {
                for (var sought : Soughts.of(invented, CONCERNS, EACH).entrySet()) {
                    var name = sought.getKey() + ", " + scope;
                    results.put(name, measured(name, index, sought.getValue(), scope));
                }
            }
        }
        return results;
    }

    private Map<String, Object> measured(String name, TextIndex index, List<String> soughts, String scope)
            throws IOException {
        var nanos = new long[soughts.size()];
        var processor = new long[soughts.size()];
        var found = 0;
        for (var round = -WARM_UP; round <= 0; round++) {
            found = 0;
            for (var at = 0; at < nanos.length; at++) {
                var start = System.nanoTime();
                var worked = THREADS.getCurrentThreadCpuTime();
                found += index.find(asked(soughts.get(at), scope), Optional.empty(), SHOWN)
                        .size();
                processor[at] = THREADS.getCurrentThreadCpuTime() - worked;
                nanos[at] = System.nanoTime() - start;
            }
        }
        var percentiles = new Percentiles(nanos);
        var work = new Percentiles(processor);
        System.out.println(
                name + ": " + percentiles + "; of the processor " + work + "; found " + found / nanos.length);
        return Map.of("time", percentiles.asMap(), "processor", work.asMap());
    }

    private static Asked asked(String words, String scope) {
        var keys =
                switch (scope) {
                    case "all" ->
                        IntStream.range(0, DISTRICTS)
                                .mapToObj(unit -> "l" + unit)
                                .collect(Collectors.toSet());
                    case "an eighth" -> List.of("l3");
                    default -> List.of("r77");
                };
        return new Asked(
                SoughtWords.of(words), Optional.of(keys), List.of(), Optional.empty(), Optional.empty(), false);
    }

    private List<IndexedText> texts(int from, int until) {
        var texts = new ArrayList<IndexedText>(until - from);
        for (var at = from; at < until; at++) {
            var text = invented.text(at);
            texts.add(new IndexedText(
                    "concern",
                    at,
                    text.substring(0, Math.min(19, text.length())),
                    text,
                    List.of("c" + at, "r" + at % 50_000, "l" + at % DISTRICTS, "d1", "s1", "s" + at % DISTRICTS),
                    List.of("matter:E4", "unit:" + at % 400, "over:" + (at % 10 != 0)),
                    Instant.parse("2024-01-01T00:00:00Z").plusSeconds(at * 90L)));
        }
        return texts;
    }

    private static long megabytes(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum() >> 20;
        }
    }
}
