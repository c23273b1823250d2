package cn.lianxin.platform.classification;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * For each label three lines through the same texts: by pieces up to two characters, by pieces up to three, and by those
 * weighed by how much more often they stand under the label than elsewhere. They err on different texts.
 */
final class Lines {

    static final int COUNT = 3;

    private static final double HIGHEST_COST = 10;
    private static final int PAIRS = 2;

    private final Vocabulary vocabulary;
    private final Line[][] lines;

    private Lines(Vocabulary vocabulary, Line[][] lines) {
        this.vocabulary = vocabulary;
        this.lines = lines;
    }

    /** Those that lie on its own texts. */
    static Lines through(List<long[]> texts, int[] labels, int labelCount, int mostPieces) {
        var vocabulary = Vocabulary.of(texts, mostPieces);
        var pairs = vectors(vocabulary, texts, PAIRS);
        var triples = vectors(vocabulary, texts, Pieces.LONGEST);
        var lines = new Line[COUNT][labelCount];
        IntStream.range(0, labelCount).parallel().forEach(label -> {
            var isOfKind = new boolean[labels.length];
            int many = 0;
            for (int at = 0; at < labels.length; at++) {
                isOfKind[at] = labels[at] == label;
                many += isOfKind[at] ? 1 : 0;
            }
            double rows = labels.length;
            double cost = cost(rows / labelCount, many);
            lines[0][label] = Line.between(pairs, isOfKind, vocabulary.size(), cost, 1);
            lines[1][label] = Line.between(triples, isOfKind, vocabulary.size(), cost, 1);
            lines[2][label] = Emphasis.of(triples, isOfKind, vocabulary.size())
                    .line(triples, isOfKind, cost(rows / 2, many), cost(rows / 2, rows - many));
        });
        return new Lines(vocabulary, lines);
    }

    /** By line and label. */
    double[][] of(long[] text) {
        var pairs = vocabulary.vector(text, PAIRS);
        var triples = vocabulary.vector(text, Pieces.LONGEST);
        var scores = new double[COUNT][];
        for (int line = 0; line < COUNT; line++) {
            var vector = line == 0 ? pairs : triples;
            scores[line] = Arrays.stream(lines[line])
                    .mapToDouble(one -> one.of(vector))
                    .toArray();
        }
        return scores;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Line line(int line, int label) {
        return lines[line][label];
    }

    private static double cost(double evenShare, double many) {
        return Math.min(evenShare / Math.max(many, 1), HIGHEST_COST);
    }

    private static Vector[] vectors(Vocabulary vocabulary, List<long[]> texts, int longest) {
        return texts.stream().map(text -> vocabulary.vector(text, longest)).toArray(Vector[]::new);
    }
}
