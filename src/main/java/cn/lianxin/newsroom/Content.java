package cn.lianxin.newsroom;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.text.PlainText;
import cn.lianxin.reprint.Reprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * All that a reader reads of an article; what is passed is exactly this.
 *
 * @param byline who wrote it and who took the pictures, as it is printed
 * @param unitName where they worked when they wrote it
 * @param text in the few marks of {@link Block} and {@link Span}
 * @param reprint where it was printed first
 */
public record Content(
        String title, String byline, String unitName, String text, Reprint reprint, List<Picture> pictures) {

    static final int LONGEST_TITLE = 80;
    static final int LONGEST_LINE = 60;
    static final int LONGEST_TEXT = 30_000;
    static final int LONGEST_ALTERNATIVE = 200;
    static final int MOST_PICTURES = 20;
    private static final String BETWEEN = "\u001F";

    /** @param alternativeText what whoever does not see it is told */
    public record Picture(UUID attachment, String sha256, String alternativeText, String caption) {
        public Picture {
            alternativeText = PlainText.line(alternativeText);
            caption = PlainText.line(caption);
        }
    }

    public Content {
        title = PlainText.line(title);
        byline = PlainText.line(byline);
        unitName = PlainText.line(unitName);
        text = PlainText.block(text);
        pictures = List.copyOf(pictures);
    }

    /** Refuses {@code news-title}, {@code news-byline}, {@code news-text}, {@code news-link}, {@code news-pictures} and {@code news-alternative}, and as {@link Reprint} does. */
    Content mustSuit(ArticleKind kind) {
        within(title, 1, LONGEST_TITLE, "title", "news-title");
        within(byline, 1, LONGEST_LINE, "byline", "news-byline");
        reprint.mustBeComplete();
        within(text, kind == ArticleKind.PICTURES ? 0 : 1, LONGEST_TEXT, "text", "news-text");
        Span.astray(text).ifPresent(mark -> {
            throw new Refusal.Violation("text", "news-link", mark);
        });
        if (pictures.size() > MOST_PICTURES || kind == ArticleKind.PICTURES && pictures.isEmpty()) {
            throw new Refusal.Violation("files", "news-pictures", MOST_PICTURES);
        }
        for (var place = 0; place < pictures.size(); place++) {
            within(
                    pictures.get(place).alternativeText(),
                    1,
                    LONGEST_ALTERNATIVE,
                    "alternative-" + (place + 1),
                    "news-alternative",
                    place + 1);
            within(pictures.get(place).caption(), 0, LONGEST_ALTERNATIVE, "caption-" + (place + 1), "news-caption");
        }
        return this;
    }

    private static void within(String text, int least, int most, String field, String code, Object... more) {
        var length = PlainText.lengthOf(text);
        if (length < least || length > most) {
            throw new Refusal.Violation(field, code, more.length == 0 ? new Object[] {most} : more);
        }
    }

    /** Computed in the same way by the database, which compares. */
    String digest() {
        var whole = new StringBuilder(String.join(BETWEEN, title, byline, unitName, text, reprint.source()));
        for (var picture : pictures) {
            whole.append(BETWEEN)
                    .append(String.join(BETWEEN, picture.sha256(), picture.alternativeText(), picture.caption()));
        }
        reprint.parts().forEach(part -> whole.append(BETWEEN).append(part));
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(whole.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
