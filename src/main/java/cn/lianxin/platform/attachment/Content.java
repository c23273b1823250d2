package cn.lianxin.platform.attachment;

/**
 * A file with its bytes, or the small picture that stands for it.
 *
 * @param mediaType of these bytes, which for a preview is not the file's own
 * @param version changes whenever the bytes would; for caches
 */
@SuppressWarnings("ArrayRecordComponent") // Two contents are never compared, and copying 20 MB helps nobody.
public record Content(StoredAttachment attachment, String mediaType, byte[] bytes, String version) {}
