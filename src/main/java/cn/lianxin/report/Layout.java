package cn.lianxin.report;

import cn.lianxin.platform.web.Screen;
import cn.lianxin.platform.web.Words;
import cn.lianxin.promise.Matters;
import cn.lianxin.report.LaidOut.Table;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts what a report says into words. */
@Component
class Layout {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Matters matters;
    private final TakenDown takenDown;

    Layout(Matters matters, TakenDown takenDown) {
        this.matters = matters;
        this.takenDown = takenDown;
    }

    LaidOut of(Issue issue, Contents contents, Words words) {
        var period = issue.period().name(words);
        var title = words.of("report.title." + issue.period().kind().name(), contents.unit(), period);
        var lead = new ArrayList<String>();
        if (issue.number() > 1) {
            lead.add(words.of("report.corrects", issue.number() + "", (issue.number() - 1) + ""));
        }
        lead.add(words.of("report.counted"));
        lead.add(words.of(issue.open() ? "report.withheld-from-all" : "report.withheld"));
        var tables = new ArrayList<>(
                contents.blocks().stream().map(block -> table(block, words)).toList());
        tables.add(late(contents, words));
        return new LaidOut(
                title,
                fileName(issue, contents, words),
                lead,
                tables,
                contents.remarks(),
                sheet(contents, period, words),
                List.of(
                        words.of(
                                "report.imprint",
                                issue.number() + "",
                                MOMENT.format(issue.issuedAt().atZone(Screen.ZONE)),
                                contents.definitions()),
                        words.of("report.digest", issue.digest().substring(0, 16))));
    }

    private static String fileName(Issue issue, Contents contents, Words words) {
        return Stream.of(contents.unit(), words.of(issue.period().kind()), contents.period(), issue.number() + "")
                .collect(Collectors.joining("-"));
    }

    private Table table(Contents.Block block, Words words) {
        var headings = new ArrayList<String>();
        headings.add(words.of("report.block." + block.key() + ".row"));
        block.columns().forEach(column -> headings.add(words.of("report.column." + column)));
        return new Table(
                words.of("report.block." + block.key(), block.of()),
                headings,
                block.lines().stream().map(line -> row(line, words)).toList(),
                words.of("report.nothing"));
    }

    private List<String> row(Contents.Line line, Words words) {
        return Stream.concat(
                        Stream.of(name(line, words)), line.figures().stream().map(figure -> shown(figure, words)))
                .toList();
    }

    private String name(Contents.Line line, Words words) {
        return switch (line.naming()) {
            case MEASURE -> words.of("report.measure." + line.name());
            case INDICATOR -> words.of("report.indicator." + line.name());
            case UNIT -> line.name();
            case OTHER_UNITS -> words.of("report.other-units");
            case AREA ->
                matters.all().stream()
                        .filter(matter -> matter.area().equals(line.name()))
                        .findFirst()
                        .map(matter -> matter.areaName(words.chinese()))
                        .orElse(line.name());
        };
    }

    private static String shown(Figure figure, Words words) {
        return figure.withheld() ? words.of("report.few") : Long.toString(figure.count());
    }

    private static Table late(Contents contents, Words words) {
        return new Table(
                words.of("report.late"),
                List.of(words.of("report.late.number"), words.of("report.late.days")),
                contents.late().stream()
                        .map(one -> List.of(one.number(), Long.toString(one.days())))
                        .toList(),
                words.of("report.late.none"));
    }

    private LaidOut.Sheet sheet(Contents contents, String period, Words words) {
        var stones = takenDown.among(contents.posted());
        return new LaidOut.Sheet(
                words.of("report.sheet.title", contents.unit()),
                words.of("report.sheet.lead", period),
                contents.posted().stream()
                        .filter(posted -> !stones.containsKey(posted.number()))
                        .map(posted -> matter(posted, words))
                        .toList(),
                words.of("report.sheet.none"),
                TakenDown.inOrder(stones.values()).stream()
                        .map(stone -> words.of(
                                "report.sheet.taken-down", stone.on().toString(), words.of("taken-by." + stone.rule())))
                        .toList());
    }

    private LaidOut.Matter matter(Contents.Posted posted, Words words) {
        var about =
                matters.knows(posted.matter()) ? matters.get(posted.matter()).name(words.chinese()) : posted.matter();
        var outcome = words.of("report.outcome." + posted.outcome());
        return new LaidOut.Matter(
                posted.number(),
                about,
                posted.basis().isBlank() ? outcome : words.of("report.answer", outcome, posted.basis()),
                posted.unit().isEmpty() ? words.of("report.sheet.unit-withheld") : posted.unit(),
                posted.on().toString());
    }
}
