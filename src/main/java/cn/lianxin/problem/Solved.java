package cn.lianxin.problem;

/**
 * What those who raised its concerns said, as one figure.
 *
 * @param people who judged, each once: the denominator
 * @param solved of them who said that it is solved
 */
record Solved(int people, int solved) {}
