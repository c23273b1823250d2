package cn.lianxin.platform.text;

import com.ibm.icu.text.Transliterator;

/** The simplified form of each Han character of the basic plane, one by one: a context would break search by parts. */
final class SimplifiedCharacters {

    private static final char FIRST = '\u3400';
    private static final char LAST = '\u9FFF';
    private static final char[] TABLE = table();

    private SimplifiedCharacters() {}

    static boolean covers(int character) {
        return character >= FIRST && character <= LAST;
    }

    static char of(int character) {
        return TABLE[character - FIRST];
    }

    private static char[] table() {
        var simplifier = Transliterator.getInstance("Traditional-Simplified");
        var table = new char[LAST - FIRST + 1];
        for (int at = 0; at < table.length; at++) {
            // Twice: some simplified forms are traditional ones of another character (薴 → 苧 → 苎).
            var once = simplifier.transliterate(Character.toString(FIRST + at));
            var simplified = simplifier.transliterate(once);
            table[at] = simplified.length() == 1 ? simplified.charAt(0) : (char) (FIRST + at);
        }
        return table;
    }
}
