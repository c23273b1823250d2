package cn.lianxin.delivery;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.notification.Notification;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The choices as a form sends them; hours as numbers, no quiet hours as two empty fields. */
record WishForm(
        Wish.Rhythm rhythm,
        int hour,
        int weekday,
        String quietFrom,
        String quietUntil,
        Set<Notification.Topic> topics,
        String language) {

    static WishForm of(Wish wish) {
        return new WishForm(
                wish.rhythm(),
                wish.hour(),
                wish.weekday().getValue(),
                wish.quiet().map(quiet -> Integer.toString(quiet.from())).orElse(""),
                wish.quiet().map(quiet -> Integer.toString(quiet.until())).orElse(""),
                wish.topics(),
                wish.language().toLanguageTag());
    }

    /** Refuses {@code quiet-half}, {@code quiet-always}, {@code hour-wrong}. */
    Wish wish() {
        if (hour < 0 || hour > 23 || weekday < 1 || weekday > 7) {
            throw new Refusal.Violation("hour", "hour-wrong");
        }
        var chosen = EnumSet.noneOf(Notification.Topic.class);
        chosen.addAll(topics);
        return new Wish(
                rhythm,
                hour,
                DayOfWeek.of(weekday),
                quiet(),
                chosen,
                language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    }

    private Optional<Wish.Quiet> quiet() {
        if (quietFrom.isEmpty() && quietUntil.isEmpty()) {
            return Optional.empty();
        }
        if (!quietFrom.matches("1?[0-9]|2[0-3]") || !quietUntil.matches("1?[0-9]|2[0-3]")) {
            throw new Refusal.Violation("quietFrom", "quiet-half");
        }
        if (quietFrom.equals(quietUntil)) {
            throw new Refusal.Violation("quietFrom", "quiet-always");
        }
        return Optional.of(new Wish.Quiet(Integer.parseInt(quietFrom), Integer.parseInt(quietUntil)));
    }
}
