package cn.lianxin.ledger;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Screen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date in the forms that offices use: 2019-04-25 09:32:09, 2019/4/25, 2019年4月25日下午2时, 2019.4.25, 20190425, or the
 * serial number that Excel leaves in a text file.
 *
 * @param dayOnly whether no time of the day was given; then it is the beginning of the day
 */
record OfficeDate(Instant at, boolean dayOnly) {

    private static final Pattern FORM = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?"
            + "(?:[ T]*(上午|下午|晚上|中午)?[ ]*(\\d{1,2})[:时点](?:(\\d{1,2})(?:[:分](\\d{1,2})(?:[.,]\\d+)?)?)?[分秒Z]?)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SERIAL = Pattern.compile("[2-6]\\d{4}(\\.\\d+)?");
    private static final LocalDate DAY_ZERO_OF_EXCEL = LocalDate.of(1899, 12, 30);
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    /** Refuses, as a violation of the field, what is no date, before 2000 or after now. */
    static OfficeDate of(String text, LedgerField field, Instant now) {
        var date =
                parse(text).orElseThrow(() -> new Refusal.Violation(field.name(), "ledger-date-unclear", shown(text)));
        if (date.at.isBefore(EARLIEST.atStartOfDay(Screen.ZONE).toInstant())) {
            throw new Refusal.Violation(field.name(), "ledger-date-too-early", shown(text));
        }
        if (date.at.isAfter(now)) {
            throw new Refusal.Violation(field.name(), "ledger-date-in-future", shown(text));
        }
        return date;
    }

    static Optional<OfficeDate> parse(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        try {
            var form = FORM.matcher(plain);
            if (form.matches()) {
                return Optional.of(dated(form));
            }
            var compact = COMPACT.matcher(plain);
            if (compact.matches()) {
                return Optional.of(onDay(day(compact)));
            }
            return SERIAL.matcher(plain).matches() ? Optional.of(serial(new BigDecimal(plain))) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static OfficeDate dated(Matcher form) {
        if (form.group(5) == null) {
            return onDay(day(form));
        }
        var hour = Integer.parseInt(form.group(5));
        var afternoon = form.group(4) != null && !form.group(4).equals("上午");
        var time =
                LocalTime.of(afternoon && hour < 12 && hour > 0 ? hour + 12 : hour, number(form, 6), number(form, 7));
        return new OfficeDate(day(form).atTime(time).atZone(Screen.ZONE).toInstant(), false);
    }

    private static int number(Matcher form, int group) {
        return form.group(group) == null ? 0 : Integer.parseInt(form.group(group));
    }

    private static LocalDate day(Matcher form) {
        return LocalDate.of(number(form, 1), number(form, 2), number(form, 3));
    }

    private static OfficeDate onDay(LocalDate day) {
        return new OfficeDate(day.atStartOfDay(Screen.ZONE).toInstant(), true);
    }

    private static OfficeDate serial(BigDecimal serial) {
        var days = serial.setScale(0, RoundingMode.DOWN);
        var seconds = serial.subtract(days)
                .multiply(BigDecimal.valueOf(86_400))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        LocalDateTime moment =
                DAY_ZERO_OF_EXCEL.plusDays(days.longValue()).atStartOfDay().plusSeconds(seconds);
        return new OfficeDate(moment.atZone(Screen.ZONE).toInstant(), seconds == 0);
    }

    private static String shown(String text) {
        return text.codePointCount(0, text.length()) <= 30
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 30)) + "…";
    }
}
