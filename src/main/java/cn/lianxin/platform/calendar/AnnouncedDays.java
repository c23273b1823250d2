package cn.lianxin.platform.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is known of the days of each year.
 *
 * @param days days off and make-up days of all known years
 * @param stoppages days on which the enterprise itself stands still (停产、检修)
 */
record AnnouncedDays(NavigableMap<LocalDate, AnnouncedDay> days, Set<LocalDate> stoppages) {

    AnnouncedDays {
        days = java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(days));
        stoppages = Set.copyOf(stoppages);
    }

    static AnnouncedDays packaged() {
        var file = Objects.requireNonNull(AnnouncedDays.class.getResourceAsStream("/calendar/holidays.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return new AnnouncedDays(
                    lines.lines()
                            .filter(line -> !line.startsWith("#") && !line.isBlank())
                            .map(line -> line.split("\t", -1))
                            .map(cells -> new AnnouncedDay(LocalDate.parse(cells[0]), isMakeUp(cells[1]), cells[2]))
                            .collect(Collectors.toMap(
                                    AnnouncedDay::date, Function.identity(), (a, _) -> a, TreeMap::new)),
                    Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the imported lists in place of what was known of their years, and the stoppages of the enterprise. */
    AnnouncedDays with(Collection<AnnouncedDay> imported, Set<LocalDate> stoppageDays) {
        var replaced = imported.stream().map(day -> day.date().getYear()).collect(Collectors.toSet());
        var next = new TreeMap<>(days);
        next.keySet().removeIf(day -> replaced.contains(day.getYear()));
        imported.forEach(day -> next.put(day.date(), day));
        return new AnnouncedDays(next, stoppageDays);
    }

    Optional<Boolean> isWorking(LocalDate day) {
        if (stoppages.contains(day)) {
            return Optional.of(false);
        }
        return Optional.ofNullable(days.get(day)).map(AnnouncedDay::working);
    }

    /** Whether no list reaches so far yet. */
    boolean lieAhead(int year) {
        return days.isEmpty() || year > days.lastKey().getYear();
    }

    boolean knows(int year) {
        return !of(year).isEmpty();
    }

    List<AnnouncedDay> of(int year) {
        return List.copyOf(days.subMap(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1))
                .values());
    }

    NavigableSet<Integer> years() {
        return days.keySet().stream().map(LocalDate::getYear).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isMakeUp(String kind) {
        return switch (kind) {
            case "WORK" -> true;
            case "OFF" -> false;
            default -> throw new IllegalStateException("holidays.tsv: neither WORK nor OFF: " + kind);
        };
    }
}
