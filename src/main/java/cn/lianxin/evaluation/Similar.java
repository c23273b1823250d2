package cn.lianxin.evaluation;

import cn.lianxin.platform.likeness.LikenessIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** For each text of one file the likest of another, and how long the answers took. */
final class Similar implements Evaluation {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> FIELDS = List.of("id", "title", "detail");

    @Override
    public ObjectNode measure(Options options) {
        options.only(Set.of("--corpus", "--queries", "--k", "--out"));
        var corpus = Rows.of(options.file("--corpus"), FIELDS);
        var queries = Rows.of(options.file("--queries"), FIELDS);
        int most = (int) options.number("--k", 10);
        if (most < 1) {
            throw new BadInput("--k 至少是 1。", "--k has to be at least 1.");
        }
        var out = options.target("--out");
        var index = new LikenessIndex();
        for (int at = 0; at < corpus.size(); at++) {
            index.add(at, whole(corpus.get(at)));
        }
        var lines = new ArrayList<String>();
        var nanoseconds = new long[queries.size()];
        for (int at = 0; at < queries.size(); at++) {
            var query = queries.get(at);
            long before = System.nanoTime();
            var likest = index.likest(whole(query), most);
            nanoseconds[at] = System.nanoTime() - before;
            var line = JSON.createObjectNode().put("id", Cell.of(query, "id"));
            var hits = line.putArray("hits");
            likest.forEach(like -> hits.addObject()
                    .put("id", Cell.of(corpus.get((int) like.id()), "id"))
                    .put("score", like.score()));
            lines.add(line.toString());
        }
        out.ifPresent(file -> write(file, lines));
        Arrays.sort(nanoseconds);
        return JSON.createObjectNode()
                .put("queries", queries.size())
                .put("p50_ms", milliseconds(nanoseconds, 0.5))
                .put("p95_ms", milliseconds(nanoseconds, 0.95));
    }

    static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String whole(Map<String, String> row) {
        return Cell.of(row, "title") + "\n" + Cell.of(row, "detail");
    }

    private static double milliseconds(long[] ascending, double share) {
        int at = (int) Math.ceil(share * ascending.length) - 1;
        return Math.round(ascending[Math.max(at, 0)] / 1e3) / 1e3;
    }
}
