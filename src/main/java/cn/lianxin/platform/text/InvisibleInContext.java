package cn.lianxin.platform.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/**
 * The few invisible characters that mean something where they stand: the joiner between two pictographs (a family), the
 * selector after one (❤️) or in a keycap (1️⃣), the tags of a regional flag, the selector of a rare form of a Han
 * character in a name. Anywhere else they only make two equal looking texts differ.
 */
final class InvisibleInContext {

    static final int JOINER = 0x200D;
    private static final int EMOJI_SELECTOR = 0xFE0F;
    private static final int KEYCAP = 0x20E3;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int CANCEL_TAG = 0xE007F;
    private static final int LONGEST_TAG = 6;

    private final int[] characters;
    private int previous = -1;
    private int beforePrevious = -1;
    private int tagEnd = -1;

    InvisibleInContext(int[] characters) {
        this.characters = characters;
    }

    static boolean isTag(int character) {
        return (character >= 0xE0030 && character <= 0xE0039)
                || (character >= 0xE0061 && character <= 0xE007A)
                || character == CANCEL_TAG;
    }

    static boolean isVariant(int character) {
        return character == EMOJI_SELECTOR || isHanVariant(character);
    }

    private static boolean isHanVariant(int character) {
        return character >= 0xE0100 && character <= 0xE01EF;
    }

    /** Says that this character was kept, so that the next one is judged by it. */
    void follow(int character) {
        beforePrevious = previous;
        previous = character;
    }

    boolean keeps(int at) {
        int character = characters[at];
        int next = at + 1 < characters.length ? characters[at + 1] : -1;
        if (character == JOINER) {
            return endsPictograph() && next >= 0 && PlainText.isPictograph(next);
        }
        if (character == EMOJI_SELECTOR) {
            return isPictograph(previous) || (isKeycapBase(previous) && next == KEYCAP);
        }
        if (isHanVariant(character)) {
            return previous >= 0 && UCharacter.hasBinaryProperty(previous, UProperty.UNIFIED_IDEOGRAPH);
        }
        if (previous == BLACK_FLAG) {
            tagEnd = endOfTags(at);
        }
        return isTag(character) && at <= tagEnd;
    }

    private boolean endsPictograph() {
        return isPictograph(previous)
                || (previous == EMOJI_SELECTOR && isPictograph(beforePrevious))
                || (previous >= 0 && UCharacter.hasBinaryProperty(previous, UProperty.EMOJI_MODIFIER));
    }

    private static boolean isPictograph(int character) {
        return character >= 0 && PlainText.isPictograph(character);
    }

    private static boolean isKeycapBase(int character) {
        return (character >= '0' && character <= '9') || character == '#' || character == '*';
    }

    /** Where the tags that begin here end with their cancel tag; -1 if they do not, or are too long to name a region. */
    private int endOfTags(int from) {
        for (int at = from; at < characters.length && at <= from + LONGEST_TAG && isTag(characters[at]); at++) {
            if (characters[at] == CANCEL_TAG) {
                return at > from ? at : -1;
            }
        }
        return -1;
    }
}
