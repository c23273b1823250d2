package cn.lianxin.platform.likeness;

/**
 * A text that is like the one asked about.
 *
 * @param score compares the answers to one question; it means nothing beside those to another
 * @param share how much of what the question says is said there: 1 for the question itself, near 0 for another matter
 */
public record Like(long id, double score, double share) {}
