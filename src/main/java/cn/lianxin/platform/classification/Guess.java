package cn.lianxin.platform.classification;

/**
 * A label, and how likely it is.
 *
 * @param confidence of a hundred guesses with 0.8, eighty are right
 */
public record Guess(String label, double confidence) {}
