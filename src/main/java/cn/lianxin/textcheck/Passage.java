package cn.lianxin.textcheck;

import cn.lianxin.platform.text.NormalText;
import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a text in the form in which it is looked at: {@link #normal} folded as texts are compared, {@link #tight} also without
 * the blanks and ornaments that somebody may have put between characters; and where its words begin.
 */
final class Passage {

    /** A word as it was cut out of {@link #tight}. */
    record Token(String word, int from, int to, String nature) {}

    private static final String ORNAMENTS = " \u3000\t*-_·.|/+~#^=@&$•●○■□★☆◆◇※×";
    private static final int LONGEST_CUT = 2_000;

    final String part;
    final String raw;
    final String normal;
    final String tight;
    private final NormalText folded;
    private final int[] origins;
    private @Nullable List<Token> tokens;

    Passage(String part, String raw) {
        this.part = part;
        this.raw = raw;
        this.folded = NormalText.of(raw);
        this.normal = folded.normal();
        var kept = new StringBuilder(normal.length());
        this.origins = new int[normal.length()];
        for (var at = 0; at < normal.length(); at++) {
            if (ORNAMENTS.indexOf(normal.charAt(at)) < 0) {
                origins[kept.length()] = at;
                kept.append(normal.charAt(at));
            }
        }
        this.tight = kept.toString();
    }

    /** At a place of {@link #tight}. */
    Finding tightly(Flaw flaw, Level level, int from, int to, String advice) {
        return normally(flaw, level, origins[from], origins[to - 1] + 1, advice);
    }

    /** At a place of {@link #normal}. */
    Finding normally(Flaw flaw, Level level, int from, int to, String advice) {
        return rawly(flaw, level, folded.begin(from), folded.end(to), advice);
    }

    Finding rawly(Flaw flaw, Level level, int from, int to, String advice) {
        return new Finding(flaw, level, part, from, to, raw.substring(from, to), advice);
    }

    /** Whether words of the text begin and end there: 炸药厂 is none in 炸药厂房. */
    boolean isOfWholeWords(int from, int to) {
        return tokens().stream()
                .noneMatch(token -> token.from < from && token.to > from || token.from < to && token.to > to);
    }

    List<Token> tokens() {
        var found = tokens;
        if (found == null) {
            found = cut();
            tokens = found;
        }
        return found;
    }

    private List<Token> cut() {
        var found = new ArrayList<Token>();
        for (var begin = 0; begin < tight.length(); ) {
            var end = sentenceEnd(begin);
            var at = begin;
            for (var term : Words.SEGMENT.seg(tight.substring(begin, end))) {
                found.add(new Token(term.word, at, at + term.word.length(), String.valueOf(term.nature)));
                at += term.word.length();
            }
            begin = end;
        }
        return List.copyOf(found);
    }

    private int sentenceEnd(int begin) {
        for (var at = begin; at < Math.min(tight.length(), begin + LONGEST_CUT); at++) {
            if ("。!?;\n".indexOf(tight.charAt(at)) >= 0) {
                return at + 1;
            }
        }
        return Math.min(tight.length(), begin + LONGEST_CUT);
    }

    /** Loaded when the first text is cut. */
    private static final class Words {
        static final Segment SEGMENT = HanLP.newSegment().enableNameRecognize(true);
    }
}
