package cn.lianxin.formerportal;

import cn.lianxin.formerportal.FormerArticle.Guess;
import cn.lianxin.formerportal.FormerArticle.Imprint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/** One saved page of a portal that nobody describes any more: what is the article in it, and what only stands around. */
final class SavedPage {

    private static final Pattern SAVED_FROM = Pattern.compile("saved from url=\\([0-9]+\\)(\\S+)");
    private static final Pattern HERE =
            Pattern.compile("(?:当前位置|您?现?在?的?位置|所在位置)[^:：]{0,4}[:：]\\s*(.{2,120})", Pattern.DOTALL);
    private static final Pattern AROUND = Pattern.compile(
            "(?i)(?:^|[-_ ])(?:nav|navigation|menu|foot|footer|copyright|sidebar|comments?|related|share|breadcrumbs?|hot|rank|links?)(?:[0-9]*)(?:[-_ ]|$)");
    private static final Pattern TAIL = Pattern.compile(
            "^[\\s【\\[]*(?:上一篇|下一篇|上一条|下一条|相关(?:新闻|文章|链接|阅读)|【?打印|【?关闭|关闭窗口|返回(?:顶部|首页|列表)|分享到|发表评论|网友评论|加入收藏|Copyright|版权所有).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADLINE = Pattern.compile(
            "(?i)(?:^|[-_ ])(?:title|tit|bt|biaoti|headline|articletitle|newstitle|wztitle)(?:[-_ 0-9]|$)");
    private static final Set<String> BLOCKS =
            Set.of("div", "td", "article", "section", "main", "body", "center", "form");
    private static final int SHORTEST = 30;
    private static final int LINKS_COUNT = 3;
    private static final double LEAST = 0.01;
    private static final int ABOVE = 6;

    private final Document document;
    private final List<Guess> guesses;

    private SavedPage(Document document, List<Guess> guesses) {
        this.document = document;
        this.guesses = new ArrayList<>(guesses);
    }

    /**
     * Refuses {@code no-article}, and as {@link SavedText} does.
     *
     * @param path of the file below the folder, which is its address where the page does not say another one
     */
    static FormerArticle read(byte[] bytes, String path) throws Unreadable {
        var saved = SavedText.of(bytes);
        return new SavedPage(Jsoup.parse(saved.text()), saved.guesses()).article(path);
    }

    private FormerArticle article(String path) throws Unreadable {
        var address = address().orElse("/" + path);
        var all = Lines.of(document.body());
        var channel = channel(all.lines());
        var imprint = imprint(all.lines());
        var written = title();
        var body = body();
        var lines = Lines.of(body);
        if (lines.images().isEmpty() && lines.length() < SHORTEST || isList(body)) {
            throw new Unreadable("no-article");
        }
        var headline = ImprintLines.headline(written, imprint.author());
        if (headline.title().isEmpty()) {
            throw new Unreadable("no-headline");
        }
        if (imprint.author().isEmpty() && !headline.author().isEmpty()) {
            guesses.add(Guess.of("author-from-headline", headline.author()));
        }
        lines.left().forEach(name -> guesses.add(Guess.of("left-out", name)));
        if (lines.table()) {
            guesses.add(Guess.of("table"));
        }
        return new FormerArticle(
                path,
                address,
                address,
                meta("SiteName"),
                channel,
                headline.title(),
                new Imprint(headline.author(), imprint.editor(), imprint.source(), imprint.day()),
                words(lines.lines(), written, headline.title()),
                lines.images(),
                guesses);
    }

    private Optional<String> address() {
        var found = Stream.concat(document.childNodes().stream(), document.child(0).childNodes().stream())
                .filter(Comment.class::isInstance)
                .map(node -> SAVED_FROM.matcher(((Comment) node).getData()))
                .filter(Matcher::find)
                .map(saved -> saved.group(1))
                .filter(address -> address.matches("https?://[^/]+/.+"))
                .findFirst();
        if (found.isPresent()) {
            return found;
        }
        var canonical = document.select("link[rel=canonical]").attr("href");
        return canonical.matches("https?://[^/]+/.+") ? Optional.of(canonical) : Optional.empty();
    }

    private String meta(String name) {
        return document.select("meta[name=" + name + "]").attr("content").strip();
    }

