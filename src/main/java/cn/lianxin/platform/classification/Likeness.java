package cn.lianxin.platform.classification;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** In what two short texts are alike and in what they differ. */
record Likeness(double[] measures, Set<String> shared, Set<String> unshared) {

    static final int MEASURES = 16;

    private static final int MOST_CHARACTERS = 300;
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|[一二三四五六七八九十百千万]+(?=[个元块年月天日号次层岁])");
    private static final Pattern NO = Pattern.compile("不|没|无法|无|别|未|非|禁止|拒");
    private static final Pattern CODE = Pattern.compile("[a-z]+");

    static Likeness of(String one, String other, Rarity rarity) {
        var left = plain(one);
        var right = plain(other);
        var singles = Overlap.of(pieces(left, 1), pieces(right, 1), rarity);
        var pairs = Overlap.of(pieces(left, 2), pieces(right, 2), rarity);
        var triples = Overlap.of(pieces(left, 3), pieces(right, 3), rarity);
        int longer = Math.max(Math.max(left.length(), right.length()), 1);
        int shorter = Math.max(Math.min(left.length(), right.length()), 1);
        double common = Alignment.longestCommon(left, right);
        var measures = new double[] {
            singles.evenShare(),
            pairs.evenShare(),
            triples.evenShare(),
            singles.weighedShare(),
            pairs.weighedShare(),
            pairs.coveredLeast(),
            singles.coveredLeast(),
            1 - Alignment.distance(left, right) / (double) longer,
            common / longer,
            common / shorter,
            shorter / (double) longer,
            found(NUMBER, left).equals(found(NUMBER, right)) ? 0 : 1,
            count(NO, left) % 2 == count(NO, right) % 2 ? 0 : 1,
            Wordings.question(left).equals(Wordings.question(right)) ? 1 : 0,
            found(CODE, left).equals(found(CODE, right)) ? 0 : 1,
            left.equals(right) ? 1 : 0
        };
        var shared = new HashSet<>(pieces(left, 2));
        shared.retainAll(pieces(right, 2));
        var unshared = new HashSet<>(pieces(left, 2));
        unshared.addAll(pieces(right, 2));
        unshared.removeAll(shared);
        var lone = new HashSet<>(pieces(left, 1));
        lone.addAll(pieces(right, 1));
        lone.removeIf(piece -> left.contains(piece) && right.contains(piece));
        unshared.addAll(lone);
        return new Likeness(measures, shared, unshared);
    }

    /** For when nobody judged enough pairs: overlap and order, and what turns the meaning over. */
    double plain() {
        double alike = 0.4 * measures[4] + 0.25 * measures[3] + 0.2 * measures[8] + 0.15 * measures[7];
        double turned = (measures[11] > 0 ? 0.7 : 1) * (measures[12] > 0 ? 0.7 : 1) * (measures[13] > 0 ? 1 : 0.5);
        return alike * turned * (measures[14] > 0 ? 0.8 : 1);
    }

    static String plain(String text) {
        return Wordings.one(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
    }

    static Set<String> pieces(String text, int length) {
        var pieces = new LinkedHashSet<String>();
        for (int at = 0; at + length <= text.length(); at++) {
            pieces.add(text.substring(at, at + length));
        }
        return pieces;
    }

    private static Set<String> found(Pattern pattern, String text) {
        var found = new TreeSet<String>();
        pattern.matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }
}
