package cn.lianxin.platform.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts a new key before the others, has it wrap every entry, and forgets the others: a copy of the old key file opens nothing
 * that is copied afterwards. Broken off at any place it goes on with the next look.
 */
@Component
class RotatingKeys {

    private static final Logger LOG = LoggerFactory.getLogger(RotatingKeys.class);
    private static final int AT_ONCE = 200;

    private final VaultKeys keys;
    private final VaultLock lock;
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Duration longest;

    RotatingKeys(
            VaultKeys keys,
            VaultLock lock,
            JdbcClient database,
            TransactionTemplate transactions,
            Clock clock,
            @Value("${lianxin.vault.rotate-after:365d}") Duration longest) {
        this.keys = keys;
        this.lock = lock;
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
        this.longest = longest;
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT5M")
    void look() {
        if (isDue()) {
            rotate();
        } else if (!keys.wrapping().isAlone()) {
            finish();
        }
    }

    /** How many entries the new key wraps. */
    int rotate() {
        transactions.executeWithoutResult(_ -> {
            lock.alone();
            keys.change(WrappingKeys::withNewFirst);
        });
        return finish();
    }

    /** What is left of a change of keys, if anything is. */
    int finish() {
        var all = 0;
        int done;
        do {
            done = transactions.execute(_ -> rewrapSome());
            all += done;
        } while (done > 0);
        transactions.executeWithoutResult(_ -> forgetOthers());
        LOG.info("the vault has a new key; it wraps {} entries anew", all);
        return all;
    }

    private int rewrapSome() {
        lock.shared();
        var wrapping = keys.wrapping();
        var old = database.sql("select " + StoredEntry.COLUMNS + """
                 from vault.entry where wrapped_by <> :current order by subject limit :most for update skip locked
                """)
                .param("current", wrapping.current())
                .param("most", AT_ONCE)
                .query((row, _) -> StoredEntry.of(row))
                .list();
        for (var entry : old) {
            var envelope = wrapping.rewrap(entry.envelope(), entry.place());
            database.sql("""
                    update vault.entry set wrapped_by = :wrappedBy, own_key = :ownKey where subject = :subject
                    """)
                    .param("wrappedBy", envelope.wrappedBy())
                    .param("ownKey", envelope.key())
                    .param("subject", entry.subject())
                    .update();
        }
        return old.size();
    }

    /** Alone, so that nobody is just sealing under one of them; what is still under one keeps them all. */
    private void forgetOthers() {
        lock.alone();
        var left = database.sql("select exists (select 1 from vault.entry where wrapped_by <> :current)")
                .param("current", keys.wrapping().current())
                .query(Boolean.class)
                .single();
        if (!left) {
            keys.change(WrappingKeys::firstOnly);
            database.sql("update vault.installation set rotated_at = :now")
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    private boolean isDue() {
        return database.sql("select rotated_at from vault.installation")
                .query((row, _) ->
                        row.getObject("rotated_at", OffsetDateTime.class).toInstant())
                .optional()
                .filter(at -> at.plus(longest).isBefore(clock.instant()))
                .isPresent();
    }
}
