package cn.lianxin.formerportal;

import cn.lianxin.formerportal.FormerArticle.Guess;
import cn.lianxin.formerportal.FormerArticle.Imprint;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** WordPress WXR, one article after the other, however long the file. */
final class WordpressExport {

    /** Takes one article, or hears why one is none. */
    interface Reader {
        void article(FormerArticle article);

        void none(String where, String title, Unreadable why);
    }

    static final int MOST_AUTHORS = 10_000;
    private static final int LONGEST_FIELD = 4_000;
    private static final int LONGEST_CONTENT = SafeXml.LONGEST_SECTION;
    private static final Pattern SHORTCODE =
            Pattern.compile("\\[/?(?:caption|gallery|embed|video|audio|playlist)(?:\\s[^\\]]*)?\\]");

    private final String file;
    private final SafeXml.Pieces content;
    private final Reader reader;
    private final Map<String, String> authors = new HashMap<>();
    private boolean wordpress;
    private String site = "";
    private String home = "";

    private WordpressExport(String file, SafeXml.Pieces content, Reader reader) {
        this.file = file;
        this.content = content;
        this.reader = reader;
    }

    /** Refuses {@code xml-broken}, {@code xml-rules}, {@code not-wordpress} from where it is so; what came before has been read. */
    static void read(String file, InputStream content, Reader reader) throws Unreadable {
        var pieces = new SafeXml.Pieces(content);
        var line = 1;
        try {
            var xml = SafeXml.over(pieces);
            var export = new WordpressExport(file, pieces, reader);
            while (xml.hasNext()) {
                var event = xml.next();
                pieces.next();
                line = xml.getLocation().getLineNumber();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw new Unreadable("xml-rules", line);
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    export.open(xml);
                }
            }
            if (!export.wordpress) {
                throw new Unreadable("not-wordpress");
            }
        } catch (XMLStreamException malformed) {
            throw new Unreadable("xml-broken", Math.max(line, lineOf(malformed)));
        } catch (IOException broken) {
            throw new Unreadable("xml-broken", line);
        }
    }

    private static int lineOf(XMLStreamException malformed) {
        @Nullable Location location = malformed.getLocation();
        return location == null ? 1 : location.getLineNumber();
    }

    private void open(XMLStreamReader xml) throws XMLStreamException, IOException, Unreadable {
        switch (xml.getLocalName()) {
            case "wxr_version" -> wordpress = true;
            case "item" -> {
                if (!wordpress) {
                    throw new Unreadable("not-wordpress");
                }
                item(xml);
            }
            case "author" -> author(fields(xml, xml.getLocalName()));
            case "title" -> site = site.isEmpty() ? text(xml, LONGEST_FIELD) : site;
            case "base_site_url", "base_blog_url" -> home = text(xml, LONGEST_FIELD);
            default -> {}
        }
    }

    private void author(Item author) {
        if (authors.size() < MOST_AUTHORS) {
            var shown = author.get("author_display_name");
            authors.put(author.get("author_login"), shown.isEmpty() ? author.get("author_login") : shown);
        }
    }

    private static final class Item {
        private final Map<String, String> fields = new HashMap<>();
        private String channel = "";
        private boolean cut;

        private String get(String name) {
            return fields.getOrDefault(name, "").strip();
        }
    }

    private Item fields(XMLStreamReader xml, String end) throws XMLStreamException, IOException, Unreadable {
        var item = new Item();
        while (xml.hasNext()) {
            var event = xml.next();
            content.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(end)) {
                return item;
            }
            if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Unreadable("xml-rules", xml.getLocation().getLineNumber());
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                field(item, xml);
            }
        }
        return item;
    }

    private void field(Item item, XMLStreamReader xml) throws XMLStreamException, IOException, Unreadable {
        var name = String.valueOf(xml.getLocalName());
        var namespace = String.valueOf(xml.getNamespaceURI());
        switch (name) {
            case "category" -> {
                var isChannel = "category".equals(xml.getAttributeValue(null, "domain"));
                var words = text(xml, LONGEST_FIELD);
                if (isChannel && item.channel.isEmpty()) {
                    item.channel = words.strip();
                }
            }
            case "encoded" -> {
                var before = content.cut();
                var words = text(xml, LONGEST_CONTENT);
                if (!namespace.contains("excerpt")) {
                    item.fields.put("content", words);
                    item.cut = content.cut() > before;
                }
            }
            case "title",
                    "link",
                    "guid",
                    "creator",
                    "post_id",
                    "post_date",
                    "post_type",
                    "status",
                    "post_password",
                    "author_login",
                    "author_display_name" -> item.fields.putIfAbsent(name, text(xml, LONGEST_FIELD));
            default -> text(xml, 0);
        }
    }

    /** Of an element with all that is in it; what is longer is cut, and one character more tells so. */
    private String text(XMLStreamReader xml, int most) throws XMLStreamException, Unreadable {
        var words = new StringBuilder();
        for (var depth = 1; depth > 0; ) {
            var event = xml.next();
            content.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.DTD ->
                    throw new Unreadable("xml-rules", xml.getLocation().getLineNumber());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    var room = most + 1 - words.length();
                    if (room > 0) {
                        words.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
                    }
                }
                default -> {}
            }
        }
        return words.toString();
    }

    private void item(XMLStreamReader xml) throws XMLStreamException, IOException, Unreadable {
        var where = file + ":" + xml.getLocation().getLineNumber();
        var item = fields(xml, "item");
        var type = item.get("post_type");
        if (!type.isEmpty() && !type.equals("post") && !type.equals("page")) {
            return;
        }
        try {
            reader.article(article(where, item));
        } catch (Unreadable none) {
            reader.none(where, item.get("title"), none);
        }
    }

    private FormerArticle article(String where, Item item) throws Unreadable {
        if (item.get("post_type").equals("page")) {
            throw new Unreadable("page");
        }
        if (!item.get("status").isEmpty() && !item.get("status").equals("publish")
                || !item.get("post_password").isEmpty()) {
            throw new Unreadable("not-public");
        }
        if (item.cut || item.get("content").length() > LONGEST_CONTENT) {
            throw new Unreadable("too-long", LONGEST_CONTENT);
        }
        var lines = Lines.of(
                Jsoup.parseBodyFragment(paragraphs(item.get("content"))).body());
        var guesses = new ArrayList<Guess>();
        lines.left().forEach(name -> guesses.add(Guess.of("left-out", name)));
        if (lines.table()) {
            guesses.add(Guess.of("table"));
        }
        var named = ImprintLines.of(
                lines.lines().stream().filter(ImprintLines::isOne).toList());
        var title = Jsoup.parseBodyFragment(item.get("title")).text();
        var headline = ImprintLines.headline(title, named.author());
        var author = headline.author().isEmpty()
                ? authors.getOrDefault(item.get("creator"), item.get("creator"))
                : headline.author();
        if (headline.title().isEmpty()) {
            throw new Unreadable("no-headline");
        }
        return new FormerArticle(
                where,
                identity(item),
                item.get("link"),
                site.strip(),
                item.channel,
                headline.title(),
                new Imprint(
                        author,
                        named.editor(),
                        named.source(),
                        ImprintLines.day(item.get("post_date")).or(named::day)),
                lines.lines().stream()
                        .filter(line -> !ImprintLines.isOne(line))
                        .reduce((one, next) -> one + "\n" + next)
                        .orElse("")
                        .strip(),
                lines.images(),
                List.copyOf(guesses));
    }

    private String identity(Item item) {
        for (var name : List.of("guid", "link")) {
            if (!item.get(name).isEmpty()) {
                return item.get(name);
            }
        }
        return home + "#" + item.get("post_id") + "#" + item.get("title");
    }

    /** WordPress keeps the paragraphs of many articles as empty lines. */
    private static String paragraphs(String content) {
        var plain = SHORTCODE.matcher(content).replaceAll("");
        return plain.contains("<p")
                ? plain
                : "<p>" + plain.replaceAll("\\r?\\n\\s*\\n+", "</p><p>").replaceAll("\\r?\\n", "<br>") + "</p>";
    }
}
