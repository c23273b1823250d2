package cn.lianxin.platform.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a page needs to name and link a file.
 *
 * @param name cleaned, with the extension of its true type
 * @param mediaType its true type, found in the content
 * @param size bytes, after the traces of the camera were removed
 * @param length of a recording, to the second
 */
public record StoredAttachment(
        AttachmentId id, String name, String mediaType, long size, AttachmentKind kind, Optional<Duration> length) {

    /** Browsers play every recording but those of old telephones, which are saved and played elsewhere. */
    public boolean plays() {
        return !mediaType.equals(FileType.AMR.mediaType()) && !mediaType.equals(FileType.THREE_GP_AUDIO.mediaType());
    }

    /** Of a recording, for people; zero where nobody measured. */
    public long seconds() {
        return length.map(Duration::toSeconds).orElse(0L);
    }

    /** 0.1 MB, 12.3 MB: for people. */
    public String megabytes() {
        return String.format(Locale.ROOT, "%.1f MB", Math.max(0.1, size / 1024.0 / 1024.0));
    }

    static StoredAttachment of(ResultSet row, int number) throws SQLException {
        return new StoredAttachment(
                new AttachmentId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                AttachmentKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("seconds", Integer.class)).map(Duration::ofSeconds));
    }
}
