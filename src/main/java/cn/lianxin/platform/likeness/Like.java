package cn.lianxin.platform.likeness;

/**
 * A text that is like the one asked about.
 *
 * @param score compares the answers to one question; it means nothing beside those to another
 */
public record Like(long id, double score) {}
