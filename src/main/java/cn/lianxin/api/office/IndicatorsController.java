package cn.lianxin.api.office;

import static cn.lianxin.application.ApplicationScope.BOARD;

import cn.lianxin.api.document.FromQuery;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.RequestFault;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.insight.Dimension;
import cn.lianxin.insight.Figure;
import cn.lianxin.insight.FigureRow;
import cn.lianxin.insight.Group;
import cn.lianxin.insight.Indicator;
import cn.lianxin.insight.Indicators;
import cn.lianxin.insight.LeftOut;
import cn.lianxin.insight.Span;
import cn.lianxin.insight.Withheld;
import cn.lianxin.kernel.Actor;
import cn.lianxin.organization.Directory;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The indicators, with what each was counted of. The controller of the page has the same name in its own room. */
@RestController("indicatorOperations")
@RequestMapping("/api/v1/indicators")
class IndicatorsController {

    /** @param span {@code 2026}, {@code 2026-Q3} or {@code 2026-07} */
    record IndicatorsAsked(String unit, String span, Dimension by) {}

    record LeftOutItem(LeftOut reason, long cases) {}

    record FigureItem(
            Indicator indicator,
            int definitionVersion,
            long numerator,
            long denominator,
            Optional<Double> share,
            Optional<Double> medianDays,
            Optional<Double> ninetiethDays,
            List<LeftOutItem> leftOut,
            Optional<Withheld> withheld) {}

    /** @param key a unit's number, a month, an area of matters, a grade or a channel; empty for all of it */
    record FigureRowItem(String key, List<FigureItem> figures) {}

    record IndicatorTable(FigureRowItem whole, List<FigureRowItem> rows) {}

    private final Indicators indicators;
    private final Directory directory;

    IndicatorsController(Indicators indicators, Directory directory) {
        this.indicators = indicators;
        this.directory = directory;
    }

    @GetMapping
    @Operation(Topic.OFFICE)
    @RequiresScope(BOARD)
    IndicatorTable listIndicators(@FromQuery IndicatorsAsked asked, Actor actor) {
        var unit =
                directory.unitByCode(asked.unit()).orElseThrow(() -> RequestFault.parameter("unit", "parameter-unit"));
        var span = Span.parse(asked.span()).orElseThrow(() -> RequestFault.parameter("span", "parameter-period"));
        var laid = indicators.lay(asked.by(), Group.of(unit.id(), span), actor);
        return new IndicatorTable(
                item(laid.whole()),
                laid.rows().stream().map(IndicatorsController::item).toList());
    }

    private static FigureRowItem item(FigureRow row) {
        return new FigureRowItem(
                row.key(),
                row.figures().stream().map(IndicatorsController::item).toList());
    }

    private static FigureItem item(Figure figure) {
        return new FigureItem(
                figure.indicator(),
                figure.definitionVersion(),
                figure.numerator(),
                figure.denominator(),
                figure.share(),
                figure.median(),
                figure.ninetieth(),
                figure.leftOut().entrySet().stream()
                        .sorted(java.util.Map.Entry.comparingByKey())
                        .map(entry -> new LeftOutItem(entry.getKey(), entry.getValue()))
                        .toList(),
                figure.withheld());
    }
}
