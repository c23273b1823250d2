package cn.lianxin.textcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Characters and words that stand there twice by a slip, and not as in 天天 or 研究研究. */
final class Doubled {

    private static final Pattern HINTS_AT_IT = Pattern.compile("(\\p{IsHan})\\1|(\\p{IsHan}{2,4})\\2");
    private static final Pattern POINTS = Pattern.compile("([,。、;:!?])\\1+");
    private static final String NEVER_TWICE = "的地得了是在和与及把被将从向对为以就也都又而或由于其该此这那我他她它们有要会能可已并所之";
    /** Words of one character that stand behind one that ends alike: 晚上上班. */
    private static final String OFTEN_ALONE = "上下的在是会学到过去来中有把人着好大小为对地得里外前后多少出进开日月年家班说看走做用";

    private static final String COUNTING = "一二两三四五六七八九十几";
    /** What is cut out as one word though it is none. */
    private static final Set<String> NO_WORDS = Set.of("的的", "了了", "是是", "在在", "和和", "与与", "及及", "被被", "从从", "将将");

    private Doubled() {}

    static List<Finding> in(Passage passage) {
        var found = new ArrayList<Finding>();
        if (HINTS_AT_IT.matcher(passage.tight).find()) {
            words(passage, found);
        }
        var points = POINTS.matcher(passage.normal);
        while (points.find()) {
            found.add(passage.normally(Flaw.DOUBLED, Level.HINT, points.start(), points.end(), points.group(1)));
        }
        return found;
    }

    private static void words(Passage passage, List<Finding> found) {
        var tokens = passage.tokens();
        tokens.stream()
                .filter(token -> NO_WORDS.contains(token.word()))
                .forEach(token -> found.add(passage.tightly(
                        Flaw.DOUBLED,
                        Level.CONFIRM,
                        token.from(),
                        token.to(),
                        token.word().substring(1))));
        for (var at = 1; at < tokens.size(); at++) {
            var before = tokens.get(at - 1);
            var token = tokens.get(at);
            if (token.word().equals(before.word())) {
                level(token).stream()
                        .forEach(level -> found.add(passage.tightly(
                                Flaw.DOUBLED, level, before.from(), token.to(), original(passage, token))));
            } else if (isTail(before, token)) {
                found.add(passage.tightly(
                        Flaw.DOUBLED, Level.HINT, before.from(), token.to(), original(passage, before)));
            }
        }
    }

    private static List<Level> level(Passage.Token token) {
        var word = token.word();
        if (!Character.isIdeographic(word.codePointAt(0))) {
            return List.of();
        }
        if (word.length() == 1) {
            return NEVER_TWICE.contains(word) ? List.of(Level.CONFIRM) : List.of();
        }
        var counted = COUNTING.indexOf(word.charAt(0)) >= 0;
        var sound = token.nature().startsWith("o")
                || token.nature().startsWith("y")
                || token.nature().startsWith("e");
        return counted || sound || word.chars().distinct().count() == 1 ? List.of() : List.of(Level.HINT);
    }

    private static boolean isTail(Passage.Token before, Passage.Token token) {
        return token.word().length() == 1
                && before.word().length() > 1
                && Character.isIdeographic(token.word().codePointAt(0))
                && before.word().endsWith(token.word())
                && before.word().chars().distinct().count() > 1
                && COUNTING.indexOf(before.word().charAt(0)) < 0
                && !OFTEN_ALONE.contains(token.word());
    }

    private static String original(Passage passage, Passage.Token token) {
        return passage.tightly(Flaw.DOUBLED, Level.HINT, token.from(), token.to(), "")
                .words();
    }
}
