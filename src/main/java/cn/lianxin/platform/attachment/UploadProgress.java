package cn.lianxin.platform.attachment;

/**
 * How far a file has come.
 *
 * @param offset where the next part begins
 * @param size of the whole
 * @param whole it has arrived, was examined and taken; nothing more is expected
 */
public record UploadProgress(long offset, long size, boolean whole) {}
