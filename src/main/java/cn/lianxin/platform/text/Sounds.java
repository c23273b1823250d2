package cn.lianxin.platform.text;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How a name sounds, character by character, for whoever types it by its sound: 综采一队 is found by {@code zongcaiyidui},
 * {@code zcyd} and, as many people speak, {@code zhongcaiyidui}. A character of several readings answers to each of them.
 */
public final class Sounds {

    private static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin; Latin-ASCII");

    /** Second readings of characters that stand in names of units, places and people; the first is ICU's. */
    private static final Map<Integer, List<String>> OTHER_READINGS = Map.ofEntries(
            other("重", "chong", "zhong"),
            other("长", "chang", "zhang"),
            other("行", "hang", "xing"),
            other("调", "diao", "tiao"),
            other("单", "shan", "dan"),
            other("曾", "zeng", "ceng"),
            other("查", "zha", "cha"),
            other("仇", "qiu", "chou"),
            other("解", "xie", "jie"),
            other("朴", "piao", "pu"),
            other("区", "qu", "ou"),
            other("盖", "gai", "ge"),
            other("翟", "zhai", "di"),
            other("乐", "yue", "le"),
            other("都", "du", "dou"),
            other("厦", "xia", "sha"),
            other("大", "da", "dai"),
            other("校", "xiao", "jiao"),
            other("朝", "chao", "zhao"),
            other("传", "chuan", "zhuan"),
            other("车", "che", "ju"),
            other("石", "shi", "dan"),
            other("藏", "zang", "cang"),
            other("六", "liu", "lu"),
            other("尉", "yu", "wei"),
            other("任", "ren"),
            other("盛", "sheng", "cheng"),
            other("覃", "qin", "tan"),
            other("华", "hua"),
            other("和", "he", "huo"),
            other("会", "hui", "kuai"),
            other("干", "gan"),
            other("参", "can", "shen"),
            other("卡", "ka", "qia"),
            other("绞", "jiao"),
            other("率", "lv", "lu", "shuai"),
            other("绿", "lv", "lu"),
            other("女", "nv", "nu"),
            other("吕", "lv", "lu"));

    private final List<Set<String>> readings;

    private Sounds(List<Set<String>> readings) {
        this.readings = readings;
    }

    public static Sounds of(String name) {
        var readings = new ArrayList<Set<String>>();
        for (var stretch : Grams.stretches(name)) {
            stretch.codePoints().forEach(character -> readings.add(readings(character)));
        }
        return new Sounds(readings);
    }

    /** How one character is said, each way once, in the form in which sounds are compared; the character itself where it is no Han. */
    public static Set<String> ofCharacter(int character) {
        return readings(character);
    }

    /** Whether these letters are said of some of its characters in a row, each whole or by its first letter, the last begun. */
    public boolean match(String typed) {
        var letters = folded(typed);
        if (letters.length() < 2
                || !letters.chars().allMatch(letter -> letter < 0x80 && Character.isLetterOrDigit(letter))) {
            return false;
        }
        for (var from = 0; from < readings.size(); from++) {
            if (matches(letters, from)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(String letters, int from) {
        Set<Integer> said = Set.of(0);
        for (var at = from; at < readings.size() && !said.isEmpty(); at++) {
            var next = new HashSet<Integer>();
            for (var begin : said) {
                for (var reading : readings.get(at)) {
                    if (reading.startsWith(letters.substring(begin))) {
                        return true;
                    }
                    if (letters.startsWith(reading, begin)) {
                        next.add(begin + reading.length());
                    }
                    if (letters.charAt(begin) == reading.charAt(0)) {
                        next.add(begin + 1);
                    }
                }
            }
            said = next;
        }
        return false;
    }

    private static Set<String> readings(int character) {
        var readings = new HashSet<String>();
        var own = PINYIN.transliterate(Character.toString(character))
                .toLowerCase(Locale.ROOT)
                .strip();
        readings.add(folded(own.isEmpty() ? Character.toString(character) : own));
        OTHER_READINGS.getOrDefault(character, List.of()).forEach(other -> readings.add(folded(other)));
        return readings;
    }

    /** What half of the country does not tell apart: zh and z, ch and c, sh and s, ng and n at the end. */
    private static String folded(String letters) {
        return letters.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s']+", "")
                .replace("ü", "v")
                .replaceAll("([zcs])h", "$1")
                .replaceAll("([aeiou]n)g(?![aeiou])", "$1");
    }

    private static Map.Entry<Integer, List<String>> other(String character, String... readings) {
        return Map.entry(character.codePointAt(0), List.of(readings));
    }
}
