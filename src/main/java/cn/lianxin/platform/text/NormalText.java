package cn.lianxin.platform.text;

import java.util.Arrays;

/** The normal form of a text, which remembers of which character of the text each of its own was made. */
public final class NormalText {

    private final String text;
    private final String normal;
    private final int[] origins;

    private NormalText(String text, String normal, int[] origins) {
        this.text = text;
        this.normal = normal;
        this.origins = origins;
    }

    public static NormalText of(String text) {
        var normal = new StringBuilder(text.length());
        var origins = new int[text.length() + 1];
        for (var at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            var from = normal.length();
            Grams.appendNormal(text.codePointAt(at), normal);
            if (normal.length() >= origins.length) {
                origins = Arrays.copyOf(origins, 2 * normal.length() + 1);
            }
            Arrays.fill(origins, from, normal.length(), at);
        }
        origins[normal.length()] = text.length();
        return new NormalText(text, normal.toString(), Arrays.copyOf(origins, normal.length() + 1));
    }

    public String normal() {
        return normal;
    }

    /** Where in the text the character lies of which this one was made. */
    public int begin(int at) {
        return origins[at];
    }

    /** Behind the character of the text of which the one before this was made. */
    public int end(int at) {
        return at == 0 ? 0 : text.offsetByCodePoints(origins[at - 1], 1);
    }
}
