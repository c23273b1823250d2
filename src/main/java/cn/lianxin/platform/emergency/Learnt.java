package cn.lianxin.platform.emergency;

import cn.lianxin.platform.classification.Classifier;
import cn.lianxin.platform.classification.Guess;
import cn.lianxin.platform.classification.Sample;
import java.util.List;

/**
 * How a danger is told, learnt from sentences that the project invented: those who tell of one tell what happens, those who do
 * not ask, count and thank. So roundabout words are noticed, and plain ones in a harmless sentence are not. Learnt once, when first asked.
 */
final class Learnt {

    private static final String DANGER = "1";

    private static final Classifier CLASSIFIER = Classifier.learn(Lines.of("sentences.tsv").stream()
            .skip(1)
            .map(line -> line.split("\t"))
            .map(cells -> new Sample(cells[1], "", cells[0]))
            .toList());

    private Learnt() {}

    /** From 0 to 1. */
    static double likelihood(String sentence) {
        return CLASSIFIER.guess("", sentence, 2).stream()
                .filter(guess -> guess.label().equals(DANGER))
                .mapToDouble(Guess::confidence)
                .sum();
    }

    /** What sounds so in it, strongest first. */
    static List<String> words(String sentence) {
        return CLASSIFIER.because(DANGER, "", sentence);
    }
}
