package cn.lianxin.textcheck;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days and hours that are in no calendar, days of the week that do not fit, and what has not been yet told as if it had. */
final class Dates {

    private static final String FIGURES = "[0-9]{1,2}|[〇零一二三四五六七八九十]{1,3}";
    private static final String YEAR = "(?<year>[0-9]{4}|[〇零一二三四五六七八九]{4})年";
    private static final Pattern DAY = Pattern.compile("(?:" + YEAR + ")?(?<![0-9.第])(?<month>" + FIGURES + ")月(?<day>"
            + FIGURES + ")(?:日|号(?![工煤井楼机炉线采支钻孔文车泵变风锅巷站架点库门床厂仓道]))");
    private static final Pattern MONTH = Pattern.compile(YEAR + "(?<month>[0-9]{1,2})月(?!龄)");
    private static final Pattern WEEKDAY =
            Pattern.compile("^ ?[(,、]? ?(?:是|为|系)?(?:星期|周|礼拜)([一二三四五六日天])(?![至到、产一二三四五六日])[)）]?");
    private static final Pattern HOUR = Pattern.compile("(?<![0-9:])([0-9]{1,2})[时点]([0-9]{1,2})分(?!钟)");
    private static final Pattern LUNAR = Pattern.compile("(?:农历|阴历|旧历|夏历|闰)[^,。;]{0,8}$");
    private static final Pattern COMING =
            Pattern.compile("将|拟|计划|预计|定于|力争|确保|目标|有望|届时|即将|之前|以前|截止|截至|到期|准备|筹备|报名|安排|通知|部署|倒排|规划|争取|设计|起");
    private static final Pattern DONE = Pattern.compile("了(?!解)|已[^经]|已经|圆满|胜利|闭幕|落幕|结束|举行[^。]*讲话|获得|荣获|日前");
    private static final int FAR_AHEAD = 92;
    private static final int HOURS = 24;
    private static final int MINUTES = 59;
    private static final String DIGITS = "零一二三四五六七八九";

    private final Passage passage;
    private final LocalDate today;
    private final List<Finding> found = new ArrayList<>();

    private Dates(Passage passage, LocalDate today) {
        this.passage = passage;
        this.today = today;
    }

    static List<Finding> in(Passage passage, LocalDate today) {
        var dates = new Dates(passage, today);
        dates.days();
        dates.months();
        dates.hours();
        return dates.found;
    }

    private void days() {
        var match = DAY.matcher(passage.normal);
        while (match.find()) {
            if (!LUNAR.matcher(passage.normal.substring(0, match.start())).find()) {
                day(match);
            }
        }
    }

    private void day(Matcher match) {
        var month = number(match.group("month"));
        var day = number(match.group("day"));
        var year = Optional.ofNullable(match.group("year")).map(Dates::number);
        var longest = month < 1 || month > 12
                ? 0
                : YearMonth.of(year.orElse(Year.isLeap(today.getYear()) ? today.getYear() : 2024), month)
                        .lengthOfMonth();
        if (day < 1 || day > longest) {
            found.add(passage.normally(Flaw.DATE, Level.CONFIRM, match.start(), match.end(), ""));
            return;
        }
        resolved(match, year, month, day).ifPresent(date -> {
            weekday(match, date, year.isEmpty());
            if (date.isAfter(today)) {
                future(match);
            }
        });
    }

    /** A day without a year is of this one, or of the last where it would lie far ahead; 去年 and 明年 are believed. */
    private Optional<LocalDate> resolved(Matcher match, Optional<Integer> year, int month, int day) {
        try {
            if (year.isPresent()) {
                return Optional.of(LocalDate.of(year.get(), month, day));
            }
            var before = passage.normal.substring(sentence(match.start()), match.start());
            if (before.contains("去年") || before.contains("上年") || before.contains("前年")) {
                return Optional.empty();
            }
            if (before.contains("明年") || before.contains("来年")) {
                return Optional.of(LocalDate.of(today.getYear() + 1, month, day));
            }
            var date = LocalDate.of(today.getYear(), month, day);
            return Optional.of(date.isAfter(today.plusDays(FAR_AHEAD)) ? date.minusYears(1) : date);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private void weekday(Matcher match, LocalDate date, boolean guessed) {
        var behind = WEEKDAY.matcher(
                passage.normal.substring(match.end(), Math.min(passage.normal.length(), match.end() + 8)));
        if (!behind.find()) {
            return;
        }
        var written = DayOfWeek.of("一二三四五六日天".indexOf(behind.group(1)) % 7 + 1);
        if (behind.group(1).equals("天")) {
            written = DayOfWeek.SUNDAY;
        }
        var next = guessed
                && date.isBefore(today)
                && COMING.matcher(sentenceOf(match)).find();
        if (date.getDayOfWeek() != written && !(next && date.plusYears(1).getDayOfWeek() == written)) {
            found.add(passage.normally(
                    Flaw.WEEKDAY,
                    Level.CONFIRM,
                    match.start(),
                    match.end() + behind.end(),
                    date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE)));
        }
    }

    private void future(Matcher match) {
        var sentence = sentenceOf(match);
        var behind = passage.normal.substring(match.end(), sentenceEnd(match.end()));
        var past = DONE.matcher(behind).find() || sentence.contains("昨");
        if (past && !COMING.matcher(sentence).find()) {
            found.add(passage.normally(Flaw.FUTURE, Level.CONFIRM, match.start(), match.end(), ""));
        }
    }

    private void months() {
        var match = MONTH.matcher(passage.normal);
        while (match.find()) {
            var month = number(match.group("month"));
            var day = match.end() < passage.normal.length() && Character.isDigit(passage.normal.charAt(match.end()));
            if (!day && (month < 1 || month > 12)) {
                found.add(passage.normally(Flaw.DATE, Level.CONFIRM, match.start(), match.end(), ""));
            } else if (!day && YearMonth.of(number(match.group("year")), month).isAfter(YearMonth.from(today))) {
                future(match);
            }
        }
    }

    private void hours() {
        var match = HOUR.matcher(passage.normal);
        while (match.find()) {
            if (number(match.group(1)) > HOURS || number(match.group(2)) > MINUTES) {
                found.add(passage.normally(Flaw.DATE, Level.CONFIRM, match.start(), match.end(), ""));
            }
        }
    }

    private String sentenceOf(Matcher match) {
        return passage.normal.substring(sentence(match.start()), sentenceEnd(match.end()));
    }

    private int sentence(int at) {
        var begin = at;
        while (begin > 0 && "。!?;\n".indexOf(passage.normal.charAt(begin - 1)) < 0) {
            begin--;
        }
        return begin;
    }

    private int sentenceEnd(int at) {
        var end = at;
        while (end < passage.normal.length() && "。!?;\n".indexOf(passage.normal.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** 31, 三十一 and 二〇二六 alike. */
    private static int number(String figures) {
        if (Character.isDigit(figures.charAt(0))) {
            return Integer.parseInt(figures);
        }
        var written = figures.replace('〇', '零');
        var ten = written.indexOf('十');
        if (ten < 0) {
            var value = 0;
            for (var digit : written.toCharArray()) {
                value = value * 10 + DIGITS.indexOf(digit);
            }
            return value;
        }
        var tens = ten == 0 ? 1 : DIGITS.indexOf(written.charAt(ten - 1));
        var ones = ten == written.length() - 1 ? 0 : DIGITS.indexOf(written.charAt(ten + 1));
        return tens * 10 + ones;
    }
}
