package cn.lianxin.platform.vault;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Until the end of the transaction: whoever seals beside each other, whoever changes the keys alone, on all nodes. */
@Component
class VaultLock {

    private static final long KEY = 0x7661756c74L;

    private final JdbcClient database;

    VaultLock(JdbcClient database) {
        this.database = database;
    }

    void shared() {
        take("pg_advisory_xact_lock_shared");
    }

    void alone() {
        take("pg_advisory_xact_lock");
    }

    private void take(String function) {
        database.sql("select 1 from (select " + function + "(:key)) taken")
                .param("key", KEY)
                .query(Integer.class)
                .single();
    }
}
