package cn.lianxin.concern;

/**
 * An answer that its worker may judge.
 *
 * @param ordinal first, second … answer to the same concern
 */
public record JudgedAnswer(long concern, int ordinal) {}
