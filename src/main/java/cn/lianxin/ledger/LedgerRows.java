package cn.lianxin.ledger;

import cn.lianxin.concern.ImportingConcerns.Imported;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of imported ledgers as they came, and which concern each became. */
@Component
class LedgerRows {

    /** A row that was filed before, and the digest of what it said then. */
    record Known(String digest, UUID ledger, int row) {}

    /** A row that became a concern which is now exported. */
    record Source(Columns columns, List<String> cells, int version, boolean given) {}

    /** A row as it came, and the number of the concern that it became. */
    record Kept(List<String> cells, Optional<String> concern) {}

    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final JdbcOperations batches;

    LedgerRows(JdbcClient database, JdbcOperations batches) {
        this.database = database;
        this.batches = batches;
    }

    void add(UUID ledger, List<LedgerRow> rows) {
        batches.batchUpdate(
                "insert into ledger.row (import, number, cells, digest) values (?, ?, ?, ?)",
                rows,
                AT_ONCE,
                (statement, row) -> {
                    statement.setObject(1, ledger);
                    statement.setInt(2, row.number());
                    statement.setArray(
                            3,
                            statement
                                    .getConnection()
                                    .createArrayOf("text", row.cells().toArray()));
                    statement.setString(4, row.digest());
                });
    }

    List<LedgerRow> after(UUID ledger, int number, int limit) {
        return database.sql("""
                select number, cells, digest from ledger.row
                where import = :ledger and number > :number
                order by number
                limit :limit
                """)
                .param("ledger", ledger)
                .param("number", number)
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    /** All rows that the actor may have back, in their order. */
    void each(UUID ledger, Actor actor, Consumer<Kept> each) {
        database.sql("select r.cells, f.concern from ledger.row r join ledger.import i on i.id = r.import"
                        + " left join ledger.filed f on f.import = r.import and f.row = r.number"
                        + " where r.import = :ledger and " + LedgerScope.ROW_VISIBLE + " order by r.number")
                .withFetchSize(AT_ONCE)
                .params(LedgerScope.of(actor))
                .param("ledger", ledger)
                .query((RowCallbackHandler) row -> each.accept(
                        new Kept(LedgerImports.texts(row, "cells"), Optional.ofNullable(row.getString("concern")))));
    }

    Optional<Known> known(UnitId unit, String identity) {
        return database.sql("select digest, import, row from ledger.filed where unit = :unit and identity = :identity")
                .param("unit", unit.value())
                .param("identity", identity)
                .query((row, _) ->
                        new Known(row.getString("digest"), row.getObject("import", UUID.class), row.getInt("row")))
                .optional();
    }

    /** Whether a row of this identity has been filed for any unit. */
    boolean isFiledAnywhere(String identity) {
        return database.sql("select exists (select 1 from ledger.filed where identity = :identity)")
                .param("identity", identity)
                .query(Boolean.class)
                .single();
    }

    /** False where the row has been filed before, or is being filed by another import: then it waits for that one's end. */
    boolean claim(LedgerImport ledger, LedgerRow row, String identity) {
        return database.sql("""
                insert into ledger.filed (unit, identity, digest, import, row)
                values (:unit, :identity, :digest, :ledger, :row)
                on conflict (unit, identity) do nothing
                """)
                        .param("unit", ledger.unit().value())
                        .param("identity", identity)
                        .param("digest", row.digest())
                        .param("ledger", ledger.id())
                        .param("row", row.number())
                        .update()
                == 1;
    }

    void becomes(LedgerImport ledger, String identity, Imported imported) {
        database.sql("""
                update ledger.filed set concern = :concern, version = :version, restricted = :restricted
                where unit = :unit and identity = :identity
                """)
                .param("unit", ledger.unit().value())
                .param("identity", identity)
                .param("concern", imported.number().toString())
                .param("version", imported.version())
                .param("restricted", imported.restricted())
                .update();
    }

    void release(LedgerImport ledger, String identity) {
        database.sql("delete from ledger.filed where unit = :unit and identity = :identity")
                .param("unit", ledger.unit().value())
                .param("identity", identity)
                .update();
    }

    /** The rows from which these concerns came, by the concern's number; none for those that were raised here. */
    Map<String, Source> sourcesOf(List<String> concerns, Actor actor) {
        var sources = new HashMap<String, Source>();
        database.sql("""
                select f.concern, f.version, r.cells, i.header, i.fields,
                       coalesce(i.uploaded_by = :person, true) as given
                from ledger.filed f
                join ledger.row r on r.import = f.import and r.number = f.row
                join ledger.import i on i.id = f.import
                where f.concern = any (:concerns)
                """)
                .param("person", LedgerScope.of(actor).get("person"))
                .param("concerns", concerns.toArray(String[]::new))
                .query((RowCallbackHandler) row -> sources.put(row.getString("concern"), source(row)));
        return sources;
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(
                Columns.of(LedgerImports.texts(row, "header"), LedgerImports.texts(row, "fields")),
                LedgerImports.texts(row, "cells"),
                row.getInt("version"),
                row.getBoolean("given"));
    }

    private static LedgerRow row(ResultSet row) throws SQLException {
        return new LedgerRow(row.getInt("number"), LedgerImports.texts(row, "cells"), row.getString("digest"));
    }
}
