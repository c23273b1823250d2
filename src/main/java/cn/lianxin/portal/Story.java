package cn.lianxin.portal;

import cn.lianxin.newsroom.ArticleKind;
import java.time.Instant;

/**
 * A published article as lists show it, without its text.
 *
 * @param changedAt when it was corrected last, or came out
 * @param pictures how many it has
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
        int pictures) {

    public String address() {
        return "/news/articles/" + id + (slug.isEmpty() ? "" : "/" + slug);
    }

    public String picture() {
        return "/news/articles/" + id + "/pictures/1";
    }

    public String channelName(boolean chinese) {
        return chinese ? channelName : englishChannel;
    }

    String cursor() {
        return firstAt.getEpochSecond() + "." + firstAt.getNano() / 1_000 + "." + id;
    }
}
