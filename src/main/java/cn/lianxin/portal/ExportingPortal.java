package cn.lianxin.portal;

import cn.lianxin.kernel.Actor;
import cn.lianxin.newsroom.Block;
import cn.lianxin.newsroom.Channel;
import cn.lianxin.newsroom.Channels;
import cn.lianxin.newsroom.Mastheads;
import cn.lianxin.newsroom.Mastheads.Masthead;
import cn.lianxin.platform.attachment.AttachmentId;
import cn.lianxin.platform.attachment.Attachments;
import cn.lianxin.platform.attachment.Content;
import cn.lianxin.platform.rendition.Renditions;
import cn.lianxin.platform.rendition.Size;
import cn.lianxin.platform.web.Enterprise;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.platform.web.Words;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that is public, as pages in a folder: they browse without a server and without a script, and the same articles make the same
 * bytes.
 */
@Component
class ExportingPortal {

    private static final Pattern PICTURE =
            Pattern.compile("/news/articles/([0-9]{1,18})/pictures/([0-9]{1,2})(?:/(small|[0-9]{3,4}[.][a-z]{3,4}))?");
    private static final List<String> STYLES = List.of("/lianxin.css", "/news.css", "/show.css", "/icon.svg");
    private static final int BESIDE = 5;
    private static final int AT_ONCE = 500;
    private static final int ENTRIES = 30;

    private final PublishedArticles articles;
    private final Channels channels;
    private final Mastheads mastheads;
    private final Attachments attachments;
    private final Renditions renditions;
    private final TemplateEngine templates;
    private final MessageSource messages;
    private final Enterprise enterprise;
    private final Clock clock;

    ExportingPortal(
            PublishedArticles articles,
            Channels channels,
            Mastheads mastheads,
            Attachments attachments,
            Renditions renditions,
            TemplateEngine templates,
            MessageSource messages,
            Enterprise enterprise,
            Clock clock) {
        this.articles = articles;
        this.channels = channels;
        this.mastheads = mastheads;
        this.attachments = attachments;
        this.renditions = renditions;
        this.templates = templates;
        this.messages = messages;
        this.enterprise = enterprise;
        this.clock = clock;
    }

    /** @param articles so many of them */
    record Written(int articles, int files) {}

    /** As it stands at one moment, whatever is published meanwhile. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Written to(Path folder) throws IOException {
        var out = ExportFolder.at(folder);
        var going = new Going(out);
        going.all();
        for (var style : STYLES) {
            out.write("styles" + style, new ClassPathResource("static" + style).getContentAsByteArray());
        }
        return new Written(going.known.articles().size(), out.files());
    }

    /** One export under way. */
    private final class Going {

        private final ExportFolder out;
        private final List<Channel> all = channels.all();
        private final Masthead masthead = mastheads.inForce(LocalDate.ofInstant(clock.instant(), Screen.ZONE));
        private final Map<String, String> pictures = new HashMap<>();
        private final ExportedAddresses known;
        private final Screen screen;
        private final YearMonth last;

        private Going(ExportFolder out) {
            this.out = out;
            var ids = new HashSet<Long>();
            var months = new TreeSet<String>();
            var newest = Instant.EPOCH;
            for (var after = 0L; ; ) {
                var some = articles.following(after, AT_ONCE);
                for (var story : some) {
                    ids.add(story.id());
                    months.add(month(story).toString());
                    newest = story.changedAt().isAfter(newest) ? story.changedAt() : newest;
                }
                if (some.size() < AT_ONCE) {
                    break;
                }
                after = some.getLast().id();
            }
            ids.addAll(articles.retracted());
            known = new ExportedAddresses(ids, all.stream().map(Channel::code).collect(Collectors.toSet()), months);
            last = months.isEmpty() ? YearMonth.from(masthead.from()) : YearMonth.parse(months.last());
            screen = new Screen(
                    new Words(messages, Locale.SIMPLIFIED_CHINESE),
                    new Actor.Visitor(),
                    "/news",
                    false,
                    false,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    enterprise,
                    Clock.fixed(newest, Screen.ZONE));
        }

        private static YearMonth month(Story story) {
            return YearMonth.from(story.firstAt().atZone(Screen.ZONE));
        }

        private void all() {
            page(
                    "index.html",
                    "front",
                    masthead,
                    Map.of("front", FrontPage.of(articles.newestOfEach(), all), "webp", renditions.webp()));
            page("masthead.html", "masthead", masthead, Map.of());
            all.forEach(this::channel);
            feeds("", masthead.paper());
            archive();
            for (var after = 0L; ; ) {
                var some = articles.following(after, AT_ONCE);
                some.forEach(this::article);
                if (some.size() < AT_ONCE) {
                    break;
                }
                after = some.getLast().id();
            }
            articles.retracted().forEach(this::retracted);
        }

