package cn.lianxin.insight;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.platform.web.Screen;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The published figures of units. They cover closed quarters only, and no sum or difference of them tells of fewer than
 * five people.
 */
@Component
public class Indicators {

    private static final Set<Role> LOOKS = Set.of(Role.UNIT_LEADER, Role.SUPERVISOR, Role.DESK_OFFICER);

    private final CaseStore cases;
    private final BatchStore batches;
    private final Directory directory;
    private final Clock clock;

    Indicators(CaseStore cases, BatchStore batches, Directory directory, Clock clock) {
        this.cases = cases;
        this.batches = batches;
        this.directory = directory;
        this.clock = clock;
    }

    /** All indicators of a unit and what lies below it; {@link Refusal.NotFound} where it is not for this actor. */
    @Transactional(readOnly = true)
    public List<Figure> of(UnitId unit, Span span, Actor actor) {
        return of(Group.of(unit, span), actor);
    }

    @Transactional(readOnly = true)
    public List<Figure> of(Group group, Actor actor) {
        mustSee(group.unit(), actor);
        return counted(group).figures(group, List.of());
    }

    /** The group in rows, those without a case left out; by unit each part, and the unit itself without them last. */
    @Transactional(readOnly = true)
    public List<FigureRow> by(Dimension dimension, Group group, Actor actor) {
        mustSee(group.unit(), actor);
        return rows(dimension, group, counted(group));
    }

    /** The group as a whole and in rows, read once. */
    @Transactional(readOnly = true)
    public Laid lay(Dimension dimension, Group group, Actor actor) {
        mustSee(group.unit(), actor);
        var counted = counted(group);
        return new Laid(new FigureRow("", group, counted.figures(group, List.of())), rows(dimension, group, counted));
    }

    /** @param whole the figures of all of it */
    public record Laid(FigureRow whole, List<FigureRow> rows) {}

    /** The units whose figures are for this actor, from the top down: the enterprise for everybody who signs in. */
    public List<UnitCard> roots(Actor actor) {
        return Stream.concat(
                        directory.unitsByCode().values().stream()
                                .filter(card -> card.parent().isEmpty() && directory.stands(card.id()))
                                .map(UnitCard::id)
                                .limit(1),
                        LOOKS.stream().flatMap(role -> actor.unitsAs(role).stream()))
                .distinct()
                .map(directory::unit)
                .toList();
    }

    /** The last quarter that is over. */
    public Span lastClosed() {
        return Span.quarterOf(Span.quarterOf(today()).first().minusDays(1));
    }

    boolean sees(UnitId unit, Actor actor) {
        if (actor instanceof Actor.Clockwork) {
            return true;
        }
        var line = directory.upwards(unit);
        return actor instanceof Actor.Member && line.size() == 1
                || LOOKS.stream().flatMap(role -> actor.unitsAs(role).stream()).anyMatch(line::contains);
    }

    /** What is counted for the group, whether it is published or not. */
    List<CountedCase> casesOf(Group group) {
        return counted(group).cases().stream().filter(group::holds).toList();
    }

    private void mustSee(UnitId unit, Actor actor) {
        if (!sees(unit, actor)) {
            throw new Refusal.NotFound();
        }
    }

    private Counted counted(Group group) {
        var today = today();
        var closed = group.span().quarters().stream()
                .filter(quarter -> quarter.last().isBefore(today))
                .toList();
        var root = directory.upwards(group.unit()).getLast();
        return closed.isEmpty()
                ? new Counted(List.of(), List.of(), closed, clock.instant())
                : new Counted(
                        cases.since(closed.getFirst().first(), root),
                        batches.below(root, group.span()),
                        closed,
                        clock.instant());
    }

    private List<FigureRow> rows(Dimension dimension, Group group, Counted counted) {
        var within = counted.cases().stream().filter(group::holds).toList();
        return switch (dimension) {
            case UNIT -> byUnit(group, counted);
            case MONTH ->
                group.span().months().stream()
                        .map(group::during)
                        .filter(part -> within.stream().anyMatch(part::holds))
                        .map(part -> row(part.span().toString(), part, counted))
                        .toList();
            case GRADE ->
                within.stream()
                        .map(CountedCase::grade)
                        .distinct()
                        .sorted()
                        .map(grade -> row(grade.name(), group.graded(grade), counted))
                        .toList();
            case CHANNEL ->
                keys(within.stream().map(CountedCase::channel))
                        .map(channel -> row(channel, group.by(channel), counted))
                        .toList();
            case MATTER ->
                keys(within.stream()
                                .map(CountedCase::matter)
                                .map(matter -> group.matter().isPresent() ? matter : matter.substring(0, 1)))
                        .map(matter -> row(matter, group.about(matter), counted))
                        .toList();
        };
    }

    private List<FigureRow> byUnit(Group group, Counted counted) {
        var parts = directory.children(group.unit()).stream().map(UnitCard::id).toList();
        var rows = parts.stream()
                .filter(part -> counted.cases().stream().anyMatch(group.in(part)::holds))
                .map(part -> row(Long.toString(part.value()), group.in(part), counted));
        var itself = new FigureRow(Long.toString(group.unit().value()), group, counted.figures(group, parts));
        return Stream.concat(rows, Stream.of(itself)).toList();
    }

    private static FigureRow row(String key, Group part, Counted counted) {
        return new FigureRow(key, part, counted.figures(part, List.of()));
    }

    private static Stream<String> keys(Stream<String> values) {
        return values.collect(java.util.stream.Collectors.toCollection(TreeSet::new)).stream();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Screen.ZONE);
    }
}
