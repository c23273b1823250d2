package cn.lianxin.ledger;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of imports. What an actor may not see is not found. */
@Component
class LedgerImports {

    private static final String COLUMNS = """
            select i.id, i.unit, i.uploaded_by, i.uploaded_at, i.file_name, i.description, i.header, i.fields, i.state,
                   i.row_count, i.last_row, i.filed, i.known, i.faulty
            from ledger.import i
            """;
    private static final int MOST_LISTED = 200;

    private final JdbcClient database;

    LedgerImports(JdbcClient database) {
        this.database = database;
    }

    void add(LedgerImport added) {
        database.sql("""
                insert into ledger.import (id, unit, uploaded_by, uploaded_at, file_name, description, header, fields, state,
                    row_count)
                values (:id, :unit, :uploadedBy, :uploadedAt, :fileName, :description, :header, :fields, :state, :rowCount)
                """)
                .param("id", added.id())
                .param("unit", added.unit().value())
                .param("uploadedBy", added.uploadedBy().map(PersonId::value).orElse(null))
                .param("uploadedAt", Timestamp.from(added.uploadedAt()))
                .param("fileName", added.fileName())
                .param("description", added.description())
                .param("header", added.columns().header().toArray(String[]::new))
                .param("fields", added.columns().fields().toArray(String[]::new))
                .param("state", added.state().name())
                .param("rowCount", added.rowCount())
                .update();
    }

    LedgerImport get(UUID id, Actor actor) {
        return database.sql(COLUMNS + " where i.id = :id and " + LedgerScope.VISIBLE)
                .params(LedgerScope.of(actor))
                .param("id", id)
                .query((row, _) -> ledger(row))
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** For the installation itself, which works on it alone until its transaction ends. */
    LedgerImport lock(UUID id) {
        return database.sql(COLUMNS + " where i.id = :id for update")
                .param("id", id)
                .query((row, _) -> ledger(row))
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Newest first. */
    List<LedgerImport> all(Actor actor) {
        return database.sql(COLUMNS + " where " + LedgerScope.VISIBLE + " order by i.uploaded_at desc, i.id limit "
                        + MOST_LISTED)
                .params(LedgerScope.of(actor))
                .query((row, _) -> ledger(row))
                .list();
    }

    /** Those that were begun and are not over. */
    List<UUID> running() {
        return database.sql("select id from ledger.import where state = 'RUNNING' order by uploaded_at")
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    void map(UUID id, Columns columns) {
        database.sql("update ledger.import set fields = :fields where id = :id and state = 'STAGED'")
                .param("id", id)
                .param("fields", columns.fields().toArray(String[]::new))
                .update();
    }

    void count(UUID id, int rows) {
        database.sql("update ledger.import set row_count = :rows where id = :id")
                .param("id", id)
                .param("rows", rows)
                .update();
    }

    void enter(LedgerImport.State state, UUID id) {
        database.sql("update ledger.import set state = :state where id = :id")
                .param("id", id)
                .param("state", state.name())
                .update();
    }

    void advance(UUID id, int lastRow, int filed, int known, int faulty) {
        database.sql("""
                update ledger.import
                set last_row = :lastRow, filed = filed + :filed, known = known + :known, faulty = faulty + :faulty,
                    done_rows = done_rows + :filed + :known + :faulty
                where id = :id
                """)
                .param("id", id)
                .param("lastRow", lastRow)
                .param("filed", filed)
                .param("known", known)
                .param("faulty", faulty)
                .update();
    }

    void remove(UUID id) {
        database.sql("delete from ledger.import where id = :id and state = 'STAGED'")
                .param("id", id)
                .update();
    }

    /** What people say must not lie about in drafts that nobody came back to. */
    int removeDraftsBefore(Instant time) {
        return database.sql("delete from ledger.import where state = 'STAGED' and uploaded_at < :time")
                .param("time", Timestamp.from(time))
                .update();
    }

    private static LedgerImport ledger(ResultSet row) throws SQLException {
        var uploadedBy = row.getLong("uploaded_by");
        return new LedgerImport(
                row.getObject("id", UUID.class),
                new UnitId(row.getLong("unit")),
                uploadedBy == 0 ? Optional.empty() : Optional.of(new PersonId(uploadedBy)),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getString("file_name"),
                row.getString("description"),
                Columns.of(texts(row, "header"), texts(row, "fields")),
                LedgerImport.State.valueOf(row.getString("state")),
                row.getInt("row_count"),
                row.getInt("last_row"),
                row.getInt("filed"),
                row.getInt("known"),
                row.getInt("faulty"));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
