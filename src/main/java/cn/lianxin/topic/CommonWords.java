package cn.lianxin.topic;

import cn.lianxin.platform.text.Grams;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What binds a handful of texts, in the words in which people wrote it: what two or more of them speak of. */
final class CommonWords {

    private static final int MOST = 5;

    private CommonWords() {}

    static List<String> of(List<String> texts) {
        Map<String, Set<String>> written = new LinkedHashMap<>();
        Map<String, Integer> texted = new HashMap<>();
        for (var text : texts) {
            var own = new LinkedHashMap<String, String>();
            for (var clause : Grams.stretches(text)) {
                MineWords.known().in(clause).forEach((concept, word) -> {
                    if (!MineWords.isCommon(concept)) {
                        own.putIfAbsent(concept.name(), word);
                    }
                });
                Reader.numbered(clause).forEach(own::putIfAbsent);
            }
            own.forEach((name, word) -> {
                written.computeIfAbsent(name, _ -> new LinkedHashSet<>()).add(word);
                texted.merge(name, 1, Integer::sum);
            });
        }
        var words = new ArrayList<String>();
        texted.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(MOST)
                .forEach(entry -> words.add(String.join("、", written.getOrDefault(entry.getKey(), Set.of()))));
        return words;
    }
}
