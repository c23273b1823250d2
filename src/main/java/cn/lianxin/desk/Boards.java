package cn.lianxin.desk;

import cn.lianxin.concern.ConcernFigures;
import cn.lianxin.concern.ConcernFigures.Load;
import cn.lianxin.concern.ConcernFigures.Week;
import cn.lianxin.concern.ConcernFilter;
import cn.lianxin.concern.ConcernLists;
import cn.lianxin.concern.ConcernQueue;
import cn.lianxin.concern.ConcernRow;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.promise.TimeLimits;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays the board of one unit out of the figures of the concern room. */
@Component
class Boards {

    private static final int WEEKS = 12;
    private static final int MOST_ROWS = 5;
    private static final int FEWEST_PEOPLE = 5;

    private final ConcernFigures figures;
    private final ConcernLists lists;
    private final Directory directory;
    private final Clock clock;

    Boards(ConcernFigures figures, ConcernLists lists, Directory directory, Clock clock) {
        this.figures = figures;
        this.lists = lists;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * @param wanted a unit below one of the actor's own; without it, the highest of his own
     */
    @Transactional
    Board of(Optional<UnitId> wanted, Actor actor) {
        var roots = roots(actor);
        var unit = wanted.or(() -> roots.stream().map(UnitCard::id).findFirst()).orElseThrow(Refusal.NotFound::new);
        mustBeBelow(roots, unit);
        var card = directory.unit(unit);
        var parts = parts(card);
        var firstMonday = firstMonday();
        var charts = charts(parts, figures.raised(unit, firstMonday, actor), firstMonday);
        var lines = lines(parts, unit, firstMonday, actor);
        var decides = Workbench.DECISIONS.isFor(actor);
        var waiting = decides
                ? lists.counts(Workbench.DECISIONS.queues(), ConcernFilter.none(), actor)
                : Map.<ConcernQueue, Long>of();
        return new Board(
                card,
                roots,
                card.parent().filter(above -> isBelow(roots, above)),
                decides,
                waiting.values().stream().mapToLong(Long::longValue).sum(),
                decides ? waitingRows(actor) : List.of(),
                rows(ConcernFilter.due(ConcernFilter.Due.LATE).answeredBy(unit), actor),
                rows(ConcernFilter.due(ConcernFilter.Due.SOON).answeredBy(unit), actor),
                new Board.Rising(figures.rising(unit, MOST_ROWS, actor), figures.risingSince()),
                charts.stream().mapToInt(PartChart::tallest).max().orElse(0),
                charts,
                lines);
    }

    private List<PartChart> charts(List<Part> parts, List<Week> weeks, LocalDate firstMonday) {
        var people = directory.headcounts(parts.stream().map(Part::unit).toList());
        return parts.stream()
                .map(part -> new PartChart(
                        part, weeksOf(part, weeks, firstMonday), peopleIn(part, parts, people) < FEWEST_PEOPLE))
                .filter(chart -> chart.total() > 0)
                .sorted(Comparator.comparingInt(PartChart::total).reversed())
                .toList();
    }

    private List<PartLine> lines(List<Part> parts, UnitId unit, LocalDate firstMonday, Actor actor) {
        var loads = figures.load(unit, actor).stream().collect(Collectors.toMap(Load::part, Function.identity()));
        var replies = figures.replies(unit, actor).stream()
                .collect(Collectors.toMap(ConcernFigures.Replies::part, Function.identity()));
        var weeks = figures.led(unit, firstMonday, actor);
        var handBacks = figures.handBacks(unit, actor).stream()
                .collect(Collectors.toMap(ConcernFigures.HandBacks::part, ConcernFigures.HandBacks::times));
        return parts.stream()
                .map(part -> new PartLine(
                        part,
                        loads.getOrDefault(part.unit(), new Load(part.unit(), 0, 0, 0)),
                        weeksOf(part, weeks, firstMonday),
                        Optional.ofNullable(replies.get(part.unit())),
                        handBacks.getOrDefault(part.unit(), 0L)))
                .filter(PartLine::anything)
                .sorted(Comparator.<PartLine>comparingLong(line -> line.load().late())
                        .thenComparingLong(line -> line.load().open())
                        .reversed())
                .toList();
    }

    private static long peopleIn(Part part, List<Part> parts, Map<UnitId, Long> people) {
        var all = people.getOrDefault(part.unit(), 0L);
        return part.itself()
                ? all
                        - parts.stream()
                                .filter(other -> !other.itself())
                                .mapToLong(other -> people.getOrDefault(other.unit(), 0L))
                                .sum()
                : all;
    }

    private static List<Week> weeksOf(Part part, List<Week> weeks, LocalDate firstMonday) {
        var byMonday = weeks.stream()
                .filter(week -> week.part().equals(part.unit()))
                .collect(Collectors.toMap(Week::monday, Function.identity()));
        return IntStream.range(0, WEEKS)
                .mapToObj(firstMonday::plusWeeks)
                .map(monday -> byMonday.getOrDefault(monday, new Week(part.unit(), monday, 0, 0)))
                .toList();
    }

    private List<Part> parts(UnitCard unit) {
        var parts = new ArrayList<Part>();
        directory.children(unit.id()).forEach(child -> parts.add(new Part(child.id(), child.shortName(), false)));
        parts.add(new Part(unit.id(), unit.shortName(), true));
        return parts;
    }

    private List<ConcernRow> waitingRows(Actor actor) {
        return lists.foremost(Workbench.DECISIONS.queues(), MOST_ROWS, Door.LIST, actor);
    }

    private List<ConcernRow> rows(ConcernFilter filter, Actor actor) {
        return lists.foremost(filter, MOST_ROWS, Door.LIST, actor);
    }

    /** His units from the top down. */
    private List<UnitCard> roots(Actor actor) {
        return Board.roles().stream()
                .flatMap(role -> actor.unitsAs(role).stream())
                .distinct()
                .sorted(Comparator.<UnitId>comparingInt(
                                unit -> directory.upwards(unit).size())
                        .thenComparingLong(UnitId::value))
                .map(directory::unit)
                .toList();
    }

    private void mustBeBelow(List<UnitCard> roots, UnitId unit) {
        if (!isBelow(roots, unit)) {
            throw new Refusal.NotFound();
        }
    }

    private boolean isBelow(List<UnitCard> roots, UnitId unit) {
        return roots.stream().anyMatch(root -> directory.covers(root.id(), unit));
    }

    private LocalDate firstMonday() {
        return LocalDate.ofInstant(clock.instant(), TimeLimits.ZONE)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(WEEKS - 1L);
    }
}
