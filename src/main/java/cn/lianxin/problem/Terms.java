package cn.lianxin.problem;

import cn.lianxin.concern.GatheringConcerns;
import cn.lianxin.concern.GatheringConcerns.Gathered;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.promise.Stage;
import cn.lianxin.promise.Thresholds;
import cn.lianxin.promise.TimeLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** By when, by the rules in force; of several concerns the strictest counts. */
@Component
class Terms {

    static final int LONGEST_TITLE = 60;
    static final int LONGEST_WORDS = 2_000;

    private static final int LONGEST_SHOWN = 20;

    private static final Duration OTHERWISE_DONE = Duration.ofDays(30);
    private static final Duration OTHERWISE_WATCHED = Duration.ofDays(90);
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final GatheringConcerns concerns;
    private final TimeLimits limits;
    private final Thresholds thresholds;

    Terms(GatheringConcerns concerns, TimeLimits limits, Thresholds thresholds) {
        this.concerns = concerns;
        this.limits = limits;
        this.thresholds = thresholds;
    }

    Instant dueAt(List<Long> ids, Instant now) {
        return after(Stage.PROBLEM, ids, now, OTHERWISE_DONE);
    }

    Instant watchedUntil(List<Long> ids, Instant now) {
        return concerns.all(ids).stream()
                .flatMap(one -> limits.after(Stage.WATCH, one.matter(), one.grade(), now).stream())
                .max(Comparator.naturalOrder())
                .orElseGet(() -> now.plus(OTHERWISE_WATCHED));
    }

    /** The latest day to which the promised date may be moved. */
    Instant latest(List<Long> ids, Instant promised, Instant now) {
        return concerns.all(ids).stream()
                .flatMap(one -> limits.latestExtension(one.matter(), one.grade(), promised, now).stream())
                .min(Comparator.naturalOrder())
                .orElseGet(() -> promised.plus(OTHERWISE_DONE));
    }

    /** When the unit so many levels up the line hears that it is late. */
    Instant told(List<Long> ids, Promised promised, int level) {
        return level == 0
                ? promised.dueAt()
                : concerns.all(ids).stream()
                        .map(one -> beyond(one, promised, level))
                        .min(Comparator.naturalOrder())
                        .orElse(promised.dueAt());
    }

    private Instant beyond(Gathered one, Promised promised, int level) {
        return thresholds.beyond(one.matter(), one.grade(), promised.beganAt(), promised.dueAt(), level);
    }

    private Instant after(Stage stage, List<Long> ids, Instant now, Duration otherwise) {
        return concerns.all(ids).stream()
                .flatMap(one -> limits.after(stage, one.matter(), one.grade(), now).stream())
                .min(Comparator.naturalOrder())
                .orElseGet(() -> now.plus(otherwise));
    }

    /** Refuses {@code problem-day} where it is none. */
    static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException unclear) {
            throw new Refusal.Violation("day", "problem-day");
        }
    }

    static Instant evening(LocalDate day) {
        return day.atTime(EVENING).atZone(Screen.ZONE).toInstant();
    }

    /** As much of it as a sentence bears. */
    static String shortly(String typed) {
        var line = PlainText.line(typed).strip();
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) : line;
    }

    /** Refuses {@code problem-title} where it is empty or too long. */
    static String title(String typed) {
        var title = PlainText.line(typed).strip();
        if (title.isEmpty() || PlainText.lengthOf(title) > LONGEST_TITLE) {
            throw new Refusal.Violation("title", "problem-title", LONGEST_TITLE);
        }
        return title;
    }

    /** Refuses {@code problem-words} where nothing is said, or too much. */
    static String words(String field, String typed) {
        var words = PlainText.block(typed).strip();
        if (words.isEmpty() || PlainText.lengthOf(words) > LONGEST_WORDS) {
            throw new Refusal.Violation(field, "problem-words", LONGEST_WORDS);
        }
        return words;
    }
}
