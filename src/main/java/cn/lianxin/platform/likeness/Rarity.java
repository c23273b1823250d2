package cn.lianxin.platform.likeness;

/** How rare grams are among the kept texts. Only pairs are counted in full; a triple is as rare as its pairs on average. */
final class Rarity {

    /** Among fewer, what two texts share would look common because they share it. */
    private static final int FEWEST = 1_000;

    private final GramTable grams;
    private final Postings postings;
    private final int[] singles;
    private final int texts;

    Rarity(GramTable grams, Postings postings, int[] singles, int texts) {
        this.grams = grams;
        this.postings = postings;
        this.singles = singles;
        this.texts = Math.max(FEWEST, texts);
    }

    int count(long gram) {
        if ((gram >>> 48) == 1) {
            return singles[(char) gram];
        }
        int pair = grams.find(gram);
        return pair == GramTable.NONE ? 0 : postings.count(pair);
    }

    double of(long gram) {
        if ((gram >>> 48) != 3) {
            return of(count(gram));
        }
        long first = GramTable.pair((char) (gram >>> 32), (char) (gram >>> 16));
        long second = GramTable.pair((char) (gram >>> 16), (char) gram);
        return (of(first) + of(second)) / 2;
    }

    private double of(int count) {
        return Math.log(1 + (texts - count + 0.5) / (count + 0.5));
    }
}
