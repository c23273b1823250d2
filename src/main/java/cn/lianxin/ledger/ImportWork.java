package cn.lianxin.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Works through the ledgers that were begun, beside the requests; takes up at the start what an end interrupted. */
@Component
class ImportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);
    private static final Duration DRAFTS_STAY = Duration.ofDays(7);

    private final ApplyingLedgers applying;
    private final LedgerImports imports;
    private final Clock clock;
    private final boolean byItself;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    ImportWork(
            ApplyingLedgers applying,
            LedgerImports imports,
            Clock clock,
            @Value("${lianxin.clockwork:true}") boolean byItself) {
        this.applying = applying;
        this.imports = imports;
        this.clock = clock;
        this.byItself = byItself;
    }

    /** Works on it from where it stands, unless it is being worked on already. */
    void goOn(UUID ledger) {
        if (underWay.add(ledger)) {
            Thread.ofVirtual().name("ledger-" + ledger).start(() -> workThrough(ledger));
        }
    }

    /** Whether this process is at it; a page offers to go on where nobody is. */
    boolean isUnderWay(UUID ledger) {
        return underWay.contains(ledger);
    }

    private void workThrough(UUID ledger) {
        try {
            while (applying.applyNext(ledger)) {
                LOG.debug("ledger {} goes on", ledger);
            }
        } catch (RuntimeException interrupted) {
            LOG.warn("ledger {} stopped; it goes on at the next start or when a clerk asks", ledger, interrupted);
        } finally {
            underWay.remove(ledger);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void takeUp() {
        if (byItself) {
            imports.running().forEach(this::goOn);
        }
    }

    @Scheduled(fixedDelayString = "PT12H", initialDelayString = "PT10M")
    void forgetDrafts() {
        imports.removeDraftsBefore(clock.instant().minus(DRAFTS_STAY));
    }
}
