package cn.lianxin.personnel;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.platform.spreadsheet.Row;
import cn.lianxin.platform.spreadsheet.Spreadsheet;
import cn.lianxin.platform.text.PlainText;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Uploaded rows, kept for a day so that what was previewed is what is imported. Each belongs to who uploaded it. */
@Component
class StagedImports {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int ROWS_AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    StagedImports(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    UUID add(
            ImportSubject subject,
            Optional<RosterScope> scope,
            String fileName,
            Spreadsheet ledger,
            PersonId by,
            Instant at) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into personnel.staged_import
                            (id, subject, unit, day, file_name, uploaded_by, uploaded_at, header)
                        values (:id, :subject, :unit, :day, :fileName, :by, :at, :header)
                        """)
                .param("id", id)
                .param("subject", subject.name())
                .param("unit", scope.map(one -> one.unit().value()).orElse(null), Types.BIGINT)
                .param("day", scope.map(RosterScope::day).orElse(null), Types.DATE)
                .param("fileName", PlainText.line(fileName))
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .param("header", cleaned(ledger.header()))
                .update();
        var pending = new ArrayList<Row>();
        ledger.rows().forEach(row -> {
            pending.add(row);
            if (pending.size() == ROWS_AT_ONCE) {
                insert(id, pending);
            }
        });
        insert(id, pending);
        return id;
    }

    private void insert(UUID id, List<Row> rows) {
        batches.batchUpdate(
                "insert into personnel.staged_row (import, number, cells) values (?, ?, ?)",
                rows,
                ROWS_AT_ONCE,
                (statement, row) -> {
                    statement.setObject(1, id);
                    statement.setInt(2, row.number());
                    statement.setArray(3, statement.getConnection().createArrayOf("text", cleaned(row.cells())));
                });
        rows.clear();
    }

    private static String[] cleaned(List<String> cells) {
        return cells.stream().map(PlainText::line).toArray(String[]::new);
    }

    Optional<StagedImport> find(UUID id, PersonId by) {
        return find(id, by, "");
    }

    /** Makes a second import of the same rows wait for the first. */
    StagedImport lock(UUID id, PersonId by) {
        return find(id, by, " for update").orElseThrow(Refusal.NotFound::new);
    }

    private Optional<StagedImport> find(UUID id, PersonId by, String lock) {
        return jdbc.sql("""
                        select id, subject, unit, day, file_name, header, applied_at is not null as applied, added, changed, unchanged
                        from personnel.staged_import
                        where id = :id and uploaded_by = :by
                        """ + lock)
                .param("id", id)
                .param("by", by.value())
                .query(StagedImports::staged)
                .optional();
    }

    List<Row> rows(UUID id) {
        return jdbc.sql("select number, cells from personnel.staged_row where import = :id order by number")
                .param("id", id)
                .query((row, number) -> new Row(row.getInt("number"), texts(row.getArray("cells"))))
                .list();
    }

    void done(UUID id, StagedImport.Done done, Instant at) {
        jdbc.sql("""
                        update personnel.staged_import
                        set applied_at = :at, added = :added, changed = :changed, unchanged = :unchanged
                        where id = :id
                        """)
                .param("at", Timestamp.from(at))
                .param("added", done.added())
                .param("changed", done.changed())
                .param("unchanged", done.unchanged())
                .param("id", id)
                .update();
        jdbc.sql("delete from personnel.staged_row where import = :id")
                .param("id", id)
                .update();
    }

    int sweep(Instant now) {
        return jdbc.sql("delete from personnel.staged_import where uploaded_at < :before")
                .param("before", Timestamp.from(now.minus(KEPT)))
                .update();
    }

    private static StagedImport staged(ResultSet row, int number) throws SQLException {
        var done = row.getBoolean("applied")
                ? Optional.of(
                        new StagedImport.Done(row.getInt("added"), row.getInt("changed"), row.getInt("unchanged")))
                : Optional.<StagedImport.Done>empty();
        return new StagedImport(
                row.getObject("id", UUID.class),
                ImportSubject.valueOf(row.getString("subject")),
                scope(row.getObject("unit", Long.class), row.getObject("day", LocalDate.class)),
                row.getString("file_name"),
                texts(row.getArray("header")),
                done);
    }

    private static Optional<RosterScope> scope(@Nullable Long unit, @Nullable LocalDate day) {
        return unit == null || day == null ? Optional.empty() : Optional.of(new RosterScope(new UnitId(unit), day));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
