package cn.lianxin.promise;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Deadlines from the rules in force for a matter and a grade, the working calendar and the unit's roster: the earliest. */
@Component
public class TimeLimits {

    /** The one clock of the enterprise. */
    public static final ZoneId ZONE = WorkingCalendar.ZONE;

    static final UnitId NO_UNIT = new UnitId(0);

    private record End(Instant at, long rule) {}

    private final RuleStore rules;
    private final UnitRosters rosters;
    private final WorkingCalendar calendar;

    TimeLimits(RuleStore rules, UnitRosters rosters, WorkingCalendar calendar) {
        this.rules = rules;
        this.rosters = rosters;
        this.calendar = calendar;
    }

    /**
     * What is promised to a concern of this matter and grade that was filed at this moment.
     *
     * @param unit that has to act, by whose shifts working hours are counted
     */
    public Deadlines of(String matter, Grade grade, Instant filedAt, UnitId unit) {
        var acknowledge = must(Stage.ACKNOWLEDGE, matter, grade, filedAt, unit);
        var reply = must(Stage.REPLY, matter, grade, filedAt, unit);
        return new Deadlines(acknowledge.at(), reply.at(), List.of(acknowledge.rule(), reply.rule()));
    }

    /** The same by the hours of the office. */
    public Deadlines of(String matter, Grade grade, Instant filedAt) {
        return of(matter, grade, filedAt, NO_UNIT);
    }

    /** When a period of this kind that begins now ends by the rules of today; empty where none sets a limit. */
    public Optional<Instant> after(Stage stage, String matter, Grade grade, Instant from) {
        return earliest(stage, matter, grade, from, from, NO_UNIT).map(End::at);
    }

    /** The latest day that a promise for that moment may be moved to by the rules of today. */
    public Optional<Instant> latestExtension(String matter, Grade grade, Instant promised, Instant now) {
        return earliest(Stage.EXTENSION, matter, grade, promised, now, NO_UNIT).map(End::at);
    }

    /** How long the clock may stand still, all pauses together; empty where it may not. */
    public Optional<Duration> longestPause(String matter, Grade grade, Instant now) {
        return rules
                .book()
                .rulesFor(Stage.PAUSE, matter, grade, now.atZone(ZONE).toLocalDate())
                .stream()
                .map(rule -> Duration.ofDays(rule.amount()))
                .min(Comparator.naturalOrder());
    }

    /** The laws and decisions by which this was promised, for the person to whom it was. */
    public List<String> sourcesOf(Deadlines promised) {
        return rules.sourcesOf(promised.rules());
    }

    private End must(Stage stage, String matter, Grade grade, Instant from, UnitId unit) {
        return earliest(stage, matter, grade, from, from, unit)
                .orElseThrow(() -> new IllegalStateException("no rule for " + stage + " of " + matter + " " + grade));
    }

    private Optional<End> earliest(
            Stage stage, String matter, Grade grade, Instant from, Instant inForceAt, UnitId unit) {
        return rules
                .book()
                .rulesFor(stage, matter, grade, inForceAt.atZone(ZONE).toLocalDate())
                .stream()
                .map(rule -> new End(after(from, rule, unit), rule.id()))
                .min(Comparator.comparing(End::at).thenComparing(End::rule));
    }

    Instant after(Instant from, Rule rule, UnitId unit) {
        var day = from.atZone(ZONE).toLocalDate();
        var amount = rule.amount();
        return switch (rule.measure()) {
            case MINUTES -> from.plus(Duration.ofMinutes(amount));
            case HOURS -> from.plus(Duration.ofHours(amount));
            case WORKING_HOURS ->
                rosters.plusHours(unit, from, amount).orElseGet(() -> calendar.plusWorkingHours(from, amount));
            case WORKING_DAYS -> calendar.closingOf(calendar.plusWorkingDays(day, amount));
            case DAYS -> calendar.closingOf(calendar.endOfNaturalDays(day, amount));
            case PERCENT, LEVELS -> throw new IllegalStateException("no time by itself: " + rule);
        };
    }
}
