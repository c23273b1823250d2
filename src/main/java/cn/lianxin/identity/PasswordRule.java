package cn.lianxin.identity;

import cn.lianxin.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What a password of one's own must be. Any characters will do; length counts, tricks do not. */
final class PasswordRule {

    static final int SHORTEST = 8;
    static final int LONGEST = 128;

    private static final int SHORTEST_BESIDE = 4;

    private static final Set<String> COMMON = common();

    private PasswordRule() {}

    /**
     * Refuses what is too easy to guess.
     *
     * @param known words that everybody knows who knows him; what is left without them has to have {@value #SHORTEST_BESIDE}
     *     characters
     * @throws Refusal.Violation at {@code password}: {@code password-too-short}, {@code password-too-long}, {@code
     *     password-is-staff-number}, {@code password-too-common}, {@code password-is-known-word}
     */
    static void check(String password, String staffNumber, Collection<String> known) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw refused("password-too-short", SHORTEST);
        }
        if (length > LONGEST) {
            throw refused("password-too-long", LONGEST);
        }
        var plain = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (plain.strip().equals(staffNumber.toLowerCase(Locale.ROOT))) {
            throw refused("password-is-staff-number");
        }
        if (COMMON.contains(plain) || plain.codePoints().distinct().count() <= 2 || isRun(plain)) {
            throw refused("password-too-common");
        }
        if (without(known, plain).codePointCount(0, without(known, plain).length()) < SHORTEST_BESIDE) {
            throw refused("password-is-known-word");
        }
    }

    /** The longest first, so that no part of one is left over by another. */
    private static String without(Collection<String> known, String plain) {
        return known.stream()
                .map(word -> Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 1)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .reduce(plain, (left, word) -> left.replace(word, ""));
    }

    /** Each character the next of the one before, upwards or downwards: 23456789, hgfedcba. */
    private static boolean isRun(String plain) {
        var characters = plain.codePoints().toArray();
        var step = characters[1] - characters[0];
        if (Math.abs(step) != 1) {
            return false;
        }
        for (var i = 1; i < characters.length; i++) {
            if (characters[i] - characters[i - 1] != step) {
                return false;
            }
        }
        return true;
    }

    private static Refusal.Violation refused(String code, Object... arguments) {
        return new Refusal.Violation("password", code, arguments);
    }

    private static Set<String> common() {
        try (InputStream list =
                Objects.requireNonNull(PasswordRule.class.getResourceAsStream("common-passwords.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
