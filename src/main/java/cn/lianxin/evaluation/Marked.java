package cn.lianxin.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A sentence in which somebody has marked what identifies a person: {@code 找⟦name:王建国⟧要}.
 *
 * @param text without the marks
 */
record Marked(String text, List<Mark> marks) {

    private static final Pattern MARK = Pattern.compile("⟦([a-z]+):([^⟧]+)⟧");

    /** @param to behind its last character */
    record Mark(String kind, int from, int to) {

        boolean meets(int begin, int end) {
            return begin < to && from < end;
        }
    }

    static Marked of(String written) {
        var text = new StringBuilder();
        var marks = new ArrayList<Mark>();
        var mark = MARK.matcher(written);
        var at = 0;
        while (mark.find()) {
            text.append(written, at, mark.start());
            marks.add(new Mark(
                    mark.group(1), text.length(), text.length() + mark.group(2).length()));
            text.append(mark.group(2));
            at = mark.end();
        }
        text.append(written.substring(at));
        if (text.indexOf("⟦") >= 0 || text.indexOf("⟧") >= 0) {
            throw new BadInput("有一处记号没写完整：" + written, "A mark is not whole: " + written);
        }
        return new Marked(text.toString(), marks);
    }
}
