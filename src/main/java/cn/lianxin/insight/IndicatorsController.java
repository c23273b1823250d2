package cn.lianxin.insight;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.promise.Grade;
import cn.lianxin.promise.Matter;
import cn.lianxin.promise.Matters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The figures as a page, and the rows behind them. */
@Controller
class IndicatorsController {

    private static final int QUARTERS_BACK = 4;

    /** What the form holds; an empty field narrows nothing. */
    record Asked(Optional<Long> unit, String span, String matter, String grade, String channel) {}

    private final Indicators indicators;
    private final CaseLines lines;
    private final Directory directory;
    private final Matters matters;

    IndicatorsController(Indicators indicators, CaseLines lines, Directory directory, Matters matters) {
        this.indicators = indicators;
        this.lines = lines;
        this.directory = directory;
        this.matters = matters;
    }

    @GetMapping("/indicators")
    ModelAndView show(
            @RequestParam Optional<Long> unit,
            @RequestParam(defaultValue = "") String span,
            @RequestParam(defaultValue = "UNIT") Dimension by,
            @RequestParam(defaultValue = "") String matter,
            @RequestParam(defaultValue = "") String grade,
            @RequestParam(defaultValue = "") String channel,
            Actor actor) {
        var group = group(new Asked(unit, span, matter, grade, channel), actor);
        var laid = indicators.lay(by, group, actor);
        var card = directory.unit(group.unit());
        var units = units(card, actor);
        return new ModelAndView("insight/indicators")
                .addObject(
                        "page",
                        new IndicatorPage(
                                card,
                                units,
                                spans(group.span()),
                                by,
                                laid,
                                directory.unitNames(laid.rows().stream()
                                        .map(row -> row.group().unit())
                                        .distinct()
                                        .toList()),
                                areas(),
                                matters.all().stream().collect(Collectors.toMap(Matter::code, Function.identity())),
                                indicators.hasRowsFor(actor)));
    }

    @GetMapping("/indicators/rows")
    ModelAndView rows(
            @RequestParam Optional<Long> unit,
            @RequestParam(defaultValue = "") String span,
            @RequestParam(defaultValue = "") String matter,
            @RequestParam(defaultValue = "") String grade,
            @RequestParam(defaultValue = "") String channel,
            Actor actor) {
        var member = member(actor);
        var group = group(new Asked(unit, span, matter, grade, channel), member);
        return new ModelAndView("insight/rows")
                .addObject("unit", directory.unit(group.unit()))
                .addObject("span", group.span().toString())
                .addObject("back", "/indicators?unit=" + group.unit().value() + "&span=" + group.span())
                .addObject("matters", matters)
                .addObject("lines", lines.among(indicators.concernsOf(group, member), member));
    }

    private Group group(Asked asked, Actor actor) {
        member(actor);
        var unit = asked.unit()
                .map(UnitId::new)
                .or(() -> indicators.roots(actor).stream().map(UnitCard::id).reduce((_, last) -> last))
                .orElseThrow(Refusal.NotFound::new);
        return new Group(
                unit,
                asked.span().isEmpty()
                        ? indicators.lastFinal()
                        : Span.parse(asked.span()).orElseThrow(Refusal.NotFound::new),
                given(asked.matter()),
                given(asked.grade()).map(IndicatorsController::grade),
                given(asked.channel()));
    }

    private static Actor.Member member(Actor actor) {
        if (actor instanceof Actor.Member member) {
            return member;
        }
        throw new Refusal.NotAllowed("sign-in-first");
    }

    private static Grade grade(String written) {
        return Stream.of(Grade.values())
                .filter(grade -> grade.name().equals(written))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }

    private static Optional<String> given(String field) {
        return Optional.of(field).filter(value -> !value.isBlank());
    }

    private List<UnitCard> units(UnitCard chosen, Actor actor) {
        var units = new LinkedHashMap<UnitId, UnitCard>();
        indicators.roots(actor).forEach(root -> units.put(root.id(), root));
        chosen.parent()
                .filter(above -> indicators.sees(above, actor))
                .map(directory::unit)
                .ifPresent(above -> units.put(above.id(), above));
        units.put(chosen.id(), chosen);
        if (indicators.hasRowsFor(actor)) {
            directory.children(chosen.id()).stream()
                    .filter(part -> indicators.sees(part.id(), actor))
                    .forEach(part -> units.put(part.id(), part));
        }
        return List.copyOf(units.values());
    }

    /** The closed quarters of a year back, their years, the months of the chosen one, and whatever was chosen. */
    private List<Span> spans(Span chosen) {
        var spans = new ArrayList<Span>();
        var quarters = Stream.iterate(
                        indicators.lastFinal(),
                        quarter -> Span.quarterOf(quarter.first().minusDays(1)))
                .limit(QUARTERS_BACK)
                .toList();
        spans.addAll(quarters);
        quarters.stream().map(quarter -> Span.year(quarter.year())).distinct().forEach(spans::add);
        spans.addAll(chosen.quarters().getLast().months());
        return Stream.concat(spans.stream(), Stream.of(chosen)).distinct().toList();
    }

    private List<Matter> areas() {
        return matters.all().stream()
                .collect(Collectors.toMap(Matter::area, Function.identity(), (first, _) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }
}
