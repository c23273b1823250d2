package cn.lianxin.concern;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people see and say on the telephone: year, seven digits and a check digit, {@code 2026-4839-2075}. Neighbours in
 * time have unrelated numbers, so a number tells nothing about how many others there are; one wrong or two swapped digits
 * are noticed.
 */
public record ConcernNumber(int year, int serial, int checkDigit) {

    /** Serials are below this. */
    public static final int SERIALS = 10_000_000;

    private static final Pattern FORM = Pattern.compile("(\\d{4})(\\d{7})(\\d)");

    /** The Damm quasigroup of order 10: every single error and every swap of neighbours changes the result. */
    private static final int[][] DAMM = {
        {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
        {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
        {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
        {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
        {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
        {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
        {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
        {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
        {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
        {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
    };

    public ConcernNumber {
        if (year < 1900 || year > 9999 || serial < 0 || serial >= SERIALS || checkDigit != check(year, serial)) {
            throw new IllegalArgumentException("not a concern number: " + year + " " + serial + " " + checkDigit);
        }
    }

    static ConcernNumber of(int year, int serial) {
        return new ConcernNumber(year, serial, check(year, serial));
    }

    /** Reads what a person typed: full-width digits, spaces and dashes anywhere; empty where the check digit is wrong. */
    public static Optional<ConcernNumber> parse(String typed) {
        var digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\-–—]", "");
        var match = FORM.matcher(digits);
        if (!match.matches()) {
            return Optional.empty();
        }
        var year = Integer.parseInt(match.group(1));
        var serial = Integer.parseInt(match.group(2));
        return year >= 1900 && check(year, serial) == Integer.parseInt(match.group(3))
                ? Optional.of(of(year, serial))
                : Optional.empty();
    }

    private static int check(int year, int serial) {
        var interim = 0;
        for (var digit : "%04d%07d".formatted(year, serial).toCharArray()) {
            interim = DAMM[interim][digit - '0'];
        }
        return interim;
    }

    @Override
    public String toString() {
        var digits = "%07d%d".formatted(serial, checkDigit);
        return "%04d-%s-%s".formatted(year, digits.substring(0, 4), digits.substring(4));
    }
}
