package cn.lianxin.platform.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * What people typed, made fit to be stored and shown: composed (NFC), and without anything invisible that could break a
 * page, a search or a reader's trust. Ordinary Chinese, emoji, flags and the variant forms of rare names stay as they
 * were. Never refuses: what may not stay is left out. Giving it its own result changes nothing.
 */
public final class PlainText {

    /** More marks on one letter are an attack on the lines above and below; no living script needs them. */
    private static final int MARKS_PER_LETTER = 4;

    private static final int OBJECT_REPLACEMENT = 0xFFFC;
    private static final int IDEOGRAPHIC_SPACE = 0x3000;

    private PlainText() {}

    /** One line: every run of spaces, tabs and line breaks becomes one space, none at the ends. */
    public static String line(@Nullable String raw) {
        return raw == null ? "" : visible(raw).replaceAll("[\\n \\u3000]+", " ").strip();
    }

    /**
     * Several lines, separated by {@code \n} alone, with at most two empty ones between paragraphs. The indent of a
     * paragraph stays, except the first one's.
     */
    public static String block(@Nullable String raw) {
        return raw == null
                ? ""
                : visible(raw)
                        .replaceAll("[ \\u3000]+(?=\\n)", "")
                        .replaceAll("\\n{4,}", "\n\n\n")
                        .strip();
    }

    /** How many characters a person would say it has, as far as code points tell: 😀 and 𠮷 count one. */
    public static int lengthOf(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String visible(String raw) {
        var once = sift(raw.replace("\r\n", "\n"));
        // Composing may split letters that Unicode excludes from composition, so the marks are counted again.
        return sift(Normalizer.normalize(once, Normalizer.Form.NFC));
    }

    private static String sift(String text) {
        var characters = text.codePoints().filter(PlainText::isNeverForbidden).toArray();
        var kept = new InvisibleInContext(characters);
        var result = new StringBuilder(text.length());
        var marks = 0;
        for (int at = 0; at < characters.length; at++) {
            int character = characters[at];
            if (isInvisible(character) && !kept.keeps(at)) {
                continue;
            }
            marks = isMark(character) ? marks + 1 : 0;
            if (marks <= MARKS_PER_LETTER) {
                result.appendCodePoint(spaceOrSame(character));
                kept.follow(character);
            }
        }
        return result.toString();
    }

    private static int spaceOrSame(int character) {
        return switch (UCharacter.getType(character)) {
            case UCharacter.CONTROL, UCharacter.LINE_SEPARATOR, UCharacter.PARAGRAPH_SEPARATOR ->
                character == '\t' ? ' ' : '\n';
            case UCharacter.SPACE_SEPARATOR -> character == IDEOGRAPHIC_SPACE ? character : ' ';
            default -> character;
        };
    }

    private static boolean isNeverForbidden(int character) {
        return switch (UCharacter.getType(character)) {
            case UCharacter.CONTROL -> isBreak(character);
            case UCharacter.SURROGATE -> false;
            case UCharacter.UNASSIGNED -> isPictograph(character);
            case UCharacter.FORMAT -> character == InvisibleInContext.JOINER || InvisibleInContext.isTag(character);
            default ->
                character != OBJECT_REPLACEMENT && (!isInvisible(character) || InvisibleInContext.isVariant(character));
        };
    }

    private static boolean isBreak(int character) {
        return (character >= '\t' && character <= '\r') || character == 0x85;
    }

    private static boolean isInvisible(int character) {
        return UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    private static boolean isMark(int character) {
        return switch (UCharacter.getType(character)) {
            case UCharacter.NON_SPACING_MARK, UCharacter.ENCLOSING_MARK, UCharacter.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** Pictographs that Unicode has reserved but not yet assigned are emoji of phones newer than this library. */
    static boolean isPictograph(int character) {
        return UCharacter.hasBinaryProperty(character, UProperty.EXTENDED_PICTOGRAPHIC);
    }
}
