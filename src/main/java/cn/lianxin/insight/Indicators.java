package cn.lianxin.insight;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.promise.Grade;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The published figures of units. They are read as they were counted when their quarter was final, and no sum or
 * difference of them tells of fewer than five people.
 */
@Component
public class Indicators {

    private static final Set<Role> LOOKS = Set.of(Role.UNIT_LEADER, Role.SUPERVISOR, Role.DESK_OFFICER);

    private final Quarters quarters;
    private final Directory directory;
    private final Clock clock;

    Indicators(Quarters quarters, Directory directory, Clock clock) {
        this.quarters = quarters;
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
        return published(group).figures(group, List.of());
    }

    /** The group in rows, those that are not shown left out; by unit each part, and the unit itself without them last. */
    @Transactional(readOnly = true)
    public List<FigureRow> by(Dimension dimension, Group group, Actor actor) {
        mustSee(group.unit(), actor);
        return rows(dimension, group, published(group));
    }

    /** The group as a whole and in rows, read once. */
    @Transactional(readOnly = true)
    public Laid lay(Dimension dimension, Group group, Actor actor) {
        mustSee(group.unit(), actor);
        var published = published(group);
        return new Laid(
                new FigureRow("", group, published.figures(group, List.of())), rows(dimension, group, published));
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

    /** The last quarter that is final. */
    public Span lastFinal() {
        return Stream.iterate(
                        Span.quarterOf(today()),
                        quarter -> Span.quarterOf(quarter.first().minusDays(1)))
                .filter(quarter -> !today().isBefore(quarter.finalOn()))
                .findFirst()
                .orElseThrow();
    }

    boolean sees(UnitId unit, Actor actor) {
        if (actor instanceof Actor.Clockwork) {
            return true;
        }
        var line = directory.upwards(unit);
        return actor instanceof Actor.Member && line.size() == 1
                || LOOKS.stream().flatMap(role -> actor.unitsAs(role).stream()).anyMatch(line::contains);
    }

    /** Whether he answers for units, so that figures lead him to rows. */
    boolean hasRowsFor(Actor actor) {
        return LOOKS.stream().anyMatch(actor::is);
    }

    /** The concerns behind a group, whether it is shown or not. */
    List<Long> concernsOf(Group group, Actor actor) {
        mustSee(group.unit(), actor);
        var root = rootOf(group);
        return quarters.concernsOf(
                group.span().quarters().stream()
                        .flatMap(quarter -> quarters.newest(root, quarter, Definition.bookOf(quarter.year())).stream())
                        .toList(),
                group);
    }

    private void mustSee(UnitId unit, Actor actor) {
        if (!sees(unit, actor)) {
            throw new Refusal.NotFound();
        }
    }

    private Published published(Group group) {
        var root = rootOf(group);
        return new Published(group.span().quarters().stream()
                .flatMap(quarter -> quarters.find(root, quarter, Definition.bookOf(quarter.year())).stream())
                .toList());
    }

    private UnitId rootOf(Group group) {
        return directory.upwards(group.unit()).getLast();
    }

    private List<FigureRow> rows(Dimension dimension, Group group, Published published) {
        var keys = published.keys();
        return switch (dimension) {
            case UNIT -> byUnit(group, published);
            case MONTH ->
                shown(group.span().months().stream(), part -> row(part.toString(), group.during(part)), published);
            case GRADE -> shown(Stream.of(Grade.values()), grade -> row(grade.name(), group.graded(grade)), published);
            case CHANNEL ->
                shown(keys(keys.stream().map(CaseKey::channel)), channel -> row(channel, group.by(channel)), published);
            case MATTER ->
                shown(
                        keys(keys.stream()
                                .map(CaseKey::matter)
                                .map(matter -> group.matter().isPresent() ? matter : matter.substring(0, 1))
                                .filter(matter ->
                                        matter.startsWith(group.matter().orElse("")))),
                        matter -> row(matter, group.about(matter)),
                        published);
        };
    }

    private List<FigureRow> byUnit(Group group, Published published) {
        var parts = directory.children(group.unit()).stream().map(UnitCard::id).toList();
        var rows = shown(parts.stream(), part -> row(Long.toString(part.value()), group.in(part)), published);
        var itself = new FigureRow(Long.toString(group.unit().value()), group, published.figures(group, parts));
        return Stream.concat(rows.stream(), Stream.of(itself)).toList();
    }

    /** Rows that are nobody and rows that are few are both left out, so that nobody tells one from the other. */
    private static <T> List<FigureRow> shown(Stream<T> parts, Function<T, FigureRow> named, Published published) {
        return parts.map(named)
                .filter(row -> published.publishes(row.group()))
                .map(row -> new FigureRow(row.key(), row.group(), published.figures(row.group(), List.of())))
                .toList();
    }

    private static FigureRow row(String key, Group part) {
        return new FigureRow(key, part, List.of());
    }

    private static Stream<String> keys(Stream<String> values) {
        return values.collect(Collectors.toCollection(TreeSet::new)).stream();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Screen.ZONE);
    }
}
