package cn.lianxin.platform.calendar;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.spreadsheet.Row;
import cn.lianxin.platform.spreadsheet.Spreadsheet;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A year's list from a spreadsheet with a column of dates, one of kinds (休, 班) and one of names, in any order.
 *
 * @param faults row by row; the list is taken only if there are none
 */
record YearListReading(YearList list, List<ListFault> faults) {

    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

    static YearListReading of(Spreadsheet sheet) {
        var columns = Columns.of(sheet.header());
        var days = new ArrayList<AnnouncedDay>();
        var faults = new ArrayList<ListFault>();
        Map<LocalDate, Integer> rows = new HashMap<>();
        for (var row : sheet.rows().toList()) {
            try {
                var day = day(row, columns);
                var earlier = rows.putIfAbsent(day.date(), row.number());
                if (earlier != null) {
                    throw new Refusal.Violation("date", "calendar-day-twice", earlier);
                }
                if (!days.isEmpty()
                        && days.getFirst().date().getYear() != day.date().getYear()) {
                    throw new Refusal.Violation(
                            "date",
                            "calendar-other-year",
                            Integer.toString(days.getFirst().date().getYear()));
                }
                days.add(day);
            } catch (Refusal.Violation violation) {
                faults.add(new ListFault(
                        row.number(), String.join(" ", row.cells()), violation.code(), violation.arguments()));
            }
        }
        if (days.isEmpty() && faults.isEmpty()) {
            throw new Refusal.Violation("file", "calendar-list-empty");
        }
        return new YearListReading(
                new YearList(days.isEmpty() ? 0 : days.getFirst().date().getYear(), days), faults);
    }

    private static AnnouncedDay day(Row row, Columns columns) {
        var date =
                date(row.at(columns.date())).orElseThrow(() -> new Refusal.Violation("date", "calendar-date-unclear"));
        var working =
                switch (row.at(columns.kind()).strip()) {
                    case "班", "上班", "WORK" -> true;
                    case "休", "放假", "OFF" -> false;
                    default -> throw new Refusal.Violation("kind", "calendar-kind-unclear");
                };
        if (working && !AnnouncedDay.isWeekend(date)) {
            throw new Refusal.Violation("date", "calendar-make-up-on-weekday");
        }
        return new AnnouncedDay(date, working, row.at(columns.name()).strip());
    }

    private static Optional<LocalDate> date(String text) {
        var form = DATE.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private record Columns(int date, int kind, int name) {
        static Columns of(List<String> header) {
            return new Columns(
                    column(header, "date", "日期"),
                    column(header, "kind", "休或班", "类别", "类型"),
                    column(header, "name", "节日", "名称"));
        }

        private static int column(List<String> header, String... names) {
            for (int at = 0; at < header.size(); at++) {
                if (List.of(names).contains(header.get(at).strip().toLowerCase(java.util.Locale.ROOT))) {
                    return at;
                }
            }
            throw new Refusal.Violation("file", "calendar-column-missing", names[names.length - 1]);
        }
    }
}
