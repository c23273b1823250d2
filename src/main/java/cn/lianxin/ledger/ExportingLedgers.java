package cn.lianxin.ledger;

import cn.lianxin.concern.ConcernLine;
import cn.lianxin.concern.ConcernLists;
import cn.lianxin.concern.ReadingConcerns;
import cn.lianxin.concern.Reporter;
import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.audit.Door;
import cn.lianxin.platform.spreadsheet.SpreadsheetFormat;
import cn.lianxin.platform.spreadsheet.SpreadsheetWriter;
import cn.lianxin.platform.web.Screen;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes ledgers out: everything the actor may see, a ledger as it was imported, or what was wrong with its rows. */
@Component
public class ExportingLedgers {

    private static final int LINES_AT_ONCE = 500;

    private final ConcernLists concerns;
    private final ReadingConcerns reading;
    private final LedgerImports imports;
    private final LedgerRows rows;
    private final RowFaults faults;
    private final LedgerWords words;
    private final AuditTrail audit;
    private final Clock clock;

    ExportingLedgers(
            ConcernLists concerns,
            ReadingConcerns reading,
            LedgerImports imports,
            LedgerRows rows,
            RowFaults faults,
            LedgerWords words,
            AuditTrail audit,
            Clock clock) {
        this.concerns = concerns;
        this.reading = reading;
        this.imports = imports;
        this.rows = rows;
        this.faults = faults;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * All concerns that the actor may see, oldest first. One that came from an export of another Lianxin and has not moved
     * since is written as it stood there, so that an export outlives any number of installations unchanged.
     */
    @Transactional
    public void everything(OutputStream out, SpreadsheetFormat format, Locale language, Actor actor) {
        LedgerScope.of(actor);
        var header = ExportColumn.header(words, language);
        try (var writer = SpreadsheetWriter.open(out, format, header, foot(language, actor))) {
            var chunk = new ArrayList<ConcernLine>();
            concerns.eachLine(actor, line -> {
                chunk.add(line);
                if (chunk.size() == LINES_AT_ONCE) {
                    write(chunk, header, writer, language, actor);
                    chunk.clear();
                }
            });
            write(chunk, header, writer, language, actor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.record(actor, "ledger.exported", "ledger:all", format.name());
    }

    private void write(
            List<ConcernLine> lines, List<String> header, SpreadsheetWriter writer, Locale language, Actor actor) {
        var sources = rows.sourcesOf(lines.stream().map(ConcernLine::number).toList(), actor);
        for (var line : lines) {
            var source = sources.get(line.number());
            put(writer, source == null ? cells(line, "", language) : cells(line, source, header, language));
        }
    }

    private List<String> cells(ConcernLine line, LedgerRows.Source source, List<String> header, Locale language) {
        var columns = source.columns();
        if (!columns.header().equals(header)) {
            var number = ExportColumn.areHeaderOf(columns.header(), words)
                    ? ExportColumn.SOURCE_NUMBER.ordinal()
                    : columns.placeOf(LedgerField.NUMBER);
            return cells(
                    line,
                    number < 0 || number >= source.cells().size()
                            ? ""
                            : source.cells().get(number),
                    language);
        }
        if (line.version() != source.version()) {
            var moved =
                    new ArrayList<>(cells(line, source.cells().get(ExportColumn.SOURCE_NUMBER.ordinal()), language));
            moved.set(ExportColumn.NUMBER.ordinal(), source.cells().get(ExportColumn.NUMBER.ordinal()));
            return moved;
        }
        return mayName(line, source) ? source.cells() : withoutName(source.cells());
    }

    private List<String> cells(ConcernLine line, String sourceNumber, Locale language) {
        return ExportColumn.cells(line, sourceNumber, words, language);
    }

    /** A name that was confidential where it came from is confidential here. */
    private boolean mayName(ConcernLine line, LedgerRows.Source source) {
        var mode = words.constant(Reporter.Mode.class, source.cells().get(ExportColumn.MODE.ordinal()));
        return source.given()
                || !line.reporterName().isEmpty()
                || mode.filter(Reporter.Mode.NAMED::equals).isPresent();
    }

    private static List<String> withoutName(List<String> cells) {
        var nameless = new ArrayList<>(cells);
        nameless.set(ExportColumn.REPORTER.ordinal(), "");
        nameless.set(ExportColumn.STAFF_NUMBER.ordinal(), "");
        return nameless;
    }

    /** The ledger as it was given, cell by cell. */
    @Transactional
    public void asImported(UUID id, OutputStream out, SpreadsheetFormat format, Actor actor) {
        var ledger = imports.get(id, actor);
        try (var writer = SpreadsheetWriter.open(
                out, format, ledger.columns().header(), foot(Locale.SIMPLIFIED_CHINESE, actor))) {
            var numbers = new ArrayList<String>();
            rows.each(id, actor, row -> {
                row.concern().ifPresent(numbers::add);
                put(writer, row.cells());
            });
            reading.given(numbers, Door.EXPORT, actor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.record(actor, "ledger.exported", "ledger:" + id, format.name());
    }

    /** What was wrong with which row, in the reader's language. */
    @Transactional(readOnly = true)
    public void faults(UUID id, OutputStream out, SpreadsheetFormat format, Locale language, Actor actor) {
        imports.get(id, actor);
        var header = List.of("row", "heading", "sentence", "left-out").stream()
                .map(column -> words.say("ledger.fault." + column, language))
                .toList();
        try (var writer = SpreadsheetWriter.open(out, format, header)) {
            faults.each(
                    id,
                    fault -> put(
                            writer,
                            List.of(
                                    String.valueOf(fault.number()),
                                    fault.heading(),
                                    words.say(
                                            "refusal." + fault.code(),
                                            language,
                                            fault.arguments().toArray()),
                                    words.say(fault.leftOut() ? "ledger.fault.yes" : "ledger.fault.no", language))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On paper it says who took it. */
    private String foot(Locale language, Actor actor) {
        var name =
                switch (actor) {
                    case Actor.Member member -> member.name();
                    case Actor.Application program -> program.name();
                    case Actor.ReceiptHolder _, Actor.Visitor _, Actor.Clockwork _ -> "";
                };
        var now = LocalDateTime.ofInstant(clock.instant(), Screen.ZONE).truncatedTo(ChronoUnit.MINUTES);
        return words.say("ledger.export.foot", language, name, now.toString().replace('T', ' '));
    }

    private static void put(SpreadsheetWriter writer, List<String> cells) {
        try {
            writer.write(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
