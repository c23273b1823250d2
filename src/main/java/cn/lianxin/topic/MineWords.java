package cn.lianxin.topic;

import cn.lianxin.platform.text.Grams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What people of a mine call things: many names for one place, one thing, one fault. {@code mine-words.tsv} holds them, one
 * concept a line; {@code 水~凉} stands for both within a few characters.
 */
final class MineWords {

    enum Kind {
        PLACE,
        THING,
        FAULT
    }

    record Concept(int number, String theme, Kind kind, String name) {}

    private record Gap(String first, String then, Concept concept) {}

    private static final String COMMON = "通用";
    private static final int WITHIN = 8;
    private static final MineWords KNOWN = read();

    private final Map<String, List<Concept>> byName = new HashMap<>();
    private final List<Gap> gaps = new ArrayList<>();
    private int longest;

    private MineWords() {}

    static MineWords known() {
        return KNOWN;
    }

    /** The concepts of a text in normal form, each with the word for which it stands there. */
    Map<Concept, String> in(String normal) {
        var found = new LinkedHashMap<Concept, String>();
        int at = 0;
        while (at < normal.length()) {
            int length = Math.min(longest, normal.length() - at);
            while (length > 0 && !byName.containsKey(normal.substring(at, at + length))) {
                length--;
            }
            if (length > 0) {
                var word = normal.substring(at, at + length);
                Objects.requireNonNull(byName.get(word)).forEach(concept -> found.putIfAbsent(concept, word));
            }
            at += Math.max(1, length);
        }
        for (var gap : gaps) {
            int first = normal.indexOf(gap.first());
            while (first >= 0) {
                int after = first + gap.first().length();
                int then = normal.indexOf(gap.then(), after);
                if (then >= 0 && then - after <= WITHIN) {
                    found.putIfAbsent(
                            gap.concept(),
                            normal.substring(first, then + gap.then().length()));
                    break;
                }
                first = normal.indexOf(gap.first(), after);
            }
        }
        return found;
    }

    static boolean isCommon(Concept concept) {
        return concept.theme().equals(COMMON);
    }

    private static MineWords read() {
        var words = new MineWords();
        try (var file = Objects.requireNonNull(MineWords.class.getResourceAsStream("mine-words.tsv"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(words::learn);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return words;
    }

    private int concepts;

    private void learn(String line) {
        var cells = line.split("\t", -1);
        var names = cells[2].split("\\|");
        var concept = new Concept(concepts++, cells[0], Kind.valueOf(cells[1].toUpperCase(Locale.ROOT)), names[0]);
        for (var name : names) {
            int gap = name.indexOf('~');
            if (gap > 0) {
                gaps.add(new Gap(Grams.normal(name.substring(0, gap)), Grams.normal(name.substring(gap + 1)), concept));
            } else {
                var normal = Grams.normal(name);
                byName.computeIfAbsent(normal, _ -> new ArrayList<>()).add(concept);
                longest = Math.max(longest, normal.length());
            }
        }
    }
}
