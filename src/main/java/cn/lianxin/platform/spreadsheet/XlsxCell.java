package cn.lianxin.platform.spreadsheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** What a cell of a workbook shows, as text. */
final class XlsxCell {

    private static final Pattern NO_FORMAT = Pattern.compile("\\[[^\\]]*]|\"[^\"]*\"|\\\\.|_.|\\*.");
    private static final Pattern DATE_LETTERS = Pattern.compile("[ymdhs年月日时分秒]", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_LETTERS = Pattern.compile("[yd年日]", Pattern.CASE_INSENSITIVE);
    /** Formats that Excel knows by number only, those of Chinese installations too. */
    private static final Set<Integer> DAY_FORMATS =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);

    private static final Set<Integer> TIME_FORMATS = Set.of(18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56);
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
    /** The last serial number that is a date: 9999-12-31. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

    private final boolean since1904;

    XlsxCell(boolean since1904) {
        this.since1904 = since1904;
    }

    String shown(@Nullable Cell cell) {
        if (cell == null || cell.getType() == null) {
            return "";
        }
        return switch (cell.getType()) {
            case STRING -> XlsxText.unescaped(textOf(cell.getText()));
            case NUMBER -> number(textOf(cell.getRawValue()), format(cell));
            case BOOLEAN -> truth(textOf(cell.getRawValue()));
            case FORMULA -> result(cell);
            case ERROR -> textOf(cell.getRawValue());
            case EMPTY -> "";
        };
    }

    /** The parser tells the type of a formula's result only by what it made of the value. */
    private String result(Cell cell) {
        var raw = textOf(cell.getRawValue());
        return switch (cell.getValue()) {
            case BigDecimal _ -> number(raw, format(cell));
            case Boolean _ -> truth(raw);
            case null -> "";
            default -> XlsxText.unescaped(raw);
        };
    }

    private static String truth(String raw) {
        return raw.equals("1") || raw.equals("true") ? "TRUE" : "FALSE";
    }

    private String number(String raw, String format) {
        if (raw.isEmpty()) {
            return "";
        }
        var value = new BigDecimal(raw);
        var letters = NO_FORMAT.matcher(format.split(";", -1)[0]).replaceAll("");
        var isDate = !letters.equalsIgnoreCase("General")
                && DATE_LETTERS.matcher(letters).find();
        return isDate && value.signum() >= 0 && value.compareTo(LAST_DAY) < 0
                ? date(value, DAY_LETTERS.matcher(letters).find())
                : ShownNumber.of(value, format);
    }

    /** Serial number 1 is 1 January 1900, and the year 1900 has a 29 February that never was. */
    private String date(BigDecimal serial, boolean hasDay) {
        var days = serial.longValue();
        var seconds = serial.subtract(BigDecimal.valueOf(days))
                .multiply(SECONDS_A_DAY)
                .setScale(0, java.math.RoundingMode.HALF_UP)
                .longValue();
        var start = since1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, days < 60 ? 31 : 30);
        LocalDateTime moment = start.plusDays(days).atStartOfDay().plus(seconds, ChronoUnit.SECONDS);
        var clock = moment.toLocalTime().toString();
        if (!hasDay) {
            return clock;
        }
        return seconds == 0 ? moment.toLocalDate().toString() : moment.toLocalDate() + " " + clock;
    }

    private static String format(Cell cell) {
        if (cell.getDataFormatString() != null) {
            return cell.getDataFormatString();
        }
        Integer id = cell.getDataFormatId();
        if (id == null) {
            return "General";
        }
        return DAY_FORMATS.contains(id) ? "yyyy-mm-dd" : TIME_FORMATS.contains(id) ? "h:mm:ss" : "General";
    }

    private static String textOf(@Nullable String text) {
        return text == null ? "" : text;
    }
}
