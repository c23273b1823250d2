package cn.lianxin.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Deadlines over 2024–2026 against a table counted minute by minute by {@code src/test/python/deadlines.py}, which shares
 * nothing with the product.
 */
class DeadlineTableTest {

    private static final Set<LocalDate> STOPPAGES = Set.of(
            LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 11), LocalDate.of(2026, 3, 12), LocalDate.of(2025, 7, 7));

    private static final Roster ROSTER =
            Roster.of("早 08:00-16:00，中 16:00-24:00，夜 00:00-08:00", "夜夜中中早早休休", LocalDate.of(2025, 1, 1));

    private final WorkingCalendar calendar = new WorkingCalendar();
    private final WorkingCalendar withStoppages = withStoppages();

    private record Counted(String measure, String beginning, int amount, String end, String option) {}

    @Test
    void every_deadline_of_the_table_is_exact() throws IOException {
        var rows = table();

        var wrong = rows.stream()
                .filter(row -> !end(row).equals(row.end()))
                .map(row -> row + " but " + end(row))
                .toList();

        assertThat(rows).hasSizeGreaterThanOrEqualTo(300);
        assertThat(wrong).isEmpty();
    }

    private String end(Counted row) {
        var days = row.option().equals("stoppages") ? withStoppages : calendar;
        return switch (row.measure()) {
            case "WORKING_DAYS" ->
                days.plusWorkingDays(LocalDate.parse(row.beginning()), row.amount())
                        .toString();
            case "DAYS" ->
                days.endOfNaturalDays(LocalDate.parse(row.beginning()), row.amount())
                        .toString();
            case "WORKING_HOURS" -> shown(days.plusWorkingHours(moment(row), row.amount()));
            case "HOURS" -> shown(moment(row).plus(Duration.ofHours(row.amount())));
            case "SHIFT_HOURS" ->
                shown(ROSTER.plusHours(
                        moment(row), row.amount(), Integer.parseInt(row.option().substring("crew ".length()))));
            default -> throw new IllegalArgumentException(row.measure());
        };
    }

    private static Instant moment(Counted row) {
        return LocalDateTime.parse(row.beginning()).atZone(WorkingCalendar.ZONE).toInstant();
    }

    private static String shown(Instant instant) {
        return instant.atZone(WorkingCalendar.ZONE).toLocalDateTime().toString();
    }

    private static WorkingCalendar withStoppages() {
        var calendar = new WorkingCalendar();
        calendar.use(AnnouncedDays.packaged().with(List.of(), STOPPAGES));
        return calendar;
    }

    private static List<Counted> table() throws IOException {
        var file = Objects.requireNonNull(DeadlineTableTest.class.getResourceAsStream("/calendar/deadlines.tsv"));
        var rows = new ArrayList<Counted>();
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(cells ->
                            rows.add(new Counted(cells[0], cells[1], Integer.parseInt(cells[2]), cells[3], cells[4])));
        }
        return rows;
    }
}
