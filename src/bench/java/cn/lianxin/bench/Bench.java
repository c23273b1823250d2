package cn.lianxin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./lianxin bench [filing] [reading] [search] [search-page] [likeness] [log] [portal]}: results as text, and as JSON in {@code target/bench.json}. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var wanted = arguments.length == 0 ? List.of("filing", "reading", "search") : List.of(arguments);
        for (var name : wanted) {
            if (!List.of("filing", "reading", "search", "search-page", "likeness", "log", "portal")
                    .contains(name)) {
                System.err.println("No such bench: " + name
                        + "; there are filing, reading, search, search-page, likeness, log and portal.");
                System.exit(1);
            }
        }
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("machine", machine());
        System.out.println(results.get("machine"));
        // Each on a database of its own: what one leaves behind would slow the other.
        if (wanted.contains("filing")) {
            try (var stage = Stage.set()) {
                results.put("filing", new FilingBench(stage).run());
            }
        }
        if (wanted.contains("reading")) {
            try (var stage = Stage.set()) {
                results.put("reading", new ReadingBench(stage).run());
            }
        }
        if (wanted.contains("search")) {
            results.put("search", new SearchBench().run());
        }
        if (wanted.contains("search-page")) {
            try (var stage = Stage.set()) {
                results.put("search-page", new SearchPageBench(stage).run());
            }
        }
        if (wanted.contains("likeness")) {
            results.put("likeness", new LikenessBench().run());
        }
        if (wanted.contains("log")) {
            results.put("log", new LogBench().run());
        }
        if (wanted.contains("portal")) {
            try (var stage = Stage.set()) {
                results.put("portal", new PortalBench(stage).run());
            }
        }
        var file = Path.of("target", "bench.json");
        Files.writeString(
                file,
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(results));
        System.out.println("→ " + file);
        System.exit(0);
    }

    private static String machine() throws IOException {
        var words = new ArrayList<String>();
        words.add(Runtime.getRuntime().availableProcessors() + " cores");
        var information = Path.of("/proc/cpuinfo");
        if (Files.exists(information)) {
            Files.readAllLines(information).stream()
                    .filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .ifPresent(line ->
                            words.add(line.substring(line.indexOf(':') + 1).strip()));
            words.add("load " + Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        }
        words.add("Java " + Runtime.version());
        return String.join(", ", words);
    }
}
