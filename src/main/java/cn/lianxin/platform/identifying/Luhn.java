package cn.lianxin.platform.identifying;

/** The check digit of cards, ISO/IEC 7812. */
final class Luhn {

    private Luhn() {}

    static boolean holds(String number) {
        var sum = 0;
        for (var at = 0; at < number.length(); at++) {
            var digit = number.charAt(number.length() - 1 - at) - '0';
            var doubled = at % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
