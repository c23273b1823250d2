package cn.lianxin.promise;

import cn.lianxin.platform.text.Grams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Emergency wording, whatever the matter. Made to miss nothing: what is spoken of as a drill, a course or long past is
 * let pass, and in doubt it counts. By itself a grade follows the urgent words of the classification, which are fewer ({@link Matter}); of
 * all others a person decides whether they mean a danger.
 */
public final class Emergencies {

    /** {@code stands}: pay, papers and years beside it do not make it harmless. */
    private record Sign(Pattern words, boolean stands) {}

    private static final int LONGEST_TEXT = 20_000;
    private static final List<Sign> SIGNS = signs();
    private static final Pattern SENTENCE = Pattern.compile("[^。！？!?；;\\n]+");

    private static final Pattern DENIED =
            Pattern.compile("(没有|没|从未|未|并无|绝无|无|不会|防止|预防|杜绝|严禁|避免|防)(发生|发现|出现|人|任何|一起|过|听说)?$");

    /** What is taught, practised, printed or shown. */
    private static final Pattern REHEARSED =
            Pattern.compile("演练|演习|培训|讲座|宣传|预案|竞赛|比武|考试|案例|警示|反思|影片|电影|电视|手册|条例|论文|课题|题库|报名|规程|征求意见|公园|爆炸性|自杀式|献血|验收");

    /** What is settled on paper or lies years back. */
    private static final Pattern SETTLED = Pattern.compile(
            "去年|前年|当年|以前|曾经|年前|那次|(19|20)\\d\\d年|津贴|补贴|补助|奖|荣誉|先进|认定|复审|年审|年检|证书|检查证|登记|编码|申请|处罚|处分|怎么算|招人|招几|招工|慰问|表扬|点赞|感谢|祝");

    private static final Pattern NOW = Pattern.compile("正在|现在|刚才|刚刚|快来|快救|马上|这会儿|眼下|今天|今晚|还在");

    private Emergencies() {}

    /** The words of the text that speak of an emergency, none where it is calm. */
    public static List<String> signsIn(String text) {
        var found = new LinkedHashSet<String>();
        var sentence = SENTENCE.matcher(Grams.normal(text.substring(0, Math.min(text.length(), LONGEST_TEXT))));
        while (sentence.find()) {
            for (var sign : SIGNS) {
                var match = sign.words.matcher(sentence.group());
                while (match.find()) {
                    if (isMeant(sentence.group(), match, sign.stands)) {
                        found.add(match.group());
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private static boolean isMeant(String sentence, Matcher match, boolean stands) {
        var clause = clauseAround(sentence, match);
        if (NOW.matcher(clause).find()) {
            return true;
        }
        return !DENIED.matcher(sentence.substring(0, match.start())).find()
                && !REHEARSED.matcher(clause).find()
                && (stands || !SETTLED.matcher(clause).find());
    }

    private static String clauseAround(String sentence, Matcher match) {
        int from = Math.max(sentence.lastIndexOf('，', match.start()), sentence.lastIndexOf(',', match.start())) + 1;
        int to = match.end();
        while (to < sentence.length() && sentence.charAt(to) != '，' && sentence.charAt(to) != ',') {
            to++;
        }
        return sentence.substring(from, to);
    }

    private static List<Sign> signs() {
        try (var file = Objects.requireNonNull(Emergencies.class.getResourceAsStream("emergencies.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.startsWith("!")
                            ? new Sign(Pattern.compile(line.substring(1)), true)
                            : new Sign(Pattern.compile(line), false))
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
