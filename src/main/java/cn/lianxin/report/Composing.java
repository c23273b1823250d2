package cn.lianxin.report;

import cn.lianxin.insight.Indicator;
import cn.lianxin.insight.Indicators;
import cn.lianxin.insight.Span;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.report.Contents.Block;
import cn.lianxin.report.Contents.Line;
import cn.lianxin.report.Contents.Naming;
import cn.lianxin.verdict.PublishedVerdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts together what a report says. Every table counts the same concerns, so that its rows add up to the totals. */
@Component
class Composing {

    /** Those that are shares; how many days it took and what verdicts say has pages of its own. */
    private static final List<Indicator> INDICATORS = List.of(
            Indicator.RESPONSE,
            Indicator.ON_TIME,
            Indicator.UNANSWERED,
            Indicator.RAISED_AGAIN,
            Indicator.RECURRED,
            Indicator.UNREASONABLE,
            Indicator.UNVERIFIABLE,
            Indicator.DECLINED,
            Indicator.WITHDRAWN,
            Indicator.SOLVED,
            Indicator.SATISFIED);

    private final Tallies tallies;
    private final Telling telling;
    private final PostedMatters postedMatters;
    private final PublishedVerdicts verdicts;
    private final Indicators indicators;
    private final Directory directory;

    Composing(
            Tallies tallies,
            Telling telling,
            PostedMatters postedMatters,
            PublishedVerdicts verdicts,
            Indicators indicators,
            Directory directory) {
        this.tallies = tallies;
        this.telling = telling;
        this.postedMatters = postedMatters;
        this.verdicts = verdicts;
        this.indicators = indicators;
        this.directory = directory;
    }

    /** @param open whether everybody in the unit is told; what he is told is remembered with the caller's transaction */
    Contents of(UnitId unit, Period period, String remarks, boolean open) {
        var now = tallies.of(unit, period);
        var before = tallies.of(unit, period.before());
        var blocks = new ArrayList<Block>();
        if (open) {
            var told = told(Stream.concat(now.stream(), before.stream()).toList());
            blocks.addAll(counted(new Blocks(Cells.forAll(told), now, before), unit, period));
            told.forEach(telling::remember);
        } else {
            blocks.addAll(counted(new Blocks(Cells.forTheOffice(), now, before), unit, period));
        }
        blocks.add(indicators(unit, period));
        blocks.add(Blocks.verdicts(verdicts.byPart(unit)));
        return new Contents(
                directory.unit(unit).name(),
                period.code(),
                Contents.DEFINITIONS,
                blocks,
                tallies.late(unit, period),
                postedMatters.of(unit, period),
                remarks);
    }

    private List<Block> counted(Blocks tables, UnitId unit, Period period) {
        var blocks = new ArrayList<Block>();
        blocks.add(tables.totals());
        blocks.add(tables.rows("areas", Tally::area, area -> new Line(Naming.AREA, area, List.of())));
        blocks.add(tables.rows("units", Tally::part, part -> unitLine(unit, part)));
        if (period.kind() == ReportKind.YEAR) {
            blocks.add(tables.handling());
            blocks.add(tables.suggestions());
        }
        return blocks;
    }

    private Map<String, Partition> told(List<Tally> tallies) {
        telling.begin();
        var concerns = tallies.stream().map(Tally::concern).distinct().toList();
        return Stream.of(Measure.values())
                .map(Measure::space)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), space -> telling.of(space, concerns)));
    }

    /** Of the year, or of the last quarter that is closed; suppressed and defined by the room that publishes them. */
    private Block indicators(UnitId unit, Period period) {
        var span = period.kind() == ReportKind.YEAR ? Span.year(period.from().getYear()) : indicators.lastFinal();
        return new Block(
                "indicators",
                span.toString(),
                List.of("counted", "of", "version"),
                indicators.of(unit, span, new Actor.Clockwork("reports")).stream()
                        .filter(figure -> INDICATORS.contains(figure.indicator()))
                        .map(Composing::line)
                        .toList());
    }

    private static Line line(cn.lianxin.insight.Figure figure) {
        var version = Figure.of(figure.definitionVersion());
        return new Line(
                Naming.INDICATOR,
                figure.indicator().name(),
                figure.withheld().isPresent()
                        ? List.of(Figure.WITHHELD, Figure.WITHHELD, version)
                        : List.of(Figure.of(figure.numerator()), Figure.of(figure.denominator()), version));
    }

    private Line unitLine(UnitId root, long part) {
        return part == 0
                ? new Line(Naming.OTHER_UNITS, "", List.of())
                : new Line(Naming.UNIT, directory.unit(new UnitId(part)).name(), List.of());
    }
}
