package cn.lianxin.promise;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** In what a limit is counted. */
public enum Measure {
    MINUTES("分钟"),
    HOURS("小时", "自然小时"),
    /** Of the office, or of the unit's roster where it has one. */
    WORKING_HOURS("工作小时"),
    WORKING_DAYS("工作日"),
    DAYS("日", "天", "自然日"),
    /** Of a time that runs already. */
    PERCENT("%", "％", "百分比"),
    /** Of units above each other. */
    LEVELS("级");

    private final List<String> words;

    Measure(String... words) {
        this.words = List.of(words);
    }

    String word() {
        return words.getFirst();
    }

    /** By a word that stands in lists, or by its name. */
    static Optional<Measure> of(String text) {
        return Arrays.stream(values())
                .filter(measure ->
                        measure.words.contains(text) || measure.name().equalsIgnoreCase(text))
                .findFirst();
    }
}
