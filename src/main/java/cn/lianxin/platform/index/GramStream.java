package cn.lianxin.platform.index;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The characters of some stretches of text, or the pairs of neighbours in them; between stretches a place is left empty. */
final class GramStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final List<String> stretches;
    private final boolean pairs;
    private int stretch;
    private int at;

    GramStream(List<String> stretches, boolean pairs) {
        this.stretches = stretches;
        this.pairs = pairs;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        increment.setPositionIncrement(1);
        while (stretch < stretches.size()) {
            var text = stretches.get(stretch);
            var next = at < text.length() ? text.offsetByCodePoints(at, 1) : at;
            var isAlone = at == 0 && next == text.length();
            if (at < text.length() && (!pairs || next < text.length() || isAlone)) {
                var end = pairs && next < text.length() ? text.offsetByCodePoints(next, 1) : next;
                term.append(text, at, end);
                if (at == 0 && stretch > 0) {
                    increment.setPositionIncrement(2);
                }
                at = next;
                return true;
            }
            stretch++;
            at = 0;
        }
        return false;
    }

    @Override
    public void reset() {
        stretch = 0;
        at = 0;
    }
}
