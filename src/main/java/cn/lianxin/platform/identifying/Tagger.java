package cn.lianxin.platform.identifying;

import java.util.Arrays;

/** Says of each character what it is, by the weights of its signs and of what follows what; of the whole text the likeliest. */
final class Tagger {

    final Numbering numbering;
    final float[] weights;
    final double[] following;

    /**
     * @param weights for each known sign one for each tag
     * @param following for each tag one for each that comes next
     */
    Tagger(Numbering numbering, float[] weights, double[] following) {
        this.numbering = numbering;
        this.weights = weights;
        this.following = following;
    }

    double[][] scores(int[][] signs) {
        var scores = new double[signs.length][Tag.COUNT];
        for (var at = 0; at < signs.length; at++) {
            var here = scores[at];
            for (var sign : signs[at]) {
                var base = sign * Tag.COUNT;
                for (var tag = 0; tag < Tag.COUNT; tag++) {
                    here[tag] += weights[base + tag];
                }
            }
        }
        return scores;
    }

    /** @param readiness how much is added to the score of each tag: the more, the more is marked */
    int[] tags(Signs signs, double[] readiness) {
        var scores = scores(numbering.known(signs));
        var length = scores.length;
        var from = new int[length][Tag.COUNT];
        var best = new double[Tag.COUNT];
        for (var at = 0; at < length; at++) {
            var next = new double[Tag.COUNT];
            for (var tag = 0; tag < Tag.COUNT; tag++) {
                var score = scores[at][tag] + readiness[tag];
                next[tag] = score + (at == 0 ? alone(tag) : reach(best, tag, from[at]));
            }
            best = next;
        }
        return back(from, best);
    }

    private double reach(double[] best, int tag, int[] from) {
        var most = Double.NEGATIVE_INFINITY;
        for (var before : Tag.BEFORE[tag]) {
            var score = best[before] + following[before * Tag.COUNT + tag];
            if (score > most) {
                most = score;
                from[tag] = before;
            }
        }
        return most;
    }

    private static double alone(int tag) {
        return Tag.goesOn(tag) ? Double.NEGATIVE_INFINITY : 0;
    }

    private static int[] back(int[][] from, double[] best) {
        var tags = new int[from.length];
        var tag = 0;
        for (var other = 1; other < best.length; other++) {
            tag = best[other] > best[tag] ? other : tag;
        }
        for (var at = from.length - 1; at >= 0; at--) {
            tags[at] = tag;
            tag = from[at][tag];
        }
        return tags;
    }

    /** How likely each tag is at each character, by all ways through the text; what follows what is added to {@code pairs}. */
    double[][] likelihoods(int[][] signs, double[] pairs) {
        var scores = scores(signs);
        var length = scores.length;
        var steps = new double[following.length];
        for (var step = 0; step < steps.length; step++) {
            steps[step] = StrictMath.exp(following[step]);
        }
        for (var here : scores) {
            var most = Arrays.stream(here).max().orElse(0);
            for (var tag = 0; tag < Tag.COUNT; tag++) {
                here[tag] = StrictMath.exp(here[tag] - most);
            }
        }
        var before = new double[length][Tag.COUNT];
        var behind = new double[length][Tag.COUNT];
        for (var at = 0; at < length; at++) {
            for (var tag = 0; tag < Tag.COUNT; tag++) {
                var sum = at == 0 && !Tag.goesOn(tag) ? 1.0 : 0;
                for (var last : at == 0 ? new int[0] : Tag.BEFORE[tag]) {
                    sum += before[at - 1][last] * steps[last * Tag.COUNT + tag];
                }
                before[at][tag] = sum * scores[at][tag];
            }
            even(before[at]);
        }
        Arrays.fill(behind[length - 1], 1);
        for (var at = length - 2; at >= 0; at--) {
            for (var tag = 0; tag < Tag.COUNT; tag++) {
                var value = scores[at + 1][tag] * behind[at + 1][tag];
                for (var last : Tag.BEFORE[tag]) {
                    behind[at][last] += value * steps[last * Tag.COUNT + tag];
                }
            }
            even(behind[at]);
        }
        for (var at = 1; at < length; at++) {
            addPairs(before[at - 1], scores[at], behind[at], steps, pairs);
        }
        for (var at = 0; at < length; at++) {
            for (var tag = 0; tag < Tag.COUNT; tag++) {
                before[at][tag] *= behind[at][tag];
            }
            even(before[at]);
        }
        return before;
    }

    private static void addPairs(double[] before, double[] scores, double[] behind, double[] steps, double[] pairs) {
        var here = new double[steps.length];
        for (var tag = 0; tag < Tag.COUNT; tag++) {
            for (var last : Tag.BEFORE[tag]) {
                here[last * Tag.COUNT + tag] = before[last] * steps[last * Tag.COUNT + tag] * scores[tag] * behind[tag];
            }
        }
        even(here);
        for (var pair = 0; pair < pairs.length; pair++) {
            pairs[pair] += here[pair];
        }
    }

    private static void even(double[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        for (var at = 0; at < values.length; at++) {
            values[at] /= sum;
        }
    }
}
