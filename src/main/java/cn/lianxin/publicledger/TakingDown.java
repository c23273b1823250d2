package cn.lianxin.publicledger;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.transparency.PublicLog;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one way by which an entry ends: what waits is retracted; what is public loses its words, and the log is told. */
@Component
class TakingDown {

    private final Entries entries;
    private final PublicLog log;
    private final Clock clock;

    TakingDown(Entries entries, PublicLog log, Clock clock) {
        this.entries = entries;
        this.log = log;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(Entry entry, Withdrawn rule, Optional<PersonId> by) {
        if (entry.state().waits()) {
            entries.save(entry.retract());
            return;
        }
        entries.takeDown(entry.number(), rule, by, clock.instant());
        log.enter(PublicLedgerPublications.WITHDRAWAL, PublicLedgerPublications.withdrawal(entry.number()));
    }
}
