package cn.lianxin.verdict;

import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes verdicts, on Mondays and only those that cannot change any more: from two publications nobody can work out
 * what one worker said in between. What a unit has too few of, or all alike, is counted further up from the next quarter on.
 */
@Component
class ReleasingBatches {

    private final Batches batches;
    private final RipeVerdicts ripe;
    private final Directory directory;
    private final Clock clock;

    ReleasingBatches(Batches batches, RipeVerdicts ripe, Directory directory, Clock clock) {
        this.batches = batches;
        this.ripe = ripe;
        this.directory = directory;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT3M")
    @Transactional
    public void look() {
        release();
    }

    /** Makes this week's release if it is still to be made. */
    @Transactional
    public void release() {
        var today = LocalDate.ofInstant(clock.instant(), Screen.ZONE);
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var before = batches.lastRelease();
        if (before.filter(last -> !last.isBefore(monday)).isPresent() || !batches.begin(monday)) {
            return;
        }
        var givenUntil = monday.atStartOfDay(Screen.ZONE).toInstant().minus(GivingVerdicts.CHANGEABLE);
        look(givenUntil, monday);
        if (before.filter(last -> quarterOf(last) != quarterOf(monday)).isPresent()) {
            rollUp(givenUntil);
            look(givenUntil, monday);
        }
    }

    private void look(Instant givenUntil, LocalDate monday) {
        waiting(givenUntil).forEach((unit, verdicts) -> look(new UnitId(unit), verdicts, monday));
    }

    private void look(UnitId unit, List<Ripe> waiting, LocalDate monday) {
        Batch.of(unit, waiting).ifPresentOrElse(batch -> batches.release(batch, monday), () -> {
            if (Batch.isLookedAt(waiting)) {
                batches.withhold(waiting);
            }
        });
    }

    private void rollUp(Instant givenUntil) {
        // The highest first, so that nothing climbs two steps at once.
        var waiting = waiting(givenUntil);
        waiting.keySet().stream()
                .map(unit -> directory.upwards(new UnitId(unit)))
                .filter(line -> line.size() > 1)
                .sorted((one, other) -> Integer.compare(one.size(), other.size()))
                .forEach(line ->
                        batches.rollUp(waiting.getOrDefault(line.getFirst().value(), List.of()), line.get(1)));
    }

    private Map<Long, List<Ripe>> waiting(Instant givenUntil) {
        return ripe.givenUntil(givenUntil).stream()
                .collect(Collectors.groupingBy(one -> one.waitsAt().value(), TreeMap::new, Collectors.toList()));
    }

    private static int quarterOf(LocalDate day) {
        return day.getYear() * 4 + day.get(IsoFields.QUARTER_OF_YEAR);
    }
}
