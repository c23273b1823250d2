package cn.lianxin.problem;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people say on the telephone: {@code Z-2026-48391-57}. Drawn by lot, so that a number tells nothing about how many others
 * there are; the last two digits notice each wrong digit and each two that were swapped.
 */
public record ProblemNumber(int year, int serial) {

    /** Serials are below this. */
    static final int SERIALS = 100_000;

    private static final Pattern FORM = Pattern.compile("Z(\\d{4})(\\d{5})(\\d{2})");
    private static final int MODULUS = 97;
    private static final int PLACES = 100;

    public ProblemNumber {
        if (year < 1900 || year > 9999 || serial < 0 || serial >= SERIALS) {
            throw new IllegalArgumentException("not a problem number: " + year + " " + serial);
        }
    }

    /** Reads what a person typed: full-width signs, small letters, spaces and dashes anywhere, with or without the Z. */
    public static Optional<ProblemNumber> parse(String typed) {
        var signs = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\-–—]", "");
        var match = FORM.matcher(signs.startsWith("Z") ? signs : "Z" + signs);
        if (!match.matches() || Integer.parseInt(match.group(1)) < 1900) {
            return Optional.empty();
        }
        var number = new ProblemNumber(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
        return number.check() == Integer.parseInt(match.group(3)) ? Optional.of(number) : Optional.empty();
    }

    private int check() {
        var digits = (long) year * SERIALS + serial;
        return (int) (MODULUS + 1 - digits * PLACES % MODULUS);
    }

    @Override
    public String toString() {
        return "Z-%04d-%05d-%02d".formatted(year, serial, check());
    }
}
