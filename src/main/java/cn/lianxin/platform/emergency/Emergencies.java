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

    private Emergencies() {}

    /** The words of the text that speak of an emergency, none where it is calm. */
    public static List<String> signsIn(String text) {
        var found = new LinkedHashSet<String>();
        var normal = Grams.normal(text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
        var sentence = SENTENCE.matcher(Slips.mended(normal));
        while (sentence.find()) {
            var told = Told.of(sentence.group());
            for (var sign : Signs.ALL) {
                sign.in(told).forEach(found::add);
            }
        }
        return List.copyOf(found);
    }
}
