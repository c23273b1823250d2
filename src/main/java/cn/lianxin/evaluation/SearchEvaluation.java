package cn.lianxin.evaluation;

import cn.lianxin.platform.index.Asked;
import cn.lianxin.platform.index.Hit;
import cn.lianxin.platform.index.IndexedText;
import cn.lianxin.platform.index.SoughtWords;
import cn.lianxin.platform.index.TextIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code search --corpus A.jsonl --queries Q.tsv}: how far up what is looked for stands, by the ranking of the product. */
final class SearchEvaluation implements Evaluation {

    private static final int AMONG_FIRST = 5;
    private static final int LOOKED_AT = 100;

    /** @param relevant places of rows in the corpus, any of which is what was looked for */
    private record Query(SoughtWords words, Set<Long> relevant) {}

    @Override
    public ObjectNode measure(Options options) {
        options.only(Set.of("--corpus", "--queries"));
        var corpus = Rows.of(options.file("--corpus"), List.of("id", "title", "detail"));
        var queries = queries(options.file("--queries"), places(corpus));
        try (var index = TextIndex.inMemory()) {
            index.put(texts(corpus));
            index.refresh();
            return measured(index, queries);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Map<String, Long> places(List<Map<String, String>> corpus) {
        var places = new HashMap<String, Long>();
        for (var row : corpus) {
            places.putIfAbsent(row.get("id"), (long) places.size());
        }
        return places;
    }

    private static List<IndexedText> texts(List<Map<String, String>> corpus) {
        var texts = new ArrayList<IndexedText>(corpus.size());
        var known = new HashSet<String>();
        for (var row : corpus) {
            if (known.add(row.get("id"))) {
                texts.add(new IndexedText(
                        "row",
                        known.size() - 1,
                        row.getOrDefault("title", ""),
                        row.getOrDefault("detail", ""),
                        List.of(),
                        List.of(),
                        Instant.EPOCH.plusSeconds(known.size())));
            }
        }
        return texts;
    }

    private static List<Query> queries(Path file, Map<String, Long> places) {
        var queries = new ArrayList<Query>();
        for (var row : Rows.of(file, List.of("query", "relevant"))) {
            var relevant = Arrays.stream(row.getOrDefault("relevant", "").split(","))
                    .map(String::strip)
                    .filter(id -> !id.isEmpty())
                    .toList();
            for (var id : relevant) {
                if (!places.containsKey(id)) {
                    throw new BadInput("要找的 " + id + " 不在语料里。", "What is looked for is not in the corpus: " + id + ".");
                }
            }
            queries.add(new Query(
                    SoughtWords.of(row.getOrDefault("query", "")),
                    relevant.stream().map(places::get).collect(Collectors.toSet())));
        }
        return queries;
    }

    /** Twice, for a virtual machine is slow at what it sees for the first time; the second time counts. */
    private static ObjectNode measured(TextIndex index, List<Query> queries) throws IOException {
        var nanos = new long[queries.size()];
        var amongFirst = 0;
        var reciprocal = 0.0;
        for (var round = 0; round < 2; round++) {
            amongFirst = 0;
            reciprocal = 0;
            for (var at = 0; at < nanos.length; at++) {
                var query = queries.get(at);
                var start = System.nanoTime();
                var hits = find(index, query);
                nanos[at] = System.nanoTime() - start;
                var place = placeOf(query, hits);
                amongFirst += place >= 0 && place < AMONG_FIRST ? 1 : 0;
                reciprocal += place < 0 ? 0 : 1.0 / (place + 1);
            }
        }
        Arrays.sort(nanos);
        return JsonNodeFactory.instance
                .objectNode()
                .put("queries", nanos.length)
                .put("success_at_5", rounded((double) amongFirst / nanos.length))
                .put("mrr", rounded(reciprocal / nanos.length))
                .put("p95_ms", rounded(nanos[(int) Math.ceil(nanos.length * 0.95) - 1] / 1e6));
    }

    private static List<Hit> find(TextIndex index, Query query) throws IOException {
        return query.words().isEmpty()
                ? List.of()
                : index.find(Asked.everywhere(query.words()), Optional.empty(), LOOKED_AT);
    }

    private static int placeOf(Query query, List<Hit> hits) {
        for (var place = 0; place < hits.size(); place++) {
            if (query.relevant().contains(hits.get(place).id())) {
                return place;
            }
        }
        return -1;
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
