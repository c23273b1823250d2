package cn.lianxin.organization;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a name sounds, for sorting and for typing it without a Chinese keyboard. ICU's own transform for names knows that
 * 曾 is zeng and 单 is shan when they are surnames.
 *
 * @param spelled 单小明 is {@code shan xiao ming}
 * @param initials 单小明 is {@code sxm}
 */
record NameKey(String spelled, String initials) {

    private static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin/Names; Latin-ASCII");

    static NameKey of(String name) {
        var syllables = Stream.of(PINYIN.transliterate(name)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip()
                        .split(" "))
                .filter(syllable -> !syllable.isEmpty())
                .toList();
        return new NameKey(
                String.join(" ", syllables),
                syllables.stream()
                        .map(syllable -> syllable.substring(0, syllable.offsetByCodePoints(0, 1)))
                        .collect(Collectors.joining()));
    }
}
