package cn.lianxin.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What is looked for: by how often it stands in the texts, and how long it is. */
final class Soughts {

    private Soughts() {}

    static Map<String, List<String>> of(InventedText invented, int concerns, int each) {
        var random = new Random(11);
        Map<String, List<String>> soughts = new LinkedHashMap<>();
        soughts.put("one character, frequent", many(each, () -> invented.character(0, 40, random)));
        soughts.put("one character, middling", many(each, () -> invented.character(400, 700, random)));
        soughts.put("one character, rare", many(each, () -> invented.character(2_500, 3_400, random)));
        soughts.put("two characters, frequent", many(each, () -> invented.word(0, 60, 2, random)));
        soughts.put("two characters, middling", many(each, () -> invented.word(1_500, 3_000, 2, random)));
        soughts.put("two characters, rare", many(each, () -> invented.word(30_000, 40_000, 2, random)));
        soughts.put(
                "four frequent characters in a row",
                many(each, () -> invented.word(0, 60, 2, random) + invented.word(0, 60, 2, random)));
        soughts.put(
                "six characters of a text", many(each, () -> part(invented.text(random.nextInt(concerns)), random)));
        soughts.put(
                "two words, frequent",
                many(each, () -> invented.word(0, 60, 2, random) + " " + invented.word(0, 60, 2, random)));
        soughts.put(
                "two words, middling",
                many(
                        each,
                        () -> invented.word(1_500, 3_000, 2, random) + " " + invented.word(1_500, 3_000, 2, random)));
        soughts.put(
                "a sentence with a wrong character",
                many(each, () -> wrong(part(invented.text(random.nextInt(concerns)), random), random)));
        return soughts;
    }

    private static String part(String text, Random random) {
        var from = random.nextInt(Math.max(1, text.length() - 6));
        return text.substring(from, Math.min(text.length(), from + 6)).replaceAll("[，。]", "");
    }

    private static String wrong(String part, Random random) {
        var at = random.nextInt(Math.max(1, part.length()));
        return part.isEmpty() ? "的" : part.substring(0, at) + "煤" + part.substring(at + 1);
    }

    private interface Making {
        String one();
    }

    private static List<String> many(int count, Making making) {
        var many = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            many.add(making.one());
        }
        return many;
    }
}
