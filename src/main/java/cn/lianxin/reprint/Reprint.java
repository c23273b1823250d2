package cn.lianxin.reprint;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.text.PlainText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * Where a text was printed first, as it is shown below it; all empty for the enterprise's own.
 *
 * @param source name of a permitted one
 * @param link to it, or empty where it stood on paper
 * @param issue of the paper and its page, or empty where it stands in the net
 * @param editor real name of whoever answers for the reprint
 */
public record Reprint(String source, String author, String title, String link, String issue, String editor) {

    public static final Reprint NONE = new Reprint("", "", "", "", "", "");

    static final int LONGEST = 80;
    static final int LONGEST_LINK = 300;

    public Reprint {
        source = PlainText.line(source);
        author = PlainText.line(author);
        title = PlainText.line(title);
        link = PlainText.line(link);
        issue = PlainText.line(issue);
        editor = PlainText.line(editor);
    }

    public boolean any() {
        return !source.isEmpty();
    }

    /** What the digest of a text is computed over besides its own words. */
    public List<String> parts() {
        return any() ? List.of(author, title, link, issue, editor) : List.of();
    }

    /**
     * Refuses {@code reprint-author}, {@code reprint-title}, {@code reprint-editor}, {@code reprint-where}, {@code reprint-link}.
     */
    public void mustBeComplete() {
        if (!any()) {
            return;
        }
        named(author, "original-author", "reprint-author");
        named(title, "original-title", "reprint-title");
        named(editor, "reprint-editor", "reprint-editor");
        if (link.isEmpty() && issue.isEmpty() || PlainText.lengthOf(issue) > LONGEST) {
            throw new Refusal.Violation("issue", "reprint-where", LONGEST);
        }
        if (!link.isEmpty() && !isLink()) {
            throw new Refusal.Violation("link", "reprint-link", LONGEST_LINK);
        }
    }

    private static void named(String words, String field, String code) {
        var length = PlainText.lengthOf(words);
        if (length == 0 || length > LONGEST) {
            throw new Refusal.Violation(field, code, LONGEST);
        }
    }

    private boolean isLink() {
        try {
            var address = new URI(link);
            return link.length() <= LONGEST_LINK
                    && List.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
