package cn.lianxin.silence;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where it is silent, and who is told. Whoever stands above a unit reads how much was expected; whoever answers for the unit
 * itself reads that people say little and what helps, and no number by which he could look for those who spoke.
 */
@Component
public class Listening {

    public static final int WEEKS = 26;

    private static final List<Role> TOLD = List.of(Role.UNIT_LEADER, Role.SUPERVISOR, Role.DESK_OFFICER);

    /** @param heard nothing where fewer than five, or fewer than five people, spoke */
    public record Counted(int people, int expected, Optional<Integer> heard) {}

    /** @param numbers nothing for whoever answers for the unit itself */
    public record Quiet(UnitId unit, String name, Optional<Counted> numbers, LocalDate since) {}

    public record Heard(LocalDate since, LocalDate until, int judged, List<Quiet> rows) {}

    private final LikeUnits likeUnits;
    private final SilentUnits silentUnits;
    private final Directory directory;
    private final Clock clock;

    Listening(LikeUnits likeUnits, SilentUnits silentUnits, Directory directory, Clock clock) {
        this.likeUnits = likeUnits;
        this.silentUnits = silentUnits;
        this.directory = directory;
        this.clock = clock;
    }

    /** Looks once on this week's Monday, or as soon after it as somebody asks. */
    @Transactional
    public void look() {
        var monday = monday();
        if (silentUnits.find(monday).isEmpty()) {
            var since = monday.minusWeeks(WEEKS);
            var found = Silence.in(likeUnits.between(since, monday));
            silentUnits.keep(new SilentUnits.Look(monday, since, found.judged()), found);
        }
    }

    /** What was found when it was looked the last time; nothing before the first time. */
    public Heard below(UnitId root, Actor actor) {
        var monday = monday();
        var look =
                silentUnits.latest(monday).orElseGet(() -> new SilentUnits.Look(monday, monday.minusWeeks(WEEKS), 0));
        var held = heldBy(actor);
        var rows = silentUnits.on(look.monday(), root).stream()
                .flatMap(kept -> row(kept, held).stream())
                .toList();
        return new Heard(look.since(), look.monday().minusDays(1), look.judged(), rows);
    }

    /** On which it was looked the last time. */
    public LocalDate monday() {
        return LocalDate.ofInstant(clock.instant(), Screen.ZONE)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static List<UnitId> heldBy(Actor actor) {
        return TOLD.stream()
                .flatMap(role -> actor.unitsAs(role).stream())
                .distinct()
                .toList();
    }

    private Optional<Quiet> row(SilentUnits.Kept kept, List<UnitId> held) {
        var unit = kept.unit();
        var standsAbove = held.stream().anyMatch(own -> !own.equals(unit) && directory.covers(own, unit));
        if (!standsAbove && !held.contains(unit)) {
            return Optional.empty();
        }
        return Optional.of(new Quiet(
                unit,
                directory.pathName(unit),
                standsAbove ? Optional.of(new Counted(kept.people(), kept.expected(), kept.heard())) : Optional.empty(),
                kept.silentSince()));
    }
}