    /** Pages of public bodies say it in their head. */
    private Imprint imprint(List<String> lines) {
        var found = ImprintLines.of(lines);
        var source = meta("ContentSource");
        var author = meta("Author");
        return new Imprint(
                found.author().isEmpty() && author.matches("[\\p{IsHan}·、 ]{2,40}")
                        ? ImprintLines.names(author)
                        : found.author(),
                found.editor(),
                found.source().isEmpty() ? source : found.source(),
                ImprintLines.day(meta("PubDate")).or(found::day));
    }

    private String channel(List<String> lines) {
        if (!meta("ColumnName").isEmpty()) {
            return meta("ColumnName");
        }
        for (var line : lines) {
            var here = HERE.matcher(line);
            if (here.find()) {
                var steps = List.of(here.group(1).split("\\s*(?:>>|[>»→›/]|-&gt;|&gt;|\\|)\\s*"));
                return steps.reversed().stream()
                        .map(String::strip)
                        .filter(step -> !step.isEmpty() && !step.matches("正文|阅读正文|查看.*|浏览.*|内容|详细内容|首页"))
                        .findFirst()
                        .orElse("");
            }
        }
        return "";
    }

    private String title() {
        if (!meta("ArticleTitle").isEmpty()) {
            return line(meta("ArticleTitle"));
        }
        var head = line(document.title());
        for (var element : document.body().select("h1, h2, [class], [id]")) {
            var words = line(element.text());
            var marked = element.normalName().matches("h[12]")
                    || HEADLINE.matcher(element.className()).find()
                    || HEADLINE.matcher(element.id()).find();
            if (marked
                    && words.length() >= 2
                    && words.length() <= 120
                    && (head.isEmpty()
                            || head.contains(words)
                            || element.normalName().equals("h1"))) {
                return words;
            }
        }
        guesses.add(Guess.of("headline"));
        return withoutSite(head);
    }

    /** The name of the site stands behind it, or before. */
    private static String withoutSite(String head) {
        var parts =
                List.of(head.split("\\s*[|_｜]\\s*|\\s+[-–—]+\\s+|\\s*[-–—]{2,}\\s*|(?<=\\p{IsHan})-(?=\\p{IsHan})"));
        return parts.stream()
                .max(Comparator.comparingInt(String::length))
                .orElse(head)
                .strip();
    }

    private static String line(String words) {
        return words.replaceAll("[\\s\\u00A0\\u3000]+", " ").strip();
    }

    /** The block with the densest text: its own, half of what lies in blocks within it, and links count against it. */
    private Element body() {
        document.select("script, style, noscript, nav, footer, aside, select, textarea")
                .remove();
        document.body().select("[class], [id]").stream()
                .filter(one -> AROUND.matcher(one.className()).find()
                        || AROUND.matcher(one.id()).find())
                .filter(one -> one != document.body())
                .forEach(Node::remove);
        Map<Element, Double> weights = new IdentityHashMap<>();
        NodeTraversor.traverse(
                (node, _) -> {
                    if (node instanceof TextNode text) {
                        weigh(weights, text);
                    }
                },
                document.body());
        var order = document.body().getAllElements();
        return order.stream()
                .filter(weights::containsKey)
                .max(Comparator.comparingDouble(one -> weights.getOrDefault(one, 0.0)))
                .orElse(document.body());
    }

    private static void weigh(Map<Element, Double> weights, TextNode text) {
        double weight = text.text().replaceAll("[\\s\\u00A0\\u3000]+", "").length();
        var element = text.parent() instanceof Element parent ? parent : null;
        if (element != null && element.closest("a[href]") != null) {
            weight *= -LINKS_COUNT;
        }
        for (; element != null && Math.abs(weight) > LEAST; element = element.parent()) {
            if (BLOCKS.contains(element.normalName())) {
                weights.merge(element, weight, Double::sum);
                weight /= 2;
            }
        }
    }

    private static boolean isList(Element body) {
        var linked = body.select("a[href]").stream()
                .mapToInt(link -> link.text().length())
                .sum();
        return linked * 2 > body.text().length() && body.select("img").isEmpty();
    }

    /** Without the headline and the imprint, which stand elsewhere here, and without what leads on at the end. */
    private static String words(List<String> lines, String written, String title) {
        var kept = new ArrayList<String>();
        for (var at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            var plain = line.replaceFirst("^# ", "");
            if (TAIL.matcher(plain).matches() && at * 2 >= lines.size()) {
                break;
            }
            var above = at < ABOVE && (plain.equals(written) || plain.equals(title));
            if (!above && !ImprintLines.isOne(plain) && !TAIL.matcher(plain).matches()) {
                kept.add(line);
            }
        }
        return String.join("\n", kept).strip();
    }
}
