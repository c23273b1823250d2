package cn.lianxin.ledger;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A ledger that was given to us, and how far it has come.
 *
 * @param unit whose ledger it is; its rows belong to this unit or to one below it
 * @param uploadedBy empty where it came from the shell of the server
 * @param description what the file turned out to be: {@code GB18030 ,}
 * @param lastRow number of the last row that is done with, 0 before the first
 * @param known rows that an earlier import had brought already
 * @param faulty rows that were left out
 */
record LedgerImport(
        UUID id,
        UnitId unit,
        Optional<PersonId> uploadedBy,
        Instant uploadedAt,
        String fileName,
        String description,
        Columns columns,
        State state,
        int rowCount,
        int lastRow,
        int filed,
        int known,
        int faulty) {

    enum State {
        STAGED,
        RUNNING,
        DONE
    }

    int doneRows() {
        return filed + known + faulty;
    }

    int percent() {
        return rowCount == 0 ? 100 : (int) (100L * doneRows() / rowCount);
    }

    boolean staged() {
        return state == State.STAGED;
    }

    boolean running() {
        return state == State.RUNNING;
    }

    boolean done() {
        return state == State.DONE;
    }
}
