package cn.lianxin.platform.emergency;

import cn.lianxin.platform.text.Grams;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Emergency wording, whatever the matter. Made to miss little: what is spoken of as a drill, a course, a rule or long past is let
 * pass, and in doubt it counts. By itself a grade follows the urgent words of the classification, which are fewer; of all
 * others a person decides whether they mean a danger.
 */
public final class Emergencies {

    private static final int LONGEST_TEXT = 20_000;
    private static final Pattern SENTENCE = Pattern.compile("[^。!?;\\n]+");

    /** Of less nobody can say how it is told. */
    private static final int SHORTEST = 4;

    /** How little a sentence may sound like danger and still be noticed. Chosen so that one writer's sentences find nearly all of another's. */
    private static final double ENOUGH = 0.05;

    private Emergencies() {}

    /** The words of the text that speak of an emergency, none where it is calm. */
    public static List<String> signsIn(String text) {
        var normal = Grams.normal(text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
        var sentences = SENTENCE.matcher(Slips.mended(normal))
                .results()
                .map(sentence -> sentence.group().strip())
                .filter(sentence -> !sentence.isEmpty())
                .toList();
        var found = new LinkedHashSet<String>();
        for (var sentence : sentences) {
            found.addAll(signsIn(sentence, enough(sentences.size())));
        }
        return List.copyOf(found);
    }

    private static List<String> signsIn(String sentence, double enough) {
        boolean tells = sentence.length() >= SHORTEST;
        double likelihood = tells ? Learnt.likelihood(sentence) : 0;
        var told = Told.of(sentence);
        var signs = Signs.ALL.stream()
                .filter(sign -> !tells || told.really() || sign.weight() == Weight.INTENT || likelihood >= ENOUGH)
                .flatMap(sign -> sign.in(told))
                .toList();
        return signs.isEmpty() && likelihood >= enough ? Learnt.words(sentence) : signs;
    }

    /** What a sentence must sound like without a sign: of many, one sounds so by chance. */
    private static double enough(int sentences) {
        return 1 - (1 - ENOUGH) / Math.sqrt(sentences);
    }
}
