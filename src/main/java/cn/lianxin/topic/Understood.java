package cn.lianxin.topic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A report as the machine compares it: features by weight, and its links to what came before it. */
final class Understood {

    final Report report;
    int[] features = {};
    float[] weights = {};
    Map<Integer, String> written = Map.of();
    Set<String> grams = Set.of();
    double news;
    List<Link> links = new ArrayList<>();
    Tail tail = Tail.UNKNOWN;

    Understood(Report report) {
        this.report = report;
    }

    Instant at() {
        return report.at();
    }
}
