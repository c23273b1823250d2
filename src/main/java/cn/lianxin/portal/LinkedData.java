package cn.lianxin.portal;

import cn.lianxin.newsroom.Mastheads.Masthead;
import cn.lianxin.portal.PublishedArticles.Whole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An article for machines that read pages (JSON-LD, schema.org NewsArticle), and for a feed reader (JSON Feed). */
final class LinkedData {

    private static final JsonMapper JSON = new JsonMapper();

    private LinkedData() {}

    /** Safe within a page: no character of it can end the element it stands in. */
    static String of(Whole whole, Masthead masthead, PublicAddress address) {
        var story = whole.story();
        Map<String, Object> article = new LinkedHashMap<>();
        article.put("@context", "https://schema.org");
        article.put("@type", "NewsArticle");
        article.put("headline", story.title());
        article.put("datePublished", story.firstAt().toString());
        article.put("dateModified", story.changedAt().toString());
        article.put("author", List.of(Map.of("@type", "Person", "name", story.byline())));
        article.put("articleSection", story.channelName());
        article.put("mainEntityOfPage", address.of(story.address()));
        article.put("publisher", Map.of("@type", "Organization", "name", publisher(masthead)));
        if (story.pictures() > 0) {
            article.put("image", List.of(address.of(story.pictureAlone())));
        }
        return written(article).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    static String publisher(Masthead masthead) {
        return masthead.publisher().isEmpty() ? masthead.paper() : masthead.publisher();
    }

    static String written(Map<String, Object> value) {
        return JSON.writeValueAsString(value);
    }
}
