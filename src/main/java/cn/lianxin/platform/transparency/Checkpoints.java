package cn.lianxin.platform.transparency;

import cn.lianxin.platform.note.SignatureLine;
import cn.lianxin.platform.note.SignedNote;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The store of signed checkpoints and of what witnesses wrote below them. */
@Component
class Checkpoints {

    /** @param note with the signatures of the witnesses */
    record Signed(long size, SignedNote note, Instant at) {}

    private final JdbcClient database;

    Checkpoints(JdbcClient database) {
        this.database = database;
    }

    Optional<Signed> newest() {
        return database.sql("select size, note, made_at from transparency.checkpoint order by size desc limit 1")
                .query((row, _) -> new Signed(
                        row.getLong("size"),
                        SignedNote.parse(row.getString("note")),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .optional()
                .map(this::withWitnesses);
    }

    private Signed withWitnesses(Signed signed) {
        var note = signed.note();
        for (var line : database.sql("select line from transparency.cosignature where size = :size order by witness")
                .param("size", signed.size())
                .query((row, _) -> row.getString("line"))
                .list()) {
            note = note.with(SignatureLine.parse(line));
        }
        return new Signed(signed.size(), note, signed.at());
    }

    void add(long size, SignedNote note, Instant at) {
        database.sql("insert into transparency.checkpoint (size, note, made_at) values (:size, :note, :at)")
                .param("size", size)
                .param("note", note.toString())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What a witness wrote below the checkpoint of this size; the newest of each stays. */
    void cosigned(long size, String witness, SignatureLine line) {
        database.sql("""
                insert into transparency.cosignature (size, witness, line) values (:size, :witness, :line)
                on conflict (size, witness) do update set line = excluded.line
                """)
                .param("size", size)
                .param("witness", witness)
                .param("line", line.toString())
                .update();
    }
}
