package cn.lianxin.concern;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The words of receipts: two characters each, things and doings that everybody knows, no two of one sound even where n and
 * l, z and zh, in and ing are spoken alike. The list never changes: what is printed on paper has to open for ever.
 */
final class WordList {

    static final int SIZE = 2048;

    private static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin; Latin-ASCII");
    private static final List<String> WORDS = words();

    /** Only who writes a word in other characters waits for it. */
    private static final class Sounds {
        static final Map<String, Integer> PLACES = places();

        private static Map<String, Integer> places() {
            var places = new HashMap<String, Integer>();
            for (var place = 0; place < SIZE; place++) {
                places.put(soundOf(word(place)), place);
            }
            return places;
        }
    }

    private WordList() {}

    static List<String> all() {
        return WORDS;
    }

    static String word(int place) {
        return WORDS.get(place);
    }

    static Optional<Integer> placeOf(String word) {
        var place = WORDS.indexOf(word);
        return place < 0 ? Optional.ofNullable(Sounds.PLACES.get(soundOf(word))) : Optional.of(place);
    }

    /** Pinyin without tones. */
    static String soundOf(String word) {
        return PINYIN.transliterate(word).toLowerCase(Locale.ROOT).strip();
    }

    private static List<String> words() {
        try (var file = Objects.requireNonNull(WordList.class.getResourceAsStream("receipt-words.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
