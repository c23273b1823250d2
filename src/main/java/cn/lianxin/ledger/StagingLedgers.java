package cn.lianxin.ledger;

import cn.lianxin.concern.ImportingConcerns;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.audit.AuditTrail;
import cn.lianxin.platform.spreadsheet.Row;
import cn.lianxin.platform.spreadsheet.SpreadsheetReader;
import cn.lianxin.platform.text.PlainText;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a clerk does with a ledger before it is applied: give it, say what its columns mean, begin, or take it back. */
@Component
class StagingLedgers {

    private static final int ROWS_AT_ONCE = 1_000;

    private final LedgerImports imports;
    private final LedgerRows rows;
    private final ImportingConcerns concerns;
    private final AuditTrail audit;
    private final Clock clock;

    StagingLedgers(LedgerImports imports, LedgerRows rows, ImportingConcerns concerns, AuditTrail audit, Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.concerns = concerns;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps every row of the file as it is, or none where the file proves broken. Refuses what the reader of spreadsheets
     * refuses, {@code ledger-no-rows}, {@code ledger-unit-not-yours} and {@code no-desk}.
     *
     * @param name what the file was called where it came from
     */
    @Transactional
    public UUID take(Path file, String name, UnitId unit, Actor by) {
        if (!(by instanceof Actor.Clockwork) && !LedgerScope.unitsOf(by).contains(unit)) {
            throw new Refusal.Violation("unit", "ledger-unit-not-yours");
        }
        concerns.mustHaveDesk(unit);
        var id = UUID.randomUUID();
        try (var spreadsheet = SpreadsheetReader.open(file, name)) {
            var header = spreadsheet.header().stream().map(LedgerRow::storable).toList();
            imports.add(new LedgerImport(
                    id,
                    unit,
                    person(by),
                    clock.instant(),
                    PlainText.line(name),
                    spreadsheet.description(),
                    Columns.recognized(header),
                    LedgerImport.State.STAGED,
                    0,
                    0,
                    0,
                    0,
                    0));
            var count = keep(id, spreadsheet.rows());
            if (count == 0) {
                throw new Refusal.Violation("file", "ledger-no-rows");
            }
            imports.count(id, count);
        }
        audit.record(by, "ledger.uploaded", "ledger:" + id, name);
        return id;
    }

    private int keep(UUID ledger, Stream<Row> all) {
        var chunk = new ArrayList<LedgerRow>();
        int count = 0;
        for (var iterator = all.iterator(); iterator.hasNext(); count++) {
            var row = iterator.next();
            chunk.add(LedgerRow.of(row.number(), row.cells()));
            if (chunk.size() == ROWS_AT_ONCE) {
                rows.add(ledger, chunk);
                chunk.clear();
            }
        }
        rows.add(ledger, List.copyOf(chunk));
        return count;
    }

    /** Says what the columns mean; refused as {@code moved-on} once the import has begun. */
    @Transactional
    public void map(UUID id, Columns columns, Actor by) {
        mustBeStaged(imports.get(id, by));
        imports.map(id, columns.checked());
    }

    /** From here on it runs to its end, whatever happens in between. */
    @Transactional
    public void begin(UUID id, Actor by) {
        var ledger = imports.get(id, by);
        if (ledger.staged()) {
            ledger.columns().checked();
            concerns.mustHaveDesk(ledger.unit());
            imports.enter(LedgerImport.State.RUNNING, id);
            audit.record(by, "ledger.import-begun", "ledger:" + id, ledger.fileName());
        }
    }

    @Transactional
    public void discard(UUID id, Actor by) {
        mustBeStaged(imports.get(id, by));
        imports.remove(id);
        audit.record(by, "ledger.discarded", "ledger:" + id, "");
    }

    private static void mustBeStaged(LedgerImport ledger) {
        if (!ledger.staged()) {
            throw new Refusal.Conflict("moved-on");
        }
    }

    private static Optional<PersonId> person(Actor by) {
        return by instanceof Actor.Member member ? Optional.of(member.person()) : Optional.empty();
    }
}
