package cn.lianxin.ledger;

import cn.lianxin.concern.ImportingConcerns.Past;
import cn.lianxin.promise.Matters;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Understands the rows of ledgers. */
@Component
class RowReading {

    /**
     * A row that can be filed.
     *
     * @param identity by which the same row is known again in a later ledger of the unit
     * @param remarks what was not understood and does not stand in the way
     */
    record Understood(Past past, String identity, List<RowFault> remarks) {}

    private final KnownNames names;
    private final Matters matters;
    private final LedgerWords words;
    private final Clock clock;

    RowReading(KnownNames names, Matters matters, LedgerWords words, Clock clock) {
        this.names = names;
        this.matters = matters;
        this.words = words;
        this.clock = clock;
    }

    /** Understands one row; refuses, as a violation of the field in question, what cannot be filed at all. */
    Understood understand(LedgerRow row, LedgerImport ledger) {
        return new RowReader(row, ledger, names, matters, words, clock.instant()).understood();
    }
}
