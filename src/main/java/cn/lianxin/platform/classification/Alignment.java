package cn.lianxin.platform.classification;

/** How far the order of characters agrees. */
final class Alignment {

    private Alignment() {}

    /** Characters to insert, drop or replace until the one is the other. */
    static int distance(String left, String right) {
        var before = new int[right.length() + 1];
        for (int at = 0; at <= right.length(); at++) {
            before[at] = at;
        }
        for (int row = 1; row <= left.length(); row++) {
            var next = new int[right.length() + 1];
            next[0] = row;
            for (int at = 1; at <= right.length(); at++) {
                int replaced = before[at - 1] + (left.charAt(row - 1) == right.charAt(at - 1) ? 0 : 1);
                next[at] = Math.min(replaced, Math.min(before[at], next[at - 1]) + 1);
            }
            before = next;
        }
        return before[right.length()];
    }

    /** The length of what stands in both in the same order, with gaps. */
    static int longestCommon(String left, String right) {
        var before = new int[right.length() + 1];
        for (int row = 1; row <= left.length(); row++) {
            var next = new int[right.length() + 1];
            for (int at = 1; at <= right.length(); at++) {
                next[at] = left.charAt(row - 1) == right.charAt(at - 1)
                        ? before[at - 1] + 1
                        : Math.max(before[at], next[at - 1]);
            }
            before = next;
        }
        return before[right.length()];
    }
}
