package cn.lianxin.platform.attachment;

import java.util.Arrays;
import java.util.Optional;

/**
 * A file on its way in parts.
 *
 * @param name as it was announced, cleaned
 * @param sha256 of the whole, as announced
 * @param received so many bytes from its beginning have arrived
 * @param attachment what became of it once it was whole
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by announces alone.
record Partial(String digest, String name, long size, byte[] sha256, long received, Optional<AttachmentId> attachment) {

    boolean announces(long otherSize, byte[] otherSha256) {
        return size == otherSize && Arrays.equals(sha256, otherSha256);
    }

    boolean waitsToBeTaken() {
        return received == size && attachment.isEmpty();
    }

    UploadProgress progress() {
        return new UploadProgress(received, size, attachment.isPresent());
    }
}
