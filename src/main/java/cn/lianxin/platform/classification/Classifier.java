package cn.lianxin.platform.classification;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sorts texts as people sorted others. Learnt once and never changed after, so any number of threads may ask at once;
 * it keeps weights and no text.
 */
public final class Classifier {

    /** Keeps one classifier within sixty-four megabytes, however many labels there are. */
    private static final int MOST_WEIGHTS = 8_000_000;

    private final List<String> labels;
    private final double[] shares;
    private final Vocabulary vocabulary;
    private final float[][] pairs;
    private final float[][] triples;
    private final double[] bias;

    private Classifier(List<String> labels, double[] shares, Lines lines, Calibration calibration) {
        this.labels = labels;
        this.shares = shares;
        this.vocabulary = lines.vocabulary();
        this.pairs = new float[labels.size()][];
        this.triples = new float[labels.size()][];
        this.bias = new double[labels.size()];
        for (int label = 0; label < labels.size(); label++) {
            var factors = calibration.factors();
            pairs[label] = sum(lines.line(0, label), factors[0], null, 0);
            triples[label] = sum(lines.line(1, label), factors[1], lines.line(2, label), factors[2]);
            for (int line = 0; line < Lines.COUNT; line++) {
                bias[label] += lines.line(line, label).bias() * factors[line];
            }
        }
    }

    /** As thoroughly as it can. */
    public static Classifier learn(List<Sample> samples) {
        return learn(samples, MOST_WEIGHTS);
    }

    /**
     * Works in the pool of whoever calls.
     *
     * @param mostWeights of eight bytes; what is left out are the rarest pieces
     */
    public static Classifier learn(List<Sample> samples, int mostWeights) {
        var labels =
                List.copyOf(new TreeSet<>(samples.stream().map(Sample::label).toList()));
        var texts = samples.stream()
                .map(sample -> Pieces.of(sample.title(), sample.text()))
                .toList();
        var kinds = samples.stream()
                .mapToInt(sample -> Collections.binarySearch(labels, sample.label()))
                .toArray();
        var shares = new double[labels.size()];
        for (int kind : kinds) {
            shares[kind] += 1.0 / kinds.length;
        }
        int most = mostWeights / labels.size();
        var calibration = Calibration.of(texts, kinds, labels.size(), most);
        return new Classifier(labels, shares, Lines.through(texts, kinds, labels.size(), most), calibration);
    }

    /** The likeliest labels, likeliest first. Of a text without a known piece it says what is most frequent. */
    public List<Guess> guess(String title, String text, int most) {
        var likely = likelihoods(Pieces.of(title, text));
        var order = IntStream.range(0, likely.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer label) -> likely[label])
                        .reversed())
                .limit(most)
                .toList();
        return order.stream()
                .map(label -> new Guess(labels.get(label), likely[label]))
                .toList();
    }

    /** The words of this text that speak for a label, strongest first; dearer than a guess. */
    public List<String> because(String label, String title, String text) {
        int chosen = labels.indexOf(label);
        if (chosen < 0) {
            throw new IllegalArgumentException(label);
        }
        return Telling.words(Pieces.whole(title, text), vocabulary, place -> {
            double all = 0;
            for (int one = 0; one < triples.length; one++) {
                all += triples[one][place] + pairs[one][place];
            }
            return triples[chosen][place] + pairs[chosen][place] - all / triples.length;
        });
    }

    private double[] likelihoods(long[] text) {
        var twos = vocabulary.vector(text, 2);
        var threes = vocabulary.vector(text, Pieces.LONGEST);
        if (threes.size() == 0) {
            return shares.clone();
        }
        var sums = bias.clone();
        for (int label = 0; label < sums.length; label++) {
            sums[label] += twos.times(pairs[label]) + threes.times(triples[label]);
        }
        return Calibration.shares(sums);
    }

    private static float[] sum(Line one, double factor, @Nullable Line other, double otherFactor) {
        var sum = new float[one.weights().length];
        for (int at = 0; at < sum.length; at++) {
            sum[at] = (float) (one.weights()[at] * factor + (other == null ? 0 : other.weights()[at] * otherFactor));
        }
        return sum;
    }
}
