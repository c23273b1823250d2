package cn.lianxin.concern;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which concerns another system asks for; empty parts narrow nothing.
 *
 * @param numbers these alone, where they are given
 * @param from filed then or later
 * @param until filed then or before
 */
public record ExtractFilter(
        Optional<Set<ConcernNumber>> numbers,
        Set<String> matters,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Boolean> over) {

    public ExtractFilter {
        numbers = numbers.map(Set::copyOf);
        matters = Set.copyOf(matters);
    }

    public static ExtractFilter of(Collection<ConcernNumber> numbers) {
        return new ExtractFilter(
                Optional.of(Set.copyOf(numbers)), Set.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** As SQL on {@code c}; puts the values it names into the parameters. */
    String condition(Map<String, Object> parameters) {
        List<String> all = new ArrayList<>();
        all.add("true");
        numbers.ifPresent(value -> {
            parameters.put(
                    "numbers", value.stream().map(ConcernNumber::toString).toArray(String[]::new));
            all.add("c.number = any (:numbers)");
        });
        if (!matters.isEmpty()) {
            parameters.put("matters", matters.toArray(String[]::new));
            all.add("c.matter = any (:matters)");
        }
        from.ifPresent(value -> {
            parameters.put("from", Timestamp.from(value));
            all.add("c.filed_at >= :from");
        });
        until.ifPresent(value -> {
            parameters.put("until", Timestamp.from(value));
            all.add("c.filed_at <= :until");
        });
        over.ifPresent(value -> all.add(value ? "c.over" : "not c.over"));
        return String.join(" and ", all);
    }
}
