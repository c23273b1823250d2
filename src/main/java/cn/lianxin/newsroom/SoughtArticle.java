package cn.lianxin.newsroom;

import cn.lianxin.platform.database.Written;
import java.time.Instant;

/**
 * What an article is found by: the text that is public, and nothing where none is any more.
 *
 * @param text as it is read, without its marks
 * @param around who made it, where it comes from, and what its pictures say
 */
public record SoughtArticle(
        long id,
        long writtenIn,
        String slug,
        String channel,
        String channelName,
        String englishChannel,
        String title,
        String byline,
        String text,
        String around,
        Instant firstAt)
        implements Written {

    /** Where everybody reads it. */
    public String address() {
        return "/news/articles/" + id + (slug.isEmpty() ? "" : "/" + slug);
    }

    public String channelName(boolean chinese) {
        return chinese ? channelName : englishChannel;
    }
}
