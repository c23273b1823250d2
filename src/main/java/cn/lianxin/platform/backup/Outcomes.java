package cn.lianxin.platform.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How backups by themselves ended, for all nodes. */
final class Outcomes {

    private static final Duration KEPT = Duration.ofDays(400);

    /** @param trouble empty where it was made */
    record Outcome(BackupFailed.Kind kind, Instant begun, Instant ended, String trouble) {}

    private final JdbcClient database;

    Outcomes(JdbcClient database) {
        this.database = database;
    }

    Optional<Outcome> newest(BackupFailed.Kind kind) {
        return newest(kind, "");
    }

    Optional<Outcome> newestMade(BackupFailed.Kind kind) {
        return newest(kind, "and trouble = ''");
    }

    private Optional<Outcome> newest(BackupFailed.Kind kind, String which) {
        return database.sql("""
                select begun_at, ended_at, trouble from backup.outcome where kind = :kind %s
                order by begun_at desc, id desc limit 1
                """.formatted(which))
                .param("kind", kind.name())
                .query((row, _) -> new Outcome(
                        kind,
                        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                        row.getString("trouble")))
                .optional();
    }

    void write(Outcome outcome) {
        database.sql("""
                insert into backup.outcome (kind, begun_at, ended_at, trouble) values (:kind, :begun, :ended, :trouble)
                """)
                .param("kind", outcome.kind().name())
                .param("begun", outcome.begun().atOffset(ZoneOffset.UTC))
                .param("ended", outcome.ended().atOffset(ZoneOffset.UTC))
                .param("trouble", outcome.trouble())
                .update();
        database.sql("delete from backup.outcome where ended_at < :old")
                .param("old", outcome.ended().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