        private void channel(Channel channel) {
            var cursor = "";
            for (var number = 1; ; number++) {
                var page = articles.ofChannel(channel.code(), cursor);
                var next = ExportedAddresses.channel(channel.code(), number + 1);
                page(
                        ExportedAddresses.channel(channel.code(), number),
                        "channel",
                        masthead,
                        Map.of("channel", channel, "first", number == 1, "page", page, "webp", renditions.webp()),
                        to -> to.startsWith("/news/channels/" + channel.code() + "?after=") ? next : "");
                if (page.next().isEmpty()) {
                    break;
                }
                cursor = page.next().get();
            }
            feeds("channels/" + channel.code() + "/", channel.name() + " · " + masthead.paper());
        }

        private void archive() {
            var months = known.months().stream()
                    .map(YearMonth::parse)
                    .sorted(Comparator.reverseOrder())
                    .toList();
            months.forEach(month -> archive(ExportedAddresses.month(month.toString()), month, months));
            archive("archive/index.html", last, months);
        }

        private void archive(String file, YearMonth month, List<YearMonth> months) {
            var days = articles.of(month).stream()
                    .collect(Collectors.groupingBy(
                            story -> LocalDate.ofInstant(story.firstAt(), Screen.ZONE),
                            LinkedHashMap::new,
                            Collectors.toList()));
            page(file, "archive", masthead, Map.of("month", month, "months", months, "days", days));
        }

        private void article(Story story) {
            var whole = articles.find(story.id()).orElseThrow();
            page(
                    ExportedAddresses.article(story.id()),
                    "article",
                    mastheads.inForce(LocalDate.ofInstant(story.firstAt(), Screen.ZONE)),
                    Map.of(
                            "whole",
                            whole,
                            "blocks",
                            Block.of(whole.text(), whole.pictures().size()),
                            "sized",
                            Shown.of(whole, renditions),
                            "beside",
                            articles.beside(story, BESIDE),
                            "canonical",
                            "",
                            "image",
                            "",
                            "linked",
                            ""));
        }

        private void retracted(long id) {
            articles.gravestone(id)
                    .ifPresent(gravestone ->
                            page(ExportedAddresses.article(id), "gone", masthead, Map.of("gravestone", gravestone)));
        }

        private void page(String file, String template, Masthead masthead, Map<String, Object> model) {
            page(file, template, masthead, model, _ -> "");
        }

        private void page(
                String file,
                String template,
                Masthead masthead,
                Map<String, Object> model,
                UnaryOperator<String> paging) {
            Map<String, Object> whole = new HashMap<>(model);
            whole.put("screen", screen);
            whole.put("masthead", masthead);
            whole.put("channels", all);
            var html = new StringOutput();
            templates.render("portal/" + template + ".jte", whole, html);
            out.write(file, ExportedPage.of(html.toString(), file, known, this::picture, paging));
        }

        /** Written when the first page shows it. */
        private Optional<String> picture(String address) {
            var found = PICTURE.matcher(address);
            if (!found.matches()) {
                return Optional.empty();
            }
            var there = pictures.get(address);
            if (there != null) {
                return Optional.of(there);
            }
            return articles.picture(Long.parseLong(found.group(1)), Integer.parseInt(found.group(2)))
                    .map(AttachmentId::new)
                    .flatMap(id -> content(id, found.group(3)))
                    .map(content -> {
                        var size = found.group(3) == null
                                ? ""
                                : "-" + found.group(3).replaceFirst("[.].*", "");
                        var place = "pictures/" + found.group(1) + "-" + found.group(2) + size
                                + extension(content.mediaType());
                        out.write(place, content.bytes());
                        pictures.put(address, place);
                        return place;
                    });
        }

        private Optional<Content> content(AttachmentId id, @Nullable String size) {
            if (size == null) {
                return Optional.of(attachments.get(id));
            }
            return size.equals("small")
                    ? Optional.of(attachments.preview(id))
                    : Size.of(size).map(wanted -> renditions.of(id, wanted));
        }

        private static String extension(String mediaType) {
            return switch (mediaType) {
                case "image/jpeg" -> ".jpg";
                case "image/png" -> ".png";
                case "image/gif" -> ".gif";
                case "image/webp" -> ".webp";
                default -> ".bin";
            };
        }

        /** With links to the files beside them; whoever puts the folder into the net has them resolved by its address. */
        private void feeds(String below, String title) {
            var channel = below.isEmpty() ? "" : below.split("/")[1];
            for (var file : List.of("rss.xml", "atom.xml", "feed.json")) {
                var entries = articles.newest(channel, ENTRIES).stream()
                        .map(story -> new Feed.Entry(
                                "urn:lianxin:article:" + story.id(),
                                ExportedAddresses.relative(below, ExportedAddresses.article(story.id())),
                                story.title(),
                                story.byline(),
                                story.lead(),
                                story.firstAt(),
                                story.changedAt(),
                                story.pictures() == 0
                                        ? ""
                                        : picture(story.pictureAlone())
                                                .map(place -> ExportedAddresses.relative(below, place))
                                                .orElse("")))
                        .toList();
                var feed = new Feed(title, "index.html", file, entries);
                out.write(
                        below + file,
                        switch (file) {
                            case "rss.xml" -> feed.rss();
                            case "atom.xml" -> feed.atom();
                            default -> feed.json();
                        });
            }
        }
    }
}
