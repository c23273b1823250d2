package cn.lianxin.platform.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

/**
 * What a page needs to name and link a file.
 *
 * @param name cleaned, with the extension of its true type
 * @param mediaType its true type, found in the content
 * @param size bytes, after the traces of the camera were removed
 */
public record StoredAttachment(AttachmentId id, String name, String mediaType, long size, AttachmentKind kind) {

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
                AttachmentKind.valueOf(row.getString("kind")));
    }
}
