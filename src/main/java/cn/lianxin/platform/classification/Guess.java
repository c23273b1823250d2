package cn.lianxin.platform.classification;

import java.util.List;

/**
 * A label, how likely it is, and the words that speak for it.
 *
 * @param confidence of a hundred guesses with 0.8, eighty are right
 * @param because words of the very text that was asked about, strongest first; never of another one
 */
public record Guess(String label, double confidence, List<String> because) {}
