package cn.lianxin.platform.classification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much a piece tells, by in how few texts it stands. */
record Rarity(Map<String, Integer> counts, int texts) {

    static Rarity of(List<SameMeaning.Pair> pairs) {
        var counts = new HashMap<String, Integer>();
        for (var pair : pairs) {
            Likeness.pieces(Likeness.plain(pair.one()), 2).forEach(piece -> counts.merge(piece, 1, Integer::sum));
            Likeness.pieces(Likeness.plain(pair.other()), 2).forEach(piece -> counts.merge(piece, 1, Integer::sum));
        }
        return new Rarity(counts, 2 * pairs.size());
    }

    double of(String piece) {
        return 1 + Math.log((1.0 + texts) / (1 + counts.getOrDefault(piece, 0)));
    }
}
