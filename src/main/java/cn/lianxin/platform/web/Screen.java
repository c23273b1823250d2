package cn.lianxin.platform.web;

import cn.lianxin.kernel.Actor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What every page knows besides its own rows: who looks, in which language and size, what time it is. Templates receive
 * it as {@code screen} and ask it for every word and date.
 *
 * @param path the address of the page, for the switches that come back to it
 * @param senior 长辈版: larger letters and targets, one column
 * @param shared the page stands on a terminal that many use one after the other
 * @param navigation the entries of the head line that are for this actor
 * @param marks what he is reminded of on every page
 * @param watermark the style of what lies over this page, where it shows something protected
 * @param task a little work for the device, where its address is busy
 */
public record Screen(
        Words words,
        Actor actor,
        String path,
        boolean senior,
        boolean shared,
        List<NavigationEntry> navigation,
        List<HeadMark> marks,
        Optional<String> watermark,
        Optional<String> task,
        Enterprise enterprise,
        Clock clock) {

    /** The enterprise lives by one clock, wherever its server stands. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter CHINESE_DAY = DateTimeFormatter.ofPattern("M月d日(EEEEE)", Locale.CHINA);
    private static final DateTimeFormatter CHINESE_YEAR_DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日(EEEEE)", Locale.CHINA);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);
    private static final DateTimeFormatter ENGLISH_YEAR_DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    public String say(String key, Object... arguments) {
        return words.of(key, arguments);
    }

    public String say(Enum<?> constant) {
        return words.of(constant);
    }

    public String language() {
        return words.chinese() ? "zh-CN" : "en";
    }

    /** The name of whoever signed in, empty for everybody else. */
    public String name() {
        return actor instanceof Actor.Member member ? member.name() : "";
    }

    public boolean signedIn() {
        return actor instanceof Actor.Member;
    }

    /** The head line as it is shown: what does not fit is folded. */
    public List<HeadLinePart> headLine() {
        return HeadLinePart.of(navigation);
    }

    /** Whether one of them leads to where we are. */
    public boolean at(HeadLinePart part) {
        return part.entries().stream().anyMatch(this::at);
    }

    /** Whether this entry of the head line leads to where we are. */
    public boolean at(NavigationEntry entry) {
        var place = path.split("\\?", 2)[0];
        return navigation.stream()
                .map(NavigationEntry::address)
                .filter(address -> place.equals(address) || place.startsWith(address + "/"))
                .max(Comparator.comparingInt(String::length))
                .filter(entry.address()::equals)
                .isPresent();
    }

    /** The address of a switch that comes back here. */
    public String display(String name, String value) {
        return "/display?" + name + "=" + value + "&back=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** 11月22日(日); with its year where that is not this year. */
    public String day(LocalDate day) {
        var thisYear = day.getYear() == today().getYear();
        if (words.chinese()) {
            return day.format(thisYear ? CHINESE_DAY : CHINESE_YEAR_DAY);
        }
        return day.format(thisYear ? ENGLISH_DAY : ENGLISH_YEAR_DAY);
    }

    public String day(Instant instant) {
        return day(instant.atZone(ZONE).toLocalDate());
    }

    /** 11月22日(日) 07:40. */
    public String moment(Instant instant) {
        return day(instant) + " " + LocalDateTime.ofInstant(instant, ZONE).format(TIME);
    }

    /** 16:30. */
    public String time(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZONE).format(TIME);
    }

    /** How long is left until then, in words: 还剩 3 天, 今天到期, 超期 2 天. */
    public String left(Instant due) {
        var days = ChronoUnit.DAYS.between(today(), due.atZone(ZONE).toLocalDate());
        if (isOver(due)) {
            return days == 0 ? say("due.over-today") : say("due.over", -days);
        }
        if (days == 0) {
            var hours = Math.max(1, Duration.between(clock.instant(), due).toHours());
            return say("due.hours", hours);
        }
        return say("due.days", days);
    }

    public boolean isOver(Instant due) {
        return due.isBefore(clock.instant());
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
