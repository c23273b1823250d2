package cn.lianxin.promise;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** By which rule an answer was promised on its day, beside the rules of today. */
@Component
public class RulesThen {

    /**
     * @param from the day since which the pack says so
     * @param changed whether the same would be promised by another rule today
     */
    public record RuleThen(
            String pack,
            String englishPack,
            LocalDate from,
            int amount,
            Measure measure,
            String source,
            boolean changed) {

        public String pack(boolean chinese) {
            return chinese ? pack : englishPack;
        }
    }

    /** @param rules as {@link Deadlines#rules}; empty where it was promised before rules had keys */
    public record Promised(String matter, Grade grade, Instant filedAt, List<Long> rules) {}

    private final RuleStore rules;
    private final TimeLimits limits;
    private final Clock clock;

    RulesThen(RuleStore rules, TimeLimits limits, Clock clock) {
        this.rules = rules;
        this.limits = limits;
        this.clock = clock;
    }

    /** For each of them; nothing where no rule set a limit on that day. */
    public <K> Map<K, RuleThen> of(Map<K, Promised> promised) {
        var book = rules.book();
        var today = LocalDate.ofInstant(clock.instant(), TimeLimits.ZONE);
        var found = new HashMap<K, RuleThen>();
        promised.forEach((key, one) -> then(book, one, today).ifPresent(rule -> found.put(key, rule)));
        return found;
    }

    private Optional<RuleThen> then(RuleBook book, Promised promised, LocalDate today) {
        var thatDay = governing(book, promised, LocalDate.ofInstant(promised.filedAt(), TimeLimits.ZONE));
        var now = governing(book, promised, today);
        return byKey(book, promised)
                .or(() -> thatDay)
                .flatMap(rule -> version(book, rule)
                        .map(version -> new RuleThen(
                                version.pack(),
                                version.englishPack(),
                                version.from(),
                                rule.amount(),
                                rule.measure(),
                                rule.source(),
                                !thatDay.map(RulesThen::said).equals(now.map(RulesThen::said)))));
    }

    /** What it says, whatever key it has. */
    private static List<Object> said(Rule rule) {
        return List.of(rule.amount(), rule.measure(), rule.source());
    }

    private static Optional<Rule> byKey(RuleBook book, Promised promised) {
        return promised.rules().size() < 2
                ? Optional.empty()
                : book.versions().stream()
                        .flatMap(version -> version.rules().stream())
                        .filter(rule -> rule.id() == promised.rules().get(1))
                        .findFirst();
    }

    private Optional<Rule> governing(RuleBook book, Promised promised, LocalDate day) {
        return book.rulesFor(Stage.REPLY, promised.matter(), promised.grade(), day).stream()
                .min(Comparator.comparing((Rule rule) -> limits.after(promised.filedAt(), rule, TimeLimits.NO_UNIT))
                        .thenComparing(Rule::id));
    }

    private static Optional<PackVersion> version(RuleBook book, Rule rule) {
        return book.versions().stream()
                .filter(version -> version.rules().contains(rule))
                .findFirst();
    }
}
