package cn.lianxin.platform.identifying;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A sentence to learn from, in which somebody has marked what identifies a person: {@code 找⟦name:王建国⟧要}. */
record Sentence(String text, List<Piece> marks) {

    private static final Pattern MARK = Pattern.compile("⟦([a-z]+):([^⟧]+)⟧");

    static Sentence of(String written) {
        var text = new StringBuilder();
        var marks = new ArrayList<Piece>();
        var mark = MARK.matcher(written);
        var at = 0;
        while (mark.find()) {
            text.append(written, at, mark.start());
            var from = text.length();
            text.append(mark.group(2));
            marks.add(new Piece(
                    Kind.valueOf(mark.group(1).toUpperCase(Locale.ROOT)), from, text.length(), mark.group(2)));
            at = mark.end();
        }
        return new Sentence(text.append(written.substring(at)).toString(), marks);
    }

    Teaching.Example example() {
        var close = Form.folded(text).close();
        return new Teaching.Example(Looks.of(close), tags(close));
    }

    private int[] tags(Form close) {
        var tags = new int[close.text.length()];
        for (var at = 0; at < tags.length; at++) {
            var here = close.begin(at);
            for (var mark : marks) {
                if (here >= mark.from() && here < mark.to()) {
                    var goesOn = at > 0 && close.begin(at - 1) >= mark.from();
                    tags[at] = goesOn ? Tag.further(mark.kind()) : Tag.first(mark.kind());
                }
            }
        }
        return tags;
    }

    /** The same said of somebody else. */
    Sentence with(Others others) {
        var other = new StringBuilder();
        var there = new ArrayList<Piece>();
        var at = 0;
        for (var mark : marks) {
            other.append(text, at, mark.from());
            var from = other.length();
            var words = others.insteadOf(mark);
            other.append(words);
            there.add(new Piece(mark.kind(), from, other.length(), words));
            at = mark.to();
        }
        return new Sentence(other.append(text.substring(at)).toString(), there);
    }
}
