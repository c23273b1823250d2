package cn.lianxin.platform.virus;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was kept out: out of reach of every page, for whoever looks after the installation, and gone after a while. */
@Component
class Quarantine {

    /** One file, without its bytes. */
    record Kept(long id, Instant at, String infection, int size, String sha256) {
        /** Rounded up. */
        int kilobytes() {
            return (size + 1023) / 1024;
        }
    }

    private static final int MOST_ROWS = 200;

    private final JdbcClient sql;
    private final ScannerSettings settings;
    private final Clock clock;

    Quarantine(JdbcClient sql, ScannerSettings settings, Clock clock) {
        this.sql = sql;
        this.settings = settings;
        this.clock = clock;
    }

    /** Stays although what brought it along is refused and rolled back. The same file again is kept once. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void keep(byte[] file, String infection) {
        sql.sql("""
                insert into virus.quarantine (at, infection, size, sha256, bytes)
                values (:at, :infection, :size, :sha256, :bytes)
                on conflict (sha256) do update set at = excluded.at, infection = excluded.infection
                """)
                .param("at", utc(clock.instant()))
                .param("infection", infection)
                .param("size", file.length)
                .param("sha256", HexFormat.of().formatHex(digest(file)))
                .param("bytes", file)
                .update();
    }

    /** The latest first. */
    List<Kept> all() {
        return sql.sql(
                        "select id, at, infection, size, sha256 from virus.quarantine order by at desc, id desc limit :most")
                .param("most", MOST_ROWS)
                .query((row, _) -> new Kept(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("infection"),
                        row.getInt("size"),
                        row.getString("sha256")))
                .list();
    }

    /** @return whether it was still there */
    boolean delete(long id) {
        return sql.sql("delete from virus.quarantine where id = :id")
                        .param("id", id)
                        .update()
                > 0;
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT7M")
    void deleteOld() {
        sql.sql("delete from virus.quarantine where at < :then")
                .param("then", utc(clock.instant().minus(settings.quarantine())))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static byte[] digest(byte[] file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
