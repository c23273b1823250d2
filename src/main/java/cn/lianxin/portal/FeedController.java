package cn.lianxin.portal;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.newsroom.Channels;
import cn.lianxin.newsroom.Mastheads;
import cn.lianxin.platform.web.Screen;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Feeds of the site and of each channel, and the map of the site. */
@RestController
@RequestMapping("/news")
class FeedController {

    private static final int ENTRIES = 30;
    private static final int OF_A_PART = 10_000;
    private static final String MAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final PublishedArticles articles;
    private final Channels channels;
    private final Mastheads mastheads;
    private final PublicAddress address;
    private final Clock clock;

    FeedController(
            PublishedArticles articles, Channels channels, Mastheads mastheads, PublicAddress address, Clock clock) {
        this.articles = articles;
        this.channels = channels;
        this.mastheads = mastheads;
        this.address = address;
        this.clock = clock;
    }

    @GetMapping("/{file:[a-z]{3,4}[.][a-z]{3,4}}")
    ResponseEntity<byte[]> site(@PathVariable String file) {
        return answer(feed("", file), file);
    }

    @GetMapping("/channels/{channel:[a-z-]{2,30}}/{file:[a-z]{3,4}[.][a-z]{3,4}}")
    ResponseEntity<byte[]> channel(@PathVariable String channel, @PathVariable String file) {
        return answer(feed(channel, file), file);
    }

    private Feed feed(String channel, String file) {
        var today = LocalDate.ofInstant(clock.instant(), Screen.ZONE);
        var paper = mastheads.inForce(today).paper();
        var name = channel.isEmpty()
                ? paper
                : channels.find(channel).orElseThrow(Refusal.NotFound::new).name() + " · " + paper;
        var home = channel.isEmpty() ? "/news" : "/news/channels/" + channel;
        return new Feed(
                name,
                address.of(home),
                address.of(home + "/" + file),
                articles.newest(channel, ENTRIES).stream()
                        .map(story -> new Feed.Entry(
                                address.of("/news/articles/" + story.id()),
                                address.of(story.address()),
                                story.title(),
                                story.byline(),
                                story.lead(),
                                story.firstAt(),
                                story.changedAt(),
                                story.pictures() > 0 ? address.of(story.pictureAlone()) : ""))
                        .toList());
    }

    private static ResponseEntity<byte[]> answer(Feed feed, String file) {
        return switch (file) {
            case "rss.xml" -> answer(feed.rss(), "application/rss+xml");
            case "atom.xml" -> answer(feed.atom(), "application/atom+xml");
            case "feed.json" -> answer(feed.json(), "application/feed+json");
            default -> throw new Refusal.NotFound();
        };
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> sitemap() {
        return answer(
                Feed.xml(out -> {
                    out.writeStartElement("sitemapindex");
                    out.writeDefaultNamespace(MAP);
                    for (var part : articles.parts(OF_A_PART)) {
                        out.writeStartElement("sitemap");
                        Feed.text(out, "loc", address.of("/news/sitemap/" + part.part() + ".xml"));
                        Feed.text(out, "lastmod", part.changed().toString());
                        out.writeEndElement();
                    }
                    out.writeEndElement();
                }),
                "application/xml");
    }

    @GetMapping("/sitemap/{part:[0-9]{1,12}}.xml")
    ResponseEntity<byte[]> sitemap(@PathVariable long part) {
        return answer(
                Feed.xml(out -> {
                    out.writeStartElement("urlset");
                    out.writeDefaultNamespace(MAP);
                    for (var story : articles.part(part, OF_A_PART)) {
                        out.writeStartElement("url");
                        Feed.text(out, "loc", address.of(story.address()));
                        Feed.text(out, "lastmod", story.changedAt().toString());
                        out.writeEndElement();
                    }
                    out.writeEndElement();
                }),
                "application/xml");
    }

    private static ResponseEntity<byte[]> answer(byte[] bytes, String type) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .eTag(digest(bytes))
                .body(bytes);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
