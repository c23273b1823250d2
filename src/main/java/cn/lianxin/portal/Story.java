package cn.lianxin.portal;

import cn.lianxin.newsroom.ArticleKind;
import cn.lianxin.platform.rendition.Rendered;
import cn.lianxin.platform.rendition.Size;
import java.time.Instant;

/**
 * A published article as lists show it, without its text.
 *
 * @param changedAt when it was corrected last, or came out
 * @param pictures how many it has
 * @param showing how its channel shows several
 */
public record Story(
        long id,
        String channel,
        String channelName,
        String englishChannel,
        ArticleKind kind,
        String slug,
        Instant firstAt,
        Instant changedAt,
        String title,
        String byline,
        String unitName,
        String source,
        String editor,
        String lead,
        int pictures,
        Showing showing) {

    /** Several pictures of one piece, where there are several. */
    public enum Showing {
        IN_TEXT,
        /** One large, and the next when the reader wants it. */
        SLIDES,
        /** All small, and each large when the reader wants it. */
        WALL
    }

    private static final int ALONE = 960;

    public String address() {
        return "/news/articles/" + id + (slug.isEmpty() ? "" : "/" + slug);
    }

    public String picture() {
        return picture(1);
    }

    /** @param place from 1 */
    String picture(int place) {
        return "/news/articles/" + id + "/pictures/" + place;
    }

    /** In the size in which others show it: {@code og:image}, feeds. */
    public String pictureAlone() {
        return picture() + "/" + new Size(ALONE, Size.Coding.JPEG).name();
    }

    /** For lists, which know nothing of it but that it is there. */
    public Rendered rendered(boolean webp) {
        return Rendered.unmeasured(picture(), webp);
    }

    /** Whether its pictures are looked at one after the other. */
    public boolean isShow() {
        return showing != Showing.IN_TEXT && pictures > 1;
    }

    public String channelName(boolean chinese) {
        return chinese ? channelName : englishChannel;
    }

    String cursor() {
        return firstAt.getEpochSecond() + "." + firstAt.getNano() / 1_000 + "." + id;
    }
}
