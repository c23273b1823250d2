package cn.lianxin.promise;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * When those above hear of what waits. A clock keeps the rules of the day on which it began to run: a later change moves
 * none of its thresholds, neither away nor nearer.
 */
@Component
public class Thresholds {

    /** All of the time, in percent. */
    public static final int WHOLE = 100;

    private final RuleStore rules;
    private final TimeLimits limits;

    Thresholds(RuleStore rules, TimeLimits limits) {
        this.rules = rules;
        this.limits = limits;
    }

    /** The shares of the time, in percent, that are told; the last is all of it. */
    public List<Integer> inTime(String matter, Grade grade, Instant began) {
        return of(Stage.ESCALATION, matter, grade, began).stream()
                .map(Rule::amount)
                .distinct()
                .sorted()
                .toList();
    }

    /** When so many steps have passed beyond the end; in minutes and hours none is longer than the time itself was. */
    public Instant beyond(String matter, Grade grade, Instant began, Instant end, int steps) {
        return of(Stage.BEYOND, matter, grade, began).stream()
                .map(rule -> beyond(rule, began, end, steps))
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("no step beyond for " + matter + " " + grade));
    }

    private Instant beyond(Rule rule, Instant began, Instant end, int steps) {
        return switch (rule.measure()) {
            case MINUTES ->
                end.plus(step(Duration.ofMinutes(rule.amount()), began, end).multipliedBy(steps));
            case HOURS ->
                end.plus(step(Duration.ofHours(rule.amount()), began, end).multipliedBy(steps));
            case WORKING_HOURS, WORKING_DAYS, DAYS, PERCENT, LEVELS ->
                limits.after(end, rule.times(steps), TimeLimits.NO_UNIT);
        };
    }

    private static Duration step(Duration step, Instant began, Instant end) {
        var span = Duration.between(began, end);
        return span.compareTo(step) < 0 ? span : step;
    }

    private List<Rule> of(Stage stage, String matter, Grade grade, Instant began) {
        return rules.book()
                .rulesFor(stage, matter, grade, began.atZone(TimeLimits.ZONE).toLocalDate());
    }
}
