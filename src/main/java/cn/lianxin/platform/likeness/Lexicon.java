package cn.lianxin.platform.likeness;

import java.util.Arrays;
import java.util.stream.IntStream;

/** In how many of the messages each gram stands, and so what a message is about: half by its heading, half by the whole. */
final class Lexicon {

    private static final float HALF = (float) Math.sqrt(0.5);

    private final GramTable grams = new GramTable(1 << 14);
    private int[] with = new int[1 << 14];
    private int messages;

    Arrived read(Message message) {
        var whole = count(message.whole());
        for (int gram : whole.grams()) {
            with[gram]++;
        }
        messages++;
        return new Arrived(message, count(message.heading()), whole);
    }

    Vector weigh(Arrived message) {
        return part(message.heading, 0).plus(part(message.whole, 1));
    }

    /** How rare the pairs of a normal phrase are on average. */
    double rarity(String phrase) {
        double sum = 0;
        for (int at = 0; at + 1 < phrase.length(); at++) {
            int gram = grams.find(GramTable.pair(phrase.charAt(at), phrase.charAt(at + 1)));
            sum += gram == GramTable.NONE ? 0 : rarity(gram);
        }
        return sum / Math.max(1, phrase.length() - 1);
    }

    private double rarity(int gram) {
        return Math.log((messages + 1.0) / Math.max(1, with[gram]));
    }

    /** Headings and wholes have features of their own: even and odd ones. */
    private Vector part(Arrived.Counted counted, int odd) {
        var features = new int[counted.grams().length];
        var weights = new float[features.length];
        double squares = 0;
        for (int at = 0; at < features.length; at++) {
            features[at] = counted.grams()[at] * 2 + odd;
            weights[at] = (float) ((1 + Math.log(counted.counts()[at])) * rarity(counted.grams()[at]));
            squares += weights[at] * weights[at];
        }
        float scale = squares == 0 ? 0 : HALF / (float) Math.sqrt(squares);
        for (int at = 0; at < weights.length; at++) {
            weights[at] *= scale;
        }
        return new Vector(features, weights);
    }

    private Arrived.Counted count(String text) {
        var own = new GramTable(256);
        var normal = Normal.of(text);
        var counts = new int[normal.length * 2 + 1];
        GramWalk.over(normal, gram -> {
            if ((gram >>> 48) > 1) {
                counts[own.findOrAdd(gram)]++;
            }
        });
        var all = own.grams();
        var numbers = new int[all.length];
        for (int at = 0; at < all.length; at++) {
            numbers[at] = grams.findOrAdd(all[at]);
        }
        if (grams.size() > with.length) {
            with = Arrays.copyOf(with, grams.size() * 3 / 2);
        }
        int[] order = IntStream.range(0, numbers.length)
                .boxed()
                .sorted((one, other) -> Integer.compare(numbers[one], numbers[other]))
                .mapToInt(at -> at)
                .toArray();
        return new Arrived.Counted(
                Arrays.stream(order).map(at -> numbers[at]).toArray(),
                Arrays.stream(order).map(at -> counts[at]).toArray());
    }
}
