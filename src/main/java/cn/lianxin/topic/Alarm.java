package cn.lianxin.topic;

import java.time.Instant;
import java.util.List;

/**
 * That a handful of reports within a fortnight has something in common which this mine does not usually have.
 *
 * @param number of its own among the alarms of this mine; what comes later to the same is told by the same number
 * @param reports the evidence, in the order in which it came
 * @param words what binds them, as people wrote it
 * @param bits how surprising it is: each bit halves how often chance alone would do this
 */
public record Alarm(int number, Instant at, List<String> reports, List<String> words, double bits) {

    public Alarm {
        reports = List.copyOf(reports);
        words = List.copyOf(words);
    }
}
