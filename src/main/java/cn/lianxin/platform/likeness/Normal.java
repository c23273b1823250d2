package cn.lianxin.platform.likeness;

import cn.lianxin.platform.text.Grams;
import java.util.Arrays;

/** The form in which texts are compared here: normal characters, one space for whatever is no letter or digit. */
final class Normal {

    private Normal() {}

    static char[] of(String text) {
        var normal = Grams.normal(text);
        var characters = new char[normal.length()];
        int filled = 0;
        for (int at = 0; at < normal.length(); at++) {
            char character = normal.charAt(at);
            if (Character.isLetterOrDigit(character) || Character.isSurrogate(character)) {
                characters[filled++] = character;
            } else if (filled > 0 && characters[filled - 1] != ' ') {
                characters[filled++] = ' ';
            }
        }
        return Arrays.copyOf(characters, filled);
    }

    /** Whether no gram spans this place: the text ends here or something stands there that is no letter or digit. */
    static boolean isBreak(char[] text, int at) {
        return at >= text.length || text[at] == ' ';
    }
}
