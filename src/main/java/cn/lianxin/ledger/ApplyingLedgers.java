package cn.lianxin.ledger;

import cn.lianxin.concern.ImportingConcerns;
import cn.lianxin.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns the rows of a ledger into concerns, some at a time; each batch is there as a whole or not at all. */
@Component
class ApplyingLedgers {

    static final int BATCH = 200;

    private final LedgerImports imports;
    private final LedgerRows rows;
    private final RowFaults faults;
    private final RowReading reading;
    private final ImportingConcerns concerns;
    private final LedgerWords words;
    private final TransactionTemplate transactions;

    ApplyingLedgers(
            LedgerImports imports,
            LedgerRows rows,
            RowFaults faults,
            RowReading reading,
            ImportingConcerns concerns,
            LedgerWords words,
            TransactionTemplate transactions) {
        this.imports = imports;
        this.rows = rows;
        this.faults = faults;
        this.reading = reading;
        this.concerns = concerns;
        this.words = words;
        this.transactions = transactions;
    }

    /** Applies the next rows in one transaction; false when the ledger is done. */
    boolean applyNext(UUID id) {
        try {
            return apply(id, BATCH);
        } catch (NonTransientDataAccessException unforeseen) {
            return applySingly(id);
        }
    }

    /** One row that the database does not take must not hold up the others of its batch, nor the import for ever. */
    private boolean applySingly(UUID id) {
        var goesOn = true;
        for (int row = 0; row < BATCH && goesOn; row++) {
            try {
                goesOn = apply(id, 1);
            } catch (NonTransientDataAccessException unforeseen) {
                goesOn = Boolean.TRUE.equals(transactions.execute(_ -> leaveOutNext(id)));
            }
        }
        return goesOn;
    }

    private boolean leaveOutNext(UUID id) {
        var row = rows.after(id, imports.lock(id).lastRow(), 1).getFirst();
        faults.add(id, List.of(new RowFault(row.number(), "", "ledger-row-failed", List.of(), true)));
        imports.advance(id, row.number(), 0, 0, 1);
        return true;
    }

    private boolean apply(UUID id, int limit) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            var ledger = imports.lock(id);
            if (!ledger.running()) {
                return false;
            }
            var next = rows.after(id, ledger.lastRow(), limit);
            if (next.isEmpty()) {
                imports.enter(LedgerImport.State.DONE, id);
                return false;
            }
            var batch = new Batch(ledger);
            next.forEach(batch::apply);
            batch.finish(next.getLast().number());
            return true;
        }));
    }

    private final class Batch {

        private final LedgerImport ledger;
        private final List<RowFault> found = new ArrayList<>();
        private int filed;
        private int known;
        private int faulty;

        private Batch(LedgerImport ledger) {
            this.ledger = ledger;
        }

        private void apply(LedgerRow row) {
            try {
                var understood = reading.understand(row, ledger);
                if (comesFromHere(understood)) {
                    known++;
                } else if (rows.claim(ledger, row, understood.identity())) {
                    file(understood);
                } else {
                    skip(row, understood.identity());
                }
            } catch (Refusal refusal) {
                faulty++;
                found.add(faultOf(row, ledger, refusal));
            }
        }

        /** An export of this installation brings nothing new to it, whichever unit it is given to. */
        private boolean comesFromHere(RowReading.Understood understood) {
            return ExportColumn.areHeaderOf(ledger.columns().header(), words)
                    && (concerns.isHere(understood.past().sourceNumber())
                            || rows.isFiledAnywhere(understood.identity()));
        }

        private void file(RowReading.Understood understood) {
            try {
                rows.becomes(ledger, understood.identity(), concerns.file(understood.past()));
            } catch (Refusal refusal) {
                rows.release(ledger, understood.identity());
                throw refusal;
            }
            filed++;
            found.addAll(understood.remarks());
        }

        private void skip(LedgerRow row, String identity) {
            known++;
            rows.known(ledger.unit(), identity)
                    .filter(before -> !before.digest().equals(row.digest()))
                    .ifPresent(before -> found.add(differs(row, ledger, before)));
        }

        private void finish(int lastRow) {
            faults.add(ledger.id(), found);
            imports.advance(ledger.id(), lastRow, filed, known, faulty);
        }
    }

    static RowFault differs(LedgerRow row, LedgerImport ledger, LedgerRows.Known before) {
        var sameFile = before.ledger().equals(ledger.id());
        return new RowFault(
                row.number(),
                ledger.columns().heading(LedgerField.NUMBER),
                sameFile ? "ledger-number-twice" : "ledger-number-known",
                sameFile ? List.of(String.valueOf(before.row())) : List.of(),
                true);
    }

    static RowFault faultOf(LedgerRow row, LedgerImport ledger, Refusal refusal) {
        var heading = refusal instanceof Refusal.Violation violation
                ? LedgerField.all().stream()
                        .filter(field -> field.name().equals(violation.field()))
                        .findFirst()
                        .map(ledger.columns()::heading)
                        .orElse("")
                : "";
        var arguments = refusal.arguments().stream().map(String::valueOf).toList();
        return new RowFault(row.number(), heading, refusal.code(), arguments, true);
    }
}
