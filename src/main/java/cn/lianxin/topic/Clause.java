package cn.lianxin.topic;

import java.util.Map;

/**
 * What stands between two stops, taken apart once.
 *
 * @param said triples of characters, by which it is told whether somebody said this before
 * @param grams pairs and triples, by which it is like others
 * @param things concepts, their themes and numbered places, with what each counts
 * @param written the words for them
 */
record Clause(int[] said, int[] grams, Map<Integer, Double> things, Map<Integer, String> written) {}
