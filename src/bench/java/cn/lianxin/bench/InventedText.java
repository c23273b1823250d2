package cn.lianxin.bench;

import java.util.Arrays;
import java.util.Random;

/**
 * Invented Chinese, the same every time: characters as frequent as in real Chinese, words of one and two of them as frequent
 * as words are, and as long as what people write to a complaint office: half above 240 characters, a quarter above 480, one
 * in twenty above 1,300.
 */
final class InventedText {

    /** The most frequent first; after them come those that GB 2312 lists by sound, each a little rarer. */
    private static final String FREQUENT =
            "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运";

    private static final int CHARACTERS = 3_500;
    private static final int WORDS = 40_000;

    private final String[] characters = new String[CHARACTERS];
    private final String[] words = new String[WORDS];
    private final double[] wordsUpTo = new double[WORDS];
    private final double[] charactersUpTo = new double[CHARACTERS];

    InventedText() {
        var random = new Random(20_261_129);
        var known =
                FREQUENT.codePoints().distinct().mapToObj(Character::toString).toList();
        for (var rank = 0; rank < CHARACTERS; rank++) {
            characters[rank] = rank < known.size()
                    ? known.get(rank)
                    : Character.toString(0x4E00 + (rank * 7919) % (0x9FA5 - 0x4E00));
            // A hundred characters are 44 of a hundred in real texts, a thousand are 90.
            charactersUpTo[rank] = (rank == 0 ? 0 : charactersUpTo[rank - 1]) + Math.exp(-rank / 420.0) / (rank + 12);
        }
        for (var rank = 0; rank < WORDS; rank++) {
            var first = characters[drawn(charactersUpTo, random)];
            words[rank] = rank % 4 == 0 && rank < 2_000 ? first : first + characters[drawn(charactersUpTo, random)];
            wordsUpTo[rank] = (rank == 0 ? 0 : wordsUpTo[rank - 1]) + 1.0 / Math.pow(rank + 8, 0.95);
        }
    }

    /** The words of one or of two characters between these ranks of frequency. */
    String word(int from, int until, int length, Random random) {
        while (true) {
            var word = words[from + random.nextInt(until - from)];
            if (word.length() == length) {
                return word;
            }
        }
    }

    String character(int from, int until, Random random) {
        return characters[from + random.nextInt(until - from)];
    }

    String text(long seed) {
        var random = new Random(seed);
        var length = Math.clamp((long) (240 * Math.exp(1.03 * random.nextGaussian())), 8, 4_300);
        var text = new StringBuilder();
        var clause = 0;
        while (text.length() < length) {
            text.append(words[drawn(wordsUpTo, random)]);
            clause++;
            if (clause > 4 && random.nextInt(4) == 0) {
                text.append(random.nextBoolean() ? "，" : "。");
                clause = 0;
            }
        }
        return text.toString();
    }

    private static int drawn(double[] upTo, Random random) {
        var place = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return Math.min(upTo.length - 1, place < 0 ? -place - 1 : place);
    }
}
