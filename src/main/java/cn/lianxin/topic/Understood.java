package cn.lianxin.topic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A report as the machine compares it: features by weight, and its links to what came before it. */
final class Understood {

    final Report report;
    List<Clause> clauses;
    int[] features = {};
    float[] weights = {};
    double news;
    List<Link> links = new ArrayList<>();
    Tail tail = Tail.UNKNOWN;

    Understood(Report report, List<Clause> clauses) {
        this.report = report;
        this.clauses = clauses;
    }

    Instant at() {
        return report.at();
    }

    /** What is older than a year is compared with nothing any more. */
    void forget() {
        clauses = List.of();
        features = new int[0];
        weights = new float[0];
        links = new ArrayList<>();
        tail = Tail.UNKNOWN;
    }

    IntStream said() {
        return clauses.stream()
                .flatMapToInt(clause -> IntStream.of(clause.said()))
                .distinct();
    }

    /** Things and grams, each once. */
    int[] all() {
        return clauses.stream()
                .flatMapToInt(clause -> IntStream.concat(
                        IntStream.of(clause.grams()),
                        clause.things().keySet().stream().mapToInt(Integer::intValue)))
                .distinct()
                .toArray();
    }

    Map<Integer, String> written() {
        var written = new HashMap<Integer, String>();
        clauses.forEach(clause -> written.putAll(clause.written()));
        return written;
    }
}
