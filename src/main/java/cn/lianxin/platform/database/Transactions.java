package cn.lianxin.platform.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Transactions as PostgreSQL numbers them. */
public final class Transactions {

    private Transactions() {}

    /** Before which one everything that was written can be read, or was given up. */
    public static long settledUntil(JdbcClient database) {
        return database.sql("select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint) as horizon")
                .query((row, _) -> row.getLong("horizon"))
                .single();
    }
}
