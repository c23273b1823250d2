package cn.lianxin.platform.classification;

import java.util.Set;

/**
 * What two sets of pieces share.
 *
 * @param evenShare of all their pieces
 * @param weighedShare the same, rare pieces telling more
 * @param coveredLeast how much of the one that is covered less the other has
 */
record Overlap(double evenShare, double weighedShare, double coveredLeast) {

    static Overlap of(Set<String> left, Set<String> right, Rarity rarity) {
        double both = 0;
        double bothWeight = 0;
        double leftWeight = 0;
        double rightWeight = 0;
        for (var piece : left) {
            double weight = rarity.of(piece);
            leftWeight += weight;
            if (right.contains(piece)) {
                both++;
                bothWeight += weight;
            }
        }
        for (var piece : right) {
            rightWeight += rarity.of(piece);
        }
        return new Overlap(
                share(both, left.size() + right.size() - both),
                share(bothWeight, leftWeight + rightWeight - bothWeight),
                share(bothWeight, Math.max(leftWeight, rightWeight)));
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
