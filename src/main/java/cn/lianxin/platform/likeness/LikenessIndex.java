package cn.lianxin.platform.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongPredicate;

/**
 * The likest among many texts. The rarest pairs of characters of the question find candidates, and the best of those are
 * compared in full. What is removed is gone at once, from the texts and from every list. Any thread may call.
 */
public final class LikenessIndex {

    private static final int CANDIDATES = 400;
    private static final int ENOUGH_GRAMS = 25;
    /** As many entries of lists as are read in a few milliseconds; below, nothing is left out. */
    private static final int MOST_ENTRIES = 1_500_000;
    /** A character in more texts than this finds no further ones by itself. */
    private static final int FREQUENT = 50_000;

    private final GramTable grams = new GramTable(1024);
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
        return likest(text, most, _ -> true);
    }

    /** @param among which ones are asked about, by their numbers; it is asked often and has to be quick */
    public List<Like> likest(String text, int most, LongPredicate among) {
        var normal = Normal.of(text);
        lock.readLock().lock();
        try {
            var rarity = new Rarity(grams, postings, singles, texts.present());
            var question = Question.of(normal, rarity, texts.meanLength());
            double whole = Math.max(question.score(normal), Double.MIN_NORMAL);
            var likest = new ArrayList<Like>();
            for (int place : candidates(question, rarity, Math.max(CANDIDATES, most), among)) {
                double score = question.score(texts.get(place));
                if (score > 0) {
                    likest.add(new Like(idOf[place], score, Math.min(1, score / whole)));
                }
            }
            likest.sort(Comparator.comparingDouble(Like::score).reversed().thenComparingLong(Like::id));
            return List.copyOf(likest.subList(0, Math.min(most, likest.size())));
        } finally {
            lock.readLock().unlock();
        }
    }

    /** {@link Like#share()} of a text that need not be among these; they say which grams are rare. */
    public double share(String question, String text) {
        lock.readLock().lock();
        try {
            var rarity = new Rarity(grams, postings, singles, texts.present());
            var normal = Normal.of(question);
            var asked = Question.of(normal, rarity, texts.meanLength());
            return Math.min(1, asked.score(Normal.of(text)) / Math.max(asked.score(normal), Double.MIN_NORMAL));
        } finally {
            lock.readLock().unlock();
        }
    }

    private int[] candidates(Question question, Rarity rarity, int most, LongPredicate among) {
        var scores = new float[texts.places()];
        int found = addAll(scores, question, question.rarestFirst(2, rarity));
        if (found == 0) {
            addAll(scores, question, question.rarestFirst(1, rarity));
        }
        return best(scores, question, most, among);
    }

    private int addAll(float[] scores, Question question, long[] rarestFirst) {
        long entries = 0;
        int used = 0;
        for (long one : rarestFirst) {
            int gram = grams.find(one);
            if (gram == GramTable.NONE || postings.count(gram) == 0) {
                continue;
            }
            entries += postings.count(gram);
            if (entries > MOST_ENTRIES && used >= ENOUGH_GRAMS) {
                break;
            }
            addTo(scores, gram, (float) question.worth(one));
            used++;
        }
        return used;
    }

    private void addTo(float[] scores, int gram, float worth) {
        postings.each(gram, place -> scores[place] += worth);
    }

    private int[] best(float[] scores, Question question, int most, LongPredicate among) {
        var byLength = new double[4096];
        var best = new Best(most);
        for (int place = 0; place < scores.length; place++) {
            if (scores[place] > 0 && among.test(idOf[place])) {
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
                postings.add(grams.findOrAdd(gram), place);
            } else if (length == 1 && lastWithSingle[(char) gram] != place + 1) {
                lastWithSingle[(char) gram] = place + 1;
                if (singles[(char) gram]++ < FREQUENT) {
                    postings.add(grams.findOrAdd(gram), place);
                }
            }
        });
    }

    private void takeOut(long id) {
        var place = placeOf.remove(id);
        if (place == null) {
            return;
        }
        var own = new GramTable(1024);
        GramWalk.over(texts.get(place), own::findOrAdd);
        for (long gram : own.grams()) {
            int known = grams.find(gram);
            if (known != GramTable.NONE) {
                postings.remove(known, place);
            }
            if ((gram >>> 48) == 1) {
                singles[(char) gram]--;
            }
        }
        texts.erase(place);
    }
}
