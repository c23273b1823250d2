package cn.lianxin.organization;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.text.PlainText;
import java.util.regex.Pattern;

/** What a code, a number, a name and a telephone may look like. */
final class Wording {

    private static final Pattern UNIT_CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,39}");
    private static final Pattern STAFF_NUMBER = Pattern.compile("[A-Za-z0-9-]{1,20}");
    private static final Pattern PHONE = Pattern.compile("[0-9+() -]{0,30}");

    private Wording() {}

    static String unitCode(String raw) {
        var code = raw.strip();
        if (!UNIT_CODE.matcher(code).matches()) {
            throw new Refusal.Violation("code", "unit-code-wrong");
        }
        return code;
    }

    static String staffNumber(String raw) {
        var number = raw.strip();
        if (!STAFF_NUMBER.matcher(number).matches()) {
            throw new Refusal.Violation("staffNumber", "staff-number-wrong");
        }
        return number;
    }

    static String phone(String raw) {
        var phone = raw.strip();
        if (!PHONE.matcher(phone).matches()) {
            throw new Refusal.Violation("phone", "phone-wrong");
        }
        return phone;
    }

    /** One line of 1 to {@code longest} characters, counted as a reader counts them. */
    static String line(String field, String raw, int longest) {
        var line = PlainText.line(raw);
        if (line.isEmpty()) {
            throw new Refusal.Violation(field, "name-missing");
        }
        if (PlainText.lengthOf(line) > longest) {
            throw new Refusal.Violation(field, "name-too-long", longest);
        }
        return line;
    }
}
