package cn.lianxin.portal;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where in the folder of an export lies what the portal has at an address; empty for what is not taken along.
 *
 * @param articles numbers of those that are
 * @param channels codes
 * @param months that have a page
 */
record ExportedAddresses(Set<Long> articles, Set<String> channels, Set<String> months) {

    private static final Pattern ARTICLE = Pattern.compile("/news/articles/([0-9]{1,18})(?:/[a-z0-9-]*)?");
    private static final Pattern CHANNEL = Pattern.compile("/news/channels/([a-z-]{2,30})");
    private static final Pattern FEED =
            Pattern.compile("/news/(?:channels/([a-z-]{2,30})/)?(rss\\.xml|atom\\.xml|feed\\.json)");
    private static final Pattern MONTH = Pattern.compile("/news/archive/([0-9]{4}-[0-9]{2})");

    ExportedAddresses {
        articles = Set.copyOf(articles);
        channels = Set.copyOf(channels);
        months = Set.copyOf(months);
    }

    static String article(long id) {
        return "articles/" + id + ".html";
    }

    /** @param page from 1 */
    static String channel(String code, int page) {
        return "channels/" + code + "/" + (page == 1 ? "index" : String.valueOf(page)) + ".html";
    }

    static String month(String month) {
        return "archive/" + month + ".html";
    }

    Optional<String> of(String address) {
        return switch (address) {
            case "/news" -> Optional.of("index.html");
            case "/news/archive" -> Optional.of("archive/index.html");
            case "/news/masthead" -> Optional.of("masthead.html");
            case "/lianxin.css", "/news.css", "/show.css", "/icon.svg" -> Optional.of("styles" + address);
            case "/icons.svg" -> Optional.of("styles/icon.svg");
            default -> ofOne(address);
        };
    }

    private Optional<String> ofOne(String address) {
        var article = ARTICLE.matcher(address);
        if (article.matches()) {
            var id = Long.parseLong(article.group(1));
            return articles.contains(id) ? Optional.of(article(id)) : Optional.empty();
        }
        var channel = CHANNEL.matcher(address);
        if (channel.matches()) {
            return channels.contains(channel.group(1)) ? Optional.of(channel(channel.group(1), 1)) : Optional.empty();
        }
        var feed = FEED.matcher(address);
        if (feed.matches()) {
            var code = feed.group(1);
            return code == null
                    ? Optional.of(feed.group(2))
                    : channels.contains(code)
                            ? Optional.of("channels/" + code + "/" + feed.group(2))
                            : Optional.empty();
        }
        var month = MONTH.matcher(address);
        return month.matches() && months.contains(month.group(1))
                ? Optional.of(month(month.group(1)))
                : Optional.empty();
    }

    /** From one file of the folder to another. */
    static String relative(String from, String to) {
        return "../".repeat((int) from.chars().filter(one -> one == '/').count()) + to;
    }
}
