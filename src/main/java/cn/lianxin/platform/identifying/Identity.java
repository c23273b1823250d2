package cn.lianxin.platform.identifying;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;

/** Identity numbers by GB 11643: a region, a day of birth, a row, a check digit; the old ones of fifteen digits too. */
final class Identity {

    private static final Set<String> REGIONS = Set.of(
            "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83"
                    .split(" "));

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private Identity() {}

    /** With a plausible day of birth the check digit need not hold: who mistypes one digit is known all the same. */
    static boolean is(String number) {
        return switch (number.length()) {
            case 18 ->
                number.matches("\\d{17}[\\dx]") && region(number) && (born(number.substring(6, 14)) || holds(number));
            case 15 -> number.matches("\\d{15}") && region(number) && born("19" + number.substring(6, 12));
            default -> false;
        };
    }

    static boolean holds(String number) {
        var sum = 0;
        for (var at = 0; at < WEIGHTS.length; at++) {
            sum += WEIGHTS[at] * (number.charAt(at) - '0');
        }
        return "10x98765432".charAt(sum % 11) == number.charAt(17);
    }

    private static boolean region(String number) {
        return REGIONS.contains(number.substring(0, 2));
    }

    private static boolean born(String day) {
        try {
            var born = LocalDate.of(
                    Integer.parseInt(day.substring(0, 4)),
                    Integer.parseInt(day.substring(4, 6)),
                    Integer.parseInt(day.substring(6)));
            return born.getYear() >= 1900 && born.getYear() < 2100;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
