package cn.lianxin.platform.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The likest among many texts. The rarest pairs of characters of the question find candidates, and the best of those are
 * compared in full. What is removed is gone at once, from the texts and from every list. Any thread may call.
 */
public final class LikenessIndex {

    private static final int CANDIDATES = 400;
    private static final int ENOUGH_PAIRS = 25;
    /** As many entries of lists as are read in a few milliseconds; below, nothing is left out. */
    private static final int MOST_ENTRIES = 1_500_000;

    private final GramTable pairs = new GramTable(1024);
    private final Postings postings = new Postings();
    private final int[] singles = new int[1 << 16];
    private final int[] lastWithSingle = new int[1 << 16];
    private final KeptTexts texts = new KeptTexts();
    private final Map<Long, Integer> placeOf = new HashMap<>();
    private long[] idOf = new long[1024];
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** Adds a text, or puts it into the place of the one with the same number. */
    public void add(long id, String text) {
        var normal = Normal.of(text);
        lock.writeLock().lock();
        try {
            takeOut(id);
            int place = texts.add(normal);
            if (place == idOf.length) {
                idOf = Arrays.copyOf(idOf, place * 3 / 2);
            }
            idOf[place] = id;
            placeOf.put(id, place);
            count(normal, place);
        } finally {
            lock.writeLock().unlock();
        }
    }

    public void remove(long id) {
        lock.writeLock().lock();
        try {
            takeOut(id);
        } finally {
            lock.writeLock().unlock();
        }
    }

    public int size() {
        lock.readLock().lock();
        try {
            return texts.present();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The likest first; fewer where nothing else shares as much as one character. */
    public List<Like> likest(String text, int most) {
        var normal = Normal.of(text);
        lock.readLock().lock();
        try {
            var rarity = new Rarity(pairs, postings, singles, texts.present());
            var question = Question.of(normal, rarity, texts.meanLength());
            var likest = new ArrayList<Like>();
            for (int place : candidates(normal, question, rarity, Math.max(CANDIDATES, most))) {
                double score = question.score(texts.get(place));
                if (score > 0) {
                    likest.add(new Like(idOf[place], score));
                }
            }
            likest.sort(Comparator.comparingDouble(Like::score).reversed().thenComparingLong(Like::id));
            return List.copyOf(likest.subList(0, Math.min(most, likest.size())));
        } finally {
            lock.readLock().unlock();
        }
    }

    private int[] candidates(char[] normal, Question question, Rarity rarity, int most) {
        var scores = new float[texts.places()];
        long entries = 0;
        int used = 0;
        for (long pair : question.pairs(rarity)) {
            int gram = pairs.find(pair);
            if (gram == GramTable.NONE || postings.count(gram) == 0) {
                continue;
            }
            entries += postings.count(gram);
            if (entries > MOST_ENTRIES && used >= ENOUGH_PAIRS) {
                break;
            }
            addTo(scores, gram, (float) question.worth(pair));
            used++;
        }
        if (used == 0) {
            bySingles(scores, normal);
        }
        return best(scores, question, most);
    }

    /** A question of single characters is rare; all pairs with one of them stand for it. */
    private void bySingles(float[] scores, char[] normal) {
        var wanted = new boolean[1 << 16];
        for (char character : normal) {
            wanted[character] = character != ' ';
        }
        long entries = 0;
        var grams = pairs.grams();
        for (int gram = 0; gram < grams.length && entries < MOST_ENTRIES; gram++) {
            if (wanted[(char) (grams[gram] >>> 16)] || wanted[(char) grams[gram]]) {
                entries += postings.count(gram);
                addTo(scores, gram, 1);
            }
        }
    }

    private void addTo(float[] scores, int gram, float worth) {
        postings.each(gram, place -> scores[place] += worth);
    }

    private int[] best(float[] scores, Question question, int most) {
        var byLength = new double[4096];
        var best = new Best(most);
        for (int place = 0; place < scores.length; place++) {
            if (scores[place] > 0) {
                int length = Math.min(texts.length(place), byLength.length - 1);
                if (byLength[length] == 0) {
                    byLength[length] = question.byLength(length);
                }
                best.offer(place, scores[place] * byLength[length]);
            }
        }
        return best.places();
    }

    private void count(char[] text, int place) {
        GramWalk.over(text, gram -> {
            int length = (int) (gram >>> 48);
            if (length == 2) {
                postings.add(pairs.findOrAdd(gram), place);
            } else if (length == 1 && lastWithSingle[(char) gram] != place + 1) {
                lastWithSingle[(char) gram] = place + 1;
                singles[(char) gram]++;
            }
        });
    }

    private void takeOut(long id) {
        var place = placeOf.remove(id);
        if (place == null) {
            return;
        }
        var grams = new GramTable(1024);
        GramWalk.over(texts.get(place), grams::findOrAdd);
        for (long gram : grams.grams()) {
            int length = (int) (gram >>> 48);
            if (length == 2) {
                postings.remove(pairs.find(gram), place);
            } else if (length == 1) {
                singles[(char) gram]--;
            }
        }
        texts.erase(place);
    }
}
