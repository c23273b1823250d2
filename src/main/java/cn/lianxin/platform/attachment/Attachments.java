package cn.lianxin.platform.attachment;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.virus.VirusScanner;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files in, files out. Who may see a file is decided by the room that attached it, before it asks here. A file that was
 * taken must be {@linkplain #keep kept} by the transaction that attaches it, or it is an orphan and goes within a day.
 */
@Component
public class Attachments {

    private final JdbcClient sql;
    private final VirusScanner scanner;
    private final Clock clock;

    Attachments(JdbcClient sql, VirusScanner scanner, Clock clock) {
        this.sql = sql;
        this.scanner = scanner;
        this.clock = clock;
    }

    /**
     * Takes a file of at most 20 MB under its true type, without the traces a camera leaves. Works for a moment on large
     * photos: call it before the transaction that attaches the file.
     *
     * <p>Refuses with a Violation of the field {@code files}: {@code file-empty}, {@code file-too-large} (never reads
     * further than the limit), {@code file-not-accepted}, {@code file-lies} (the name promises what the content is not),
     * {@code file-broken} (cut off on the way), {@code photo-too-large} (more than 60 megapixels), {@code
     * recording-too-short} (under a second), {@code recording-silent}, {@code recording-too-long} (over half an hour); and as
     * {@link VirusScanner#mustBeClean} does, before anything is decoded.
     *
     * @param claimedName as the sender's device has it; cleaned, and corrected to the true type
     * @param by is deliberately not written down: the file of an anonymous report must not name its sender
     */
    public StoredAttachment take(InputStream content, String claimedName, @SuppressWarnings("unused") Actor by) {
        return take(content, claimedName, false);
    }

    /** As {@link #take}, for what somebody hands in under his name to be printed: of a picture stays whose it is ({@link Credit}). */
    public StoredAttachment takeCredited(
            InputStream content, String claimedName, @SuppressWarnings("unused") Actor by) {
        return take(content, claimedName, true);
    }

    private StoredAttachment take(InputStream content, String claimedName, boolean credited) {
        var name = FileName.of(claimedName);
        var arrived = Intake.read(content, name);
        scanner.mustBeClean(arrived, name.written());
        var intake = Intake.of(arrived, name, credited);
        var id = new AttachmentId(UUID.randomUUID());
        var length = intake.length().map(Duration::toSeconds).map(Duration::ofSeconds);
        sql.sql("""
                        insert into attachment.content
                            (id, name, media_type, kind, size, sha256, bytes, preview, seconds, taken_at)
                        values (:id, :name, :mediaType, :kind, :size, :sha256, :bytes, :preview, :seconds, :takenAt)
                        """)
                .param("id", id.value())
                .param("name", intake.name())
                .param("mediaType", intake.type().mediaType())
                .param("kind", intake.type().kind().name())
                .param("size", intake.bytes().length)
                .param("sha256", sha256(intake.bytes()))
                .param("bytes", intake.bytes())
                .param("preview", intake.preview().orElse(null))
                .param("seconds", length.map(Duration::toSeconds).orElse(null))
                .param("takenAt", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return new StoredAttachment(
                id,
                intake.name(),
                intake.type().mediaType(),
                intake.bytes().length,
                intake.type().kind(),
                length);
    }

    /** The file itself; NotFound if there is none. */
    @Transactional(readOnly = true)
    public Content get(AttachmentId id) {
        return sql.sql("""
                        select id, name, media_type, kind, size, seconds, sha256, bytes, false as small
                        from attachment.content where id = :id
                        """)
                .param("id", id.value())
                .query(Attachments::content)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** A JPEG of at most 480 pixels for a photo that has one, else the file itself; NotFound if there is none. */
    @Transactional(readOnly = true)
    public Content preview(AttachmentId id) {
        return sql.sql("""
                        select id, name, media_type, kind, size, seconds, sha256,
                            coalesce(preview, bytes) as bytes, preview is not null as small
                        from attachment.content where id = :id
                        """)
                .param("id", id.value())
                .query(Attachments::content)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** What is known of these files, in the order in which they were taken; those that do not exist are left out. */
    @Transactional(readOnly = true)
    public List<StoredAttachment> of(Collection<AttachmentId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return sql.sql("""
                        select id, name, media_type, kind, size, seconds
                        from attachment.content
                        where id in (:ids)
                        order by taken_at, id
                        """)
                .param("ids", values(ids))
                .query(StoredAttachment::of)
                .list();
    }

    /** Those of these files that were taken and are attached to nothing yet; what somebody else has kept is not among them. */
    @Transactional(readOnly = true)
    public List<StoredAttachment> waiting(Collection<AttachmentId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return sql.sql("""
                        select id, name, media_type, kind, size, seconds
                        from attachment.content
                        where id in (:ids) and not kept
                        order by taken_at, id
                        """)
                .param("ids", values(ids))
                .query(StoredAttachment::of)
                .list();
    }

    /** Refuses with {@code file-gone} what is not there, or belongs to something already. */
    @Transactional(readOnly = true)
    public void mustWait(Collection<AttachmentId> ids) {
        var distinct = values(ids).stream().distinct().toList();
        if (!distinct.isEmpty()
                && sql.sql("select count(*) from attachment.content where id in (:ids) and not kept")
                                .param("ids", distinct)
                                .query(Integer.class)
                                .single()
                        < distinct.size()) {
            throw new Refusal.Violation("files", "file-gone");
        }
    }

    /** Makes files stay, in the transaction that attaches them. Violation {@code file-gone} if one has gone meanwhile. */
    @Transactional
    public void keep(Collection<AttachmentId> ids) {
        var distinct = values(ids).stream().distinct().toList();
        if (distinct.isEmpty()) {
            return;
        }
        var kept = sql.sql("update attachment.content set kept = true where id in (:ids)")
                .param("ids", distinct)
                .update();
        if (kept < distinct.size()) {
            throw new Refusal.Violation("files", "file-gone");
        }
    }

    /** Deletes files for good, kept or not. */
    @Transactional
    public void discard(Collection<AttachmentId> ids) {
        if (!ids.isEmpty()) {
            sql.sql("delete from attachment.content where id in (:ids)")
                    .param("ids", values(ids))
                    .update();
        }
    }

    /** Deletes files that were taken before then and never kept; returns how many. */
    @Transactional
    public int discardOlderThan(Instant then) {
        return sql.sql("delete from attachment.content where not kept and taken_at < :then")
                .param("then", then.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Content content(ResultSet row, int number) throws SQLException {
        var attachment = StoredAttachment.of(row, number);
        boolean small = row.getBoolean("small");
        var version = HexFormat.of().formatHex(row.getBytes("sha256")) + (small ? "-small" : "");
        return new Content(attachment, small ? "image/jpeg" : attachment.mediaType(), row.getBytes("bytes"), version);
    }

    private static List<UUID> values(Collection<AttachmentId> ids) {
        return ids.stream().map(AttachmentId::value).toList();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
