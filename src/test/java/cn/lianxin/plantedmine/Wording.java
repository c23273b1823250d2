package cn.lianxin.plantedmine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;

/** Makes sentences of lines: chooses between {a|b} and gives the things their names. */
final class Wording {

    private static final Pattern SLOT = Pattern.compile("<([^<>]+)>");
    private static final Pattern CHOICE = Pattern.compile("\\{([^{}]*)}");

    private final Vocabulary vocabulary;
    private final Random random;

    Wording(Vocabulary vocabulary, Random random) {
        this.vocabulary = vocabulary;
        this.random = random;
    }

    /** Which things one message, or all messages of one cause, speak of: each has several names, and no name comes twice before all were used. */
    final class Things {

        private final Map<String, List<String>> chosen = new HashMap<>();
        private final Map<String, List<String>> rest = new HashMap<>();

        Things with(String kind, List<String> names) {
            chosen.put(kind, names);
            return this;
        }

        private String name(String kind) {
            var values = vocabulary.values().get(kind);
            if (values != null) {
                return any(values);
            }
            var instances = Objects.requireNonNull(vocabulary.entities().get(kind), kind);
            var names = chosen.computeIfAbsent(kind, _ -> any(instances));
            var left = rest.computeIfAbsent(kind, _ -> new ArrayList<>());
            if (left.isEmpty()) {
                left.addAll(names);
                Collections.shuffle(left, random);
            }
            return left.removeLast();
        }
    }

    /** The same line said by somebody. */
    String said(String line, Things things) {
        String text = line;
        for (var choice = CHOICE.matcher(text); choice.find(); choice = CHOICE.matcher(text)) {
            var ways = List.of(choice.group(1).split("\\|", -1));
            text = text.substring(0, choice.start()) + any(ways) + text.substring(choice.end());
        }
        return SLOT.matcher(text).replaceAll(slot -> things.name(slot.group(1)));
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    boolean chance(double of) {
        return random.nextDouble() < of;
    }

    /** A pile that is dealt from: nothing comes twice, and at last nothing comes any more. */
    List<String> deck(String phrases) {
        var deck = new ArrayList<>(Objects.requireNonNull(vocabulary.phrases().get(phrases), phrases));
        Collections.shuffle(deck, random);
        return deck;
    }
}
