package cn.lianxin.ledger;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.promise.Matters;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the pages show of imported ledgers. */
@Component
class ReadingLedgers {

    static final int FAULTS_SHOWN = 100;

    /** A unit that a clerk may choose. */
    record UnitChoice(UnitId id, String name) {}

    private static final int PREVIEWED = 10;
    private static final Duration WINDOW = Duration.ofDays(30);

    private final LedgerImports imports;
    private final LedgerRows rows;
    private final RowFaults faults;
    private final RowReading reading;
    private final Directory directory;
    private final Matters matters;
    private final Clock clock;

    ReadingLedgers(
            LedgerImports imports,
            LedgerRows rows,
            RowFaults faults,
            RowReading reading,
            Directory directory,
            Matters matters,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.faults = faults;
        this.reading = reading;
        this.directory = directory;
        this.matters = matters;
        this.clock = clock;
    }

    List<LedgerImport> all(Actor actor) {
        return imports.all(actor);
    }

    LedgerImport get(UUID id, Actor actor) {
        return imports.get(id, actor);
    }

    List<UnitChoice> unitsOf(Actor actor) {
        return LedgerScope.unitsOf(actor).stream()
                .map(unit -> new UnitChoice(unit, directory.unit(unit).name()))
                .toList();
    }

    String unitName(UnitId unit) {
        return directory.unit(unit).name();
    }

    List<RowFault> firstFaults(LedgerImport ledger) {
        return faults.first(ledger.id(), FAULTS_SHOWN);
    }

    int countFaults(LedgerImport ledger) {
        return faults.count(ledger.id());
    }

    /** The first rows as they would arrive with these columns. */
    List<PreviewRow> preview(LedgerImport ledger) {
        return rows.after(ledger.id(), 0, PREVIEWED).stream()
                .map(row -> preview(row, ledger))
                .toList();
    }

    private PreviewRow preview(LedgerRow row, LedgerImport ledger) {
        try {
            var understood = reading.understand(row, ledger);
            var past = understood.past();
            return new PreviewRow(
                    row.number(),
                    fate(understood, ledger),
                    Optional.of(past.filedAt()),
                    past.title(),
                    past.reporter().known().map(this::name).orElse(""),
                    directory.unit(past.unit()).shortName(),
                    Optional.of(matters.get(past.matter())),
                    past.reply().map(reply -> reply.at()),
                    understood.remarks());
        } catch (Refusal refusal) {
            return new PreviewRow(
                    row.number(),
                    PreviewRow.Fate.LEFT_OUT,
                    Optional.empty(),
                    "",
                    "",
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    List.of(ApplyingLedgers.faultOf(row, ledger, refusal)));
        }
    }

    private PreviewRow.Fate fate(RowReading.Understood understood, LedgerImport ledger) {
        if (rows.known(ledger.unit(), understood.identity()).isPresent()) {
            return PreviewRow.Fate.KNOWN;
        }
        return understood
                .past()
                .reply()
                .map(reply -> reply.at().plus(WINDOW).isAfter(clock.instant())
                        ? PreviewRow.Fate.ANSWERED
                        : PreviewRow.Fate.CLOSED)
                .orElse(PreviewRow.Fate.OPEN);
    }

    private String name(PersonId person) {
        return directory.person(person).name();
    }
}
