package cn.lianxin.portal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What came out last, for feed readers, in three tongues.
 *
 * @param home page of the site or channel
 * @param self where this feed lies
 */
record Feed(String title, String home, String self, List<Entry> entries) {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String MEDIA = "http://search.yahoo.com/mrss/";
    private static final String JPEG = "image/jpeg";
    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    /**
     * @param id stays when the address changes
     * @param image a JPEG, blank where there is none
     */
    record Entry(
            String id,
            String address,
            String title,
            String author,
            String summary,
            Instant first,
            Instant changed,
            String image) {

        private Map<String, Object> json() {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("id", id);
            item.put("url", address);
            item.put("title", title);
            item.put("content_text", summary);
            item.put("date_published", first.toString());
            item.put("date_modified", changed.toString());
            item.put("authors", List.of(Map.of("name", author)));
            if (!image.isEmpty()) {
                item.put("image", image);
            }
            return item;
        }
    }

    interface Body {
        void write(XMLStreamWriter out) throws XMLStreamException;
    }

    Instant changed() {
        return entries.stream().map(Entry::changed).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    byte[] rss() {
        return xml(out -> {
            out.writeStartElement("rss");
            out.writeAttribute("version", "2.0");
            out.writeNamespace("atom", ATOM);
            out.writeNamespace("media", MEDIA);
            out.writeStartElement("channel");
            text(out, "title", title);
            text(out, "link", home);
            text(out, "description", title);
            text(out, "language", "zh-cn");
            text(out, "lastBuildDate", rfc(changed()));
            out.writeEmptyElement("atom", "link", ATOM);
            out.writeAttribute("href", self);
            out.writeAttribute("rel", "self");
            out.writeAttribute("type", "application/rss+xml");
            for (var entry : entries) {
                out.writeStartElement("item");
                text(out, "title", entry.title());
                text(out, "link", entry.address());
                text(out, "description", entry.summary());
                out.writeStartElement("guid");
                out.writeAttribute("isPermaLink", "false");
                out.writeCharacters(clean(entry.id()));
                out.writeEndElement();
                text(out, "pubDate", rfc(entry.first()));
                if (!entry.image().isEmpty()) {
                    out.writeEmptyElement("media", "content", MEDIA);
                    out.writeAttribute("url", entry.image());
                    out.writeAttribute("medium", "image");
                    out.writeAttribute("type", JPEG);
                }
                out.writeEndElement();
            }
            out.writeEndElement();
            out.writeEndElement();
        });
    }

    byte[] atom() {
        return xml(out -> {
            out.setDefaultNamespace(ATOM);
            out.writeStartElement(ATOM, "feed");
            out.writeDefaultNamespace(ATOM);
            text(out, "id", home);
            text(out, "title", title);
            text(out, "updated", changed().toString());
            link(out, "self", self);
            link(out, "alternate", home);
            for (var entry : entries) {
                out.writeStartElement(ATOM, "entry");
                text(out, "id", entry.id());
                text(out, "title", entry.title());
                text(out, "updated", entry.changed().toString());
                text(out, "published", entry.first().toString());
                link(out, "alternate", entry.address());
                if (!entry.image().isEmpty()) {
                    link(out, "enclosure", entry.image());
                    out.writeAttribute("type", JPEG);
                }
                out.writeStartElement("author");
                text(out, "name", entry.author());
                out.writeEndElement();
                text(out, "summary", entry.summary());
                out.writeEndElement();
            }
            out.writeEndElement();
        });
    }

    byte[] json() {
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", title);
        feed.put("home_page_url", home);
        feed.put("feed_url", self);
        feed.put("language", "zh-CN");
        feed.put("items", entries.stream().map(Entry::json).toList());
        return LinkedData.written(feed).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] xml(Body body) {
        var bytes = new ByteArrayOutputStream();
        try {
            var out = XML.createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            body.write(out);
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException(broken);
        }
        return bytes.toByteArray();
    }

    static void text(XMLStreamWriter out, String name, String value) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(clean(value));
        out.writeEndElement();
    }

    private static void link(XMLStreamWriter out, String relation, String address) throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", relation);
        out.writeAttribute("href", address);
    }

    /** XML 1.0 knows no control characters and no half ones. */
    private static String clean(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(one -> one == '\t'
                        || one == '\n'
                        || one >= 0x20 && one < 0xD800
                        || one >= 0xE000 && one < 0xFFFE
                        || one > 0xFFFF)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static String rfc(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).format(at.atOffset(ZoneOffset.ofHours(8)));
    }
}
