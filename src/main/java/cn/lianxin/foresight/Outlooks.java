package cn.lianxin.foresight;

import cn.lianxin.foresight.SeenCases.Week;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.platform.web.Words;
import cn.lianxin.silence.Listening;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays the board of one unit out of what its reader may see, and of what may be told to all. */
@Component
class Outlooks {

    private static final int WEEKS = 12;

    /** So many mines are compared at once for a page. */
    private static final int MOST_MINES = 3;

    private final Places places;
    private final SeenCases seen;
    private final Listening listening;
    private final Optional<HotTopics> topics;
    private final Optional<UnequalTreatment> treatment;
    private final Directory directory;
    private final Clock clock;

    Outlooks(
            Places places,
            SeenCases seen,
            Listening listening,
            Optional<HotTopics> topics,
            Optional<UnequalTreatment> treatment,
            Directory directory,
            Clock clock) {
        this.places = places;
        this.seen = seen;
        this.listening = listening;
        this.topics = topics;
        this.treatment = treatment;
        this.directory = directory;
        this.clock = clock;
    }

    /** NotFound for a unit that is not his to look at. */
    @Transactional
    public Outlook of(Optional<UnitId> wanted, Optional<Part> only, Actor.Member reader, Words words) {
        var unit = places.chosen(wanted, reader);
        var roots = places.roots(reader);
        var parts = places.partsOf(unit);
        var rising = rising(unit, parts, reader, words);
        var returning = returning(parts, reader);
        var quiet = listening.below(unit.id(), reader);
        var unequal = unequal(unit, MOST_MINES, reader, words);
        var signs = signs(rising.rises(), returning, quiet.rows());
        return new Outlook(
                unit,
                roots,
                unit.parent().filter(above -> roots.stream().anyMatch(root -> directory.covers(root.id(), above))),
                only,
                rising,
                returning,
                quiet,
                unequal,
                map(unit, signs, reader),
                names(parts));
    }

    /** How much there is to notice in all that he looks at. */
    @Transactional
    public Digest digest(Actor.Member reader, Words words) {
        var digest = Digest.NOTHING;
        for (var root : places.roots(reader)) {
            var parts = places.partsOf(root);
            digest = digest.plus(new Digest(
                    rising(root, parts, reader, words).size(),
                    returning(parts, reader).size(),
                    listening.below(root.id(), reader).rows().size(),
                    unequal(root, Integer.MAX_VALUE, reader, words).findings().size()));
        }
        return digest;
    }

    private Outlook.Rising rising(UnitCard unit, List<Place> parts, Actor.Member reader, Words words) {
        var until = today();
        var since = until.minusDays(Rise.RECENT_DAYS - 1L);
        var year = since.minusDays(Rise.YEAR);
        var next = until.plusDays(1);
        var from = seen.firstDay(parts, year, next, reader).orElse(until);
        var hot = topics.map(room -> room.below(unit.id(), reader, words)).orElse(List.of());
        return new Outlook.Rising(
                Rise.among(seen.counted(parts, year, since, next, reader), from, since, until),
                hot,
                since.toEpochDay() - from.toEpochDay() >= Rise.FEWEST_DAYS);
    }

    private List<Return> returning(List<Place> parts, Actor.Member reader) {
        var until = today();
        var since = until.minusDays(Return.WITHIN_DAYS - 1L);
        var returned = seen.returned(
                parts,
                since.minusDays(Return.ANSWERED_WITHIN_DAYS),
                since,
                until.plusDays(1),
                Return.WITHIN_DAYS,
                reader);
        return Return.among(returned, since, until);
    }

    private Outlook.Unequal unequal(UnitCard unit, int most, Actor.Member reader, Words words) {
        var mines = places.minesOf(unit);
        if (mines.size() > most) {
            return new Outlook.Unequal(List.of(), true, mines);
        }
        var found = mines.stream()
                .flatMap(mine -> treatment.flatMap(room -> room.in(mine.id(), reader, words)).stream())
                .toList();
        return new Outlook.Unequal(found.stream().flatMap(List::stream).toList(), !found.isEmpty(), List.of());
    }

    private Map<UnitId, Set<Part>> signs(List<Rise> rises, List<Return> returning, List<Listening.Quiet> quiet) {
        var signs = new HashMap<UnitId, Set<Part>>();
        rises.forEach(rise -> sign(signs, rise.place().unit(), Part.RISING));
        returning.forEach(one -> sign(signs, one.place().unit(), Part.RETURNING));
        quiet.forEach(one -> sign(signs, one.unit(), Part.SILENT));
        return signs;
    }

    private void sign(Map<UnitId, Set<Part>> signs, UnitId unit, Part part) {
        directory
                .upwards(unit)
                .forEach(above -> signs.computeIfAbsent(above, _ -> EnumSet.noneOf(Part.class))
                        .add(part));
    }

    private Outlook.UnitMap map(UnitCard unit, Map<UnitId, Set<Part>> signs, Actor.Member reader) {
        var monday = listening.monday();
        var first = monday.minusWeeks(WEEKS);
        var cards = places.panelsOf(unit);
        var shown = cards.stream().map(card -> new Place(card.id(), false)).toList();
        var people = directory.headcounts(cards.stream().map(UnitCard::id).toList());
        var weeks = seen.weeks(shown, first, monday, reader);
        var panels = cards.stream()
                .map(card -> new Panel(
                        card.id(),
                        card.shortName(),
                        people.getOrDefault(card.id(), 0L),
                        weeksOf(card.id(), weeks, first),
                        !directory.children(card.id()).isEmpty(),
                        signs.getOrDefault(card.id(), Set.of())))
                .toList();
        var drawn = panels.stream().filter(panel -> !panel.few()).toList();
        long all = drawn.stream().mapToLong(Panel::people).sum();
        double usual =
                all == 0 ? 0 : 100.0 * drawn.stream().mapToLong(Panel::total).sum() / all / WEEKS;
        return new Outlook.UnitMap(
                panels, drawn.stream().mapToDouble(Panel::highest).max().orElse(0), usual, first, monday.minusDays(1));
    }

    private static List<Week> weeksOf(UnitId unit, Collection<Week> weeks, LocalDate first) {
        var place = new Place(unit, false);
        return IntStream.range(0, WEEKS)
                .mapToObj(first::plusWeeks)
                .map(monday -> weeks.stream()
                        .filter(week ->
                                week.place().equals(place) && week.monday().equals(monday))
                        .findFirst()
                        .orElse(new Week(place, monday, 0)))
                .toList();
    }

    private Map<UnitId, String> names(List<Place> parts) {
        var names = new HashMap<UnitId, String>();
        Stream.of(parts).flatMap(List::stream).forEach(part -> names.computeIfAbsent(part.unit(), directory::pathName));
        return names;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Screen.ZONE);
    }
}
