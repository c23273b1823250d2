package cn.lianxin.platform.identifying;

import java.util.List;

/**
 * Learns weights from sentences in which somebody has marked what identifies: a conditional random field, taught sentence by
 * sentence; each weight moves the less the more often it has moved. The same sentences in the same order give the same weights.
 */
final class Teaching {

    /** A sentence, and what each of its characters is. */
    record Example(Signs signs, int[] tags) {}

    private static final int ROUNDS = 5;
    private static final double PACE = 0.5;
    private static final double PULL = 0.0005;

    /** What is as good as right moves nothing. */
    private static final double SLIGHT = 0.005;

    /** The sentences are gone through in strides, another one each time. */
    private static final int[] STRIDES = {7907, 7919, 7927, 7933, 7937};

    private final Tagger tagger;
    private final float[] moved;
    private final double[] movedFollowing;

    private Teaching(Tagger tagger) {
        this.tagger = tagger;
        moved = new float[tagger.weights.length];
        movedFollowing = new double[tagger.following.length];
    }

    static Tagger learn(List<Example> examples) {
        var numbering = Numbering.of(examples.stream().map(Example::signs).toList(), 1);
        var tagger = new Tagger(numbering, new float[numbering.size() * Tag.COUNT], new double[Tag.COUNT * Tag.COUNT]);
        var teaching = new Teaching(tagger);
        var count = examples.size();
        for (var round = 0; round < ROUNDS; round++) {
            for (var turn = 0; turn < count; turn++) {
                var example = examples.get((int) ((long) turn * STRIDES[round] % count));
                if (example.tags().length > 0) {
                    teaching.teach(numbering.known(example.signs()), example.tags());
                }
            }
        }
        return tagger;
    }

    private void teach(int[][] signs, int[] tags) {
        var pairs = new double[tagger.following.length];
        var likely = tagger.likelihoods(signs, pairs);
        for (var at = 0; at < signs.length; at++) {
            likely[at][tags[at]] -= 1;
            for (var tag = 0; tag < Tag.COUNT; tag++) {
                if (Math.abs(likely[at][tag]) > SLIGHT) {
                    move(signs[at], tag, likely[at][tag]);
                }
            }
            if (at > 0) {
                pairs[tags[at - 1] * Tag.COUNT + tags[at]] -= 1;
            }
        }
        for (var pair = 0; pair < pairs.length; pair++) {
            var slope = pairs[pair] + PULL * tagger.following[pair];
            movedFollowing[pair] += slope * slope;
            tagger.following[pair] -= PACE * slope / Math.sqrt(movedFollowing[pair] + 1);
        }
    }

    private void move(int[] signs, int tag, double slope) {
        var weights = tagger.weights;
        for (var sign : signs) {
            var at = sign * Tag.COUNT + tag;
            var own = slope + PULL * weights[at];
            moved[at] += (float) (own * own);
            weights[at] -= (float) (PACE * own / Math.sqrt(moved[at] + 1));
        }
    }
}
