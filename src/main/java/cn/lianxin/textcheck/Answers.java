package cn.lianxin.textcheck;

import cn.lianxin.platform.text.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.TreeMap;

/** What somebody says to each thing that was found: why it is right. */
public final class Answers {

    public static final Answers NONE = new Answers(Map.of());

    private final Map<String, String> reasons;

    private Answers(Map<String, String> reasons) {
        this.reasons = Map.copyOf(reasons);
    }

    /** As they were typed into the fields that {@link Finding#field} names. */
    public static Answers of(HttpServletRequest request) {
        var reasons = new TreeMap<String, String>();
        request.getParameterMap().forEach((field, values) -> {
            if (field.startsWith(Finding.ANSWER)) {
                reasons.put(field, PlainText.line(values[0]));
            }
        });
        return new Answers(reasons);
    }

    /** Blank where nothing was said. */
    public String to(Finding finding) {
        return reasons.getOrDefault(finding.field(), "");
    }

    /** All of them in a row. */
    public String joined() {
        return String.join("；", reasons.values());
    }
}
