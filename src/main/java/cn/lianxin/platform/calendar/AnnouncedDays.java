package cn.lianxin.platform.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Days on which the State Council said whether to work.
 *
 * @param working true for make-up days, false for days off
 * @param years those with at least one such day
 */
record AnnouncedDays(Map<LocalDate, Boolean> working, Set<Integer> years) {

    static AnnouncedDays packaged() {
        var file = Objects.requireNonNull(AnnouncedDays.class.getResourceAsStream("/calendar/holidays.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            var working = lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toUnmodifiableMap(
                            cells -> LocalDate.parse(cells[0]), cells -> isMakeUp(cells[1])));
            var years = working.keySet().stream().map(LocalDate::getYear).collect(Collectors.toUnmodifiableSet());
            return new AnnouncedDays(working, years);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Boolean> isWorking(LocalDate day) {
        return Optional.ofNullable(working.get(day));
    }

    boolean knows(int year) {
        return years.contains(year);
    }

    private static boolean isMakeUp(String kind) {
        return switch (kind) {
            case "WORK" -> true;
            case "OFF" -> false;
            default -> throw new IllegalStateException("holidays.tsv: neither WORK nor OFF: " + kind);
        };
    }
}
