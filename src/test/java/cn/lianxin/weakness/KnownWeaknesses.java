package cn.lianxin.weakness;

import java.io.IOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known, against what is used. */
record KnownWeaknesses(List<Weakness> known, Map<String, LocalDate> lookedThrough, List<Accepted> accepted) {

    /** As docs/security.md promises it. */
    static final Period RENEWED_WITHIN = Period.ofDays(92);

    static KnownWeaknesses ofTheRepository() throws IOException {
        return new KnownWeaknesses(
                Tables.known(Tables.KNOWN), Tables.lookedThrough(Tables.LOOKED_THROUGH), Tables.accepted());
    }

    /** Whoever has the whole database at hand has looked through everything, today. */
    KnownWeaknesses with(List<Weakness> database, Collection<Part> parts, LocalDate today) {
        var all = Stream.concat(known.stream(), database.stream()).toList();
        var looked = parts.stream().map(Part::library).distinct().collect(Collectors.toMap(name -> name, _ -> today));
        return new KnownWeaknesses(all, looked, accepted);
    }

    /** The day of the last look. */
    LocalDate lookedOn() {
        return lookedThrough.values().stream().max(LocalDate::compareTo).orElseThrow();
    }

    List<String> faults(Set<Part> parts, LocalDate today) {
        return Stream.of(weak(parts, today), unseen(parts, today), needless(parts))
                .flatMap(faults -> faults)
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<String> weak(Set<Part> parts, LocalDate today) {
        return parts.stream()
                .flatMap(part -> known.stream()
                        .filter(weakness -> weakness.affects(part))
                        .filter(weakness -> accepted.stream()
                                .noneMatch(row -> row.covers(weakness, part) && !today.isAfter(row.until())))
                        .map(weakness -> "%s: %s, %s".formatted(part, weakness.advisory(), weakness.remedy())));
    }

    private Stream<String> unseen(Set<Part> parts, LocalDate today) {
        var oldest = today.minus(RENEWED_WITHIN);
        return parts.stream().map(Part::library).flatMap(library -> {
            var day = lookedThrough.get(library);
            if (day == null) {
                return Stream.of(library + ": nobody looked for its weaknesses");
            }
            return day.isBefore(oldest) ? Stream.of(library + ": last looked through on " + day) : Stream.empty();
        });
    }

    private Stream<String> needless(Set<Part> parts) {
        return accepted.stream()
                .filter(row -> parts.stream()
                        .noneMatch(part -> known.stream()
                                .anyMatch(weakness -> weakness.affects(part) && row.covers(weakness, part))))
                .map(row -> row.name() + ": " + row.advisory() + " is accepted and not there");
    }
}
