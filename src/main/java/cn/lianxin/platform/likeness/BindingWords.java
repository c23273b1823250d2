package cn.lianxin.platform.likeness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What texts have in common, word for word: the rarest phrases that most of them contain. Made of these texts alone. */
public final class BindingWords {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 8;
    private static final double MOST_OF_THEM = 0.6;

    private BindingWords() {}

    /** @param rarity of a phrase among all texts */
    public static List<String> of(List<String> texts, ToDoubleFunction<String> rarity, int most) {
        int needed = Math.max(2, (int) Math.ceil(MOST_OF_THEM * texts.size()));
        Map<String, Double> worth = new HashMap<>();
        countPhrases(texts).forEach((phrase, count) -> {
            if (count >= needed) {
                worth.put(phrase, count * rarity.applyAsDouble(phrase) * Math.sqrt(phrase.length()));
            }
        });
        var best = worth.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        var chosen = new ArrayList<String>();
        for (var phrase : best) {
            if (chosen.size() < most && chosen.stream().noneMatch(other -> overlap(other, phrase))) {
                chosen.add(phrase);
            }
        }
        return List.copyOf(chosen);
    }

    private static Map<String, Integer> countPhrases(List<String> texts) {
        var counts = new HashMap<String, Integer>();
        for (var text : texts) {
            var phrases = new HashSet<String>();
            for (var run : new String(Normal.of(text)).split(" ")) {
                for (int from = 0; from < run.length(); from++) {
                    for (int to = from + SHORTEST; to <= Math.min(run.length(), from + LONGEST); to++) {
                        phrases.add(run.substring(from, to));
                    }
                }
            }
            phrases.forEach(phrase -> counts.merge(phrase, 1, Integer::sum));
        }
        return counts;
    }

    private static boolean overlap(String one, String other) {
        for (int at = 0; at + SHORTEST <= other.length(); at++) {
            if (one.contains(other.substring(at, at + SHORTEST))) {
                return true;
            }
        }
        return false;
    }
}
