package cn.lianxin.organization;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.text.PlainText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** What a code, a number, a name, a telephone and a date may look like. */
public final class Wording {

    private static final Pattern UNIT_CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,39}");
    private static final Pattern STAFF_NUMBER = Pattern.compile("[A-Za-z0-9-]{1,20}");
    private static final Pattern PHONE = Pattern.compile("[0-9+() -]{0,30}");

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{2})(\\d{2}))(?:[ T].*)?");

    private Wording() {}

    public static String unitCode(String raw) {
        var code = raw.strip();
        if (!UNIT_CODE.matcher(code).matches()) {
            throw new Refusal.Violation("code", "unit-code-wrong");
        }
        return code;
    }

    public static String staffNumber(String raw) {
        var number = raw.strip();
        if (!STAFF_NUMBER.matcher(number).matches()) {
            throw new Refusal.Violation("staffNumber", "staff-number-wrong");
        }
        return number;
    }

    public static String phone(String raw) {
        var phone = raw.strip();
        if (!PHONE.matcher(phone).matches()) {
            throw new Refusal.Violation("phone", "phone-wrong");
        }
        return phone;
    }

    /** One line of 1 to {@code longest} characters, counted as a reader counts them. */
    public static String line(String field, String raw, int longest) {
        var line = PlainText.line(raw);
        if (line.isEmpty()) {
            throw new Refusal.Violation(field, "name-missing");
        }
        if (PlainText.lengthOf(line) > longest) {
            throw new Refusal.Violation(field, "name-too-long", longest);
        }
        return line;
    }

    /** 2026-11-22, 2026/11/22, 2026.11.22, 2026年11月22日 and 20261122. */
    public static LocalDate date(String word) {
        var matcher = DATE.matcher(word.strip());
        try {
            if (matcher.matches()) {
                var month = matcher.group(2) == null ? matcher.group(4) : matcher.group(2);
                var day = matcher.group(3) == null ? matcher.group(5) : matcher.group(3);
                return LocalDate.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(month), Integer.parseInt(day));
            }
        } catch (DateTimeException noSuchDay) {
            throw new Refusal.Violation("date", "date-unclear");
        }
        throw new Refusal.Violation("date", "date-unclear");
    }
}
