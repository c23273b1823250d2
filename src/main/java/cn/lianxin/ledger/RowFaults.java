package cn.lianxin.ledger;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was wrong or worth knowing about the rows of an import; kept as codes, said in the reader's language. */
@Component
class RowFaults {

    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final JdbcOperations batches;

    RowFaults(JdbcClient database, JdbcOperations batches) {
        this.database = database;
        this.batches = batches;
    }

    void add(UUID ledger, List<RowFault> faults) {
        batches.batchUpdate(
                "insert into ledger.fault (import, number, heading, code, arguments, left_out) values (?, ?, ?, ?, ?, ?)",
                faults,
                AT_ONCE,
                (statement, fault) -> {
                    statement.setObject(1, ledger);
                    statement.setInt(2, fault.number());
                    statement.setString(3, fault.heading());
                    statement.setString(4, fault.code());
                    statement.setArray(
                            5,
                            statement
                                    .getConnection()
                                    .createArrayOf("text", fault.arguments().toArray()));
                    statement.setBoolean(6, fault.leftOut());
                });
    }

    /** The first of them, those that left a row out before those that did not. */
    List<RowFault> first(UUID ledger, int limit) {
        return database.sql("""
                select number, heading, code, arguments, left_out from ledger.fault
                where import = :ledger
                order by left_out desc, number, id
                limit :limit
                """)
                .param("ledger", ledger)
                .param("limit", limit)
                .query((row, _) -> fault(row))
                .list();
    }

    int count(UUID ledger) {
        return database.sql("select count(*) from ledger.fault where import = :ledger")
                .param("ledger", ledger)
                .query(Integer.class)
                .single();
    }

    void each(UUID ledger, Consumer<RowFault> each) {
        database.sql("""
                select number, heading, code, arguments, left_out from ledger.fault
                where import = :ledger
                order by number, id
                """).withFetchSize(AT_ONCE).param("ledger", ledger).query((RowCallbackHandler)
                row -> each.accept(fault(row)));
    }

    private static RowFault fault(java.sql.ResultSet row) throws java.sql.SQLException {
        return new RowFault(
                row.getInt("number"),
                row.getString("heading"),
                row.getString("code"),
                LedgerImports.texts(row, "arguments"),
                row.getBoolean("left_out"));
    }
}
