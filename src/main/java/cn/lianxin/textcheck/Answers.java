package cn.lianxin.textcheck;

import cn.lianxin.platform.text.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.TreeMap;

/** What somebody says to each thing that was found: why it is right. */
public final class Answers {

    public static final Answers NONE = new Answers(Map.of(), "");

    private final Map<String, String> reasons;
    private final String otherwise;

    private Answers(Map<String, String> reasons, String otherwise) {
        this.reasons = Map.copyOf(reasons);
        this.otherwise = otherwise;
    }

    /** The same to everything, by whoever hands in what he did not write; an editor answers all the same. */
    public static Answers toAll(String reason) {
        return new Answers(Map.of(), PlainText.line(reason));
    }

    /** As they were typed into the fields that {@link Finding#field} names. */
    public static Answers of(HttpServletRequest request) {
        var reasons = new TreeMap<String, String>();
        request.getParameterMap().forEach((field, values) -> {
            if (field.startsWith(Finding.ANSWER)) {
                reasons.put(field, PlainText.line(values[0]));
            }
        });
        return new Answers(reasons, "");
    }

    /** Blank where nothing was said. */
    public String to(Finding finding) {
        return reasons.getOrDefault(finding.field(), otherwise);
    }

    /** All of them in a row. */
    public String joined() {
        return String.join("；", reasons.values());
    }
}
