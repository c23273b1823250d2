package cn.lianxin.formerportal;

import cn.lianxin.formerportal.FormerArticle.Guess;
import cn.lianxin.formerportal.FormerArticle.Image;
import cn.lianxin.formerportal.FormerArticle.Imprint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A Word file (.docx): its words and pictures as they stand now; what is struck out is gone, and who wrote it with which program is not asked. */
final class WordDocument implements AutoCloseable {

    static final long LARGEST_PART = 20L * 1024 * 1024;
    private static final int MOST_PARTS = 5_000;
    private static final int LONGEST_HEADLINE = 80;
    private static final String BODY = "word/document.xml";
    private static final String RELATIONS = "word/_rels/document.xml.rels";

    private final ZipFile archive;
    private final List<String> lines = new ArrayList<>();
    private final List<Image> images = new ArrayList<>();
    private final List<Guess> guesses = new ArrayList<>();
    private Map<String, String> relations = Map.of();
    private String headline = "";

    private WordDocument(ZipFile archive) {
        this.archive = archive;
    }

    /** Refuses {@code macros}, {@code word-broken}, {@code no-article}, {@code no-headline}. */
    static FormerArticle read(Path file, String path, String digest) throws Unreadable {
        if (path.toLowerCase(Locale.ROOT).matches(".*\\.(docm|dotm)")) {
            throw new Unreadable("macros");
        }
        try (var document = new WordDocument(new ZipFile(file.toFile()))) {
            return document.article(path, digest);
        } catch (IOException | XMLStreamException | IllegalArgumentException broken) {
            throw new Unreadable("word-broken");
        }
    }

    /** One of its pictures, as {@link Image#source} names it; empty where it is not there. */
    static Optional<byte[]> picture(Path file, String part) throws IOException {
        try (var archive = new ZipFile(file.toFile())) {
            var entry = Optional.ofNullable(archive.getEntry(part));
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(bytes(archive, entry.get()));
        }
    }

    private static byte[] bytes(ZipFile archive, ZipEntry entry) throws IOException {
        try (var content = archive.getInputStream(entry)) {
            var bytes = content.readNBytes((int) LARGEST_PART + 1);
            if (bytes.length > LARGEST_PART) {
                throw new IOException("a part that swells");
            }
            return bytes;
        }
    }

    private FormerArticle article(String path, String digest) throws IOException, XMLStreamException, Unreadable {
        mustHaveNoProgram();
        relations = relations();
        try (var body = part(BODY)) {
            var pieces = new SafeXml.Pieces(body);
            var xml = SafeXml.over(pieces);
            while (xml.hasNext()) {
                var event = xml.next();
                pieces.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new Unreadable("word-broken");
                }
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("p")) {
                    new Paragraph().read(xml, pieces);
                }
            }
        }
        if (lines.isEmpty()) {
            throw new Unreadable("no-article");
        }
        var text = new ArrayList<>(lines);
        if (headline.isEmpty()
                && text.getFirst().length() <= LONGEST_HEADLINE
                && !text.getFirst().startsWith("【图")) {
            headline = text.removeFirst().replaceFirst("^# ", "");
            guesses.add(Guess.of("headline"));
        }
        if (headline.isEmpty()) {
            throw new Unreadable("no-headline");
        }
        var named = ImprintLines.of(text.stream().filter(ImprintLines::isOne).toList());
        var parted = ImprintLines.headline(headline, named.author());
        return new FormerArticle(
                path,
                digest,
                "",
                "",
                "",
                parted.title(),
                new Imprint(parted.author(), named.editor(), named.source(), named.day()),
                String.join(
                        "\n",
                        text.stream().filter(line -> !ImprintLines.isOne(line)).toList()),
                images,
                guesses);
    }

    private void mustHaveNoProgram() throws IOException, Unreadable {
        if (archive.size() > MOST_PARTS) {
            throw new IOException("too many parts");
        }
        for (var entries = archive.entries(); entries.hasMoreElements(); ) {
            var name = entries.nextElement().getName().toLowerCase(Locale.ROOT);
            if (name.endsWith("vbaproject.bin") || name.endsWith("vbadata.xml") || name.contains("activex/")) {
                throw new Unreadable("macros");
            }
        }
        try (var types = part("[Content_Types].xml")) {
            var all = new String(types.readNBytes((int) LARGEST_PART), StandardCharsets.UTF_8);
            if (all.toLowerCase(Locale.ROOT).contains("macroenabled")) {
                throw new Unreadable("macros");
            }
        }
    }

    private Map<String, String> relations() throws IOException, XMLStreamException {
        Map<String, String> found = new HashMap<>();
        if (archive.getEntry(RELATIONS) == null) {
            return found;
        }
        try (var content = part(RELATIONS)) {
            var pieces = new SafeXml.Pieces(content);
            for (var xml = SafeXml.over(pieces); xml.hasNext(); ) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")
                        && !"External".equals(xml.getAttributeValue(null, "TargetMode"))) {
                    var target = String.valueOf(xml.getAttributeValue(null, "Target"));
                    found.put(
                            String.valueOf(xml.getAttributeValue(null, "Id")),
                            target.startsWith("/") ? target.substring(1) : "word/" + target);
                }
            }
        }
        return found;
    }

    private InputStream part(String name) throws IOException {
        var entry = archive.getEntry(name);
        if (entry == null) {
            throw new IOException("no " + name);
        }
        return new ByteArrayInputStream(bytes(archive, entry));
    }

    /** One paragraph; of a table each row is one. */
    private final class Paragraph {

        private final StringBuilder words = new StringBuilder();
        private final List<String> pictures = new ArrayList<>();
        private String style = "";

        private void read(XMLStreamReader xml, SafeXml.Pieces pieces) throws XMLStreamException {
            var gone = 0;
            var typed = false;
            for (var depth = 1; depth > 0; ) {
                var event = xml.next();
                pieces.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    var name = xml.getLocalName();
                    if (gone > 0 || name.equals("del") || name.equals("moveFrom") || name.equals("Fallback")) {
                        gone++;
                    }
                    typed = name.equals("t");
                    if (gone == 0) {
                        open(xml, name);
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                    gone = Math.max(0, gone - 1);
                    typed = false;
                } else if (event == XMLStreamConstants.CHARACTERS && typed && gone == 0) {
                    words.append(xml.getText());
                }
            }
            keep();
        }

        private void open(XMLStreamReader xml, String name) {
            switch (name) {
                case "pStyle" -> style = attribute(xml, "val").toLowerCase(Locale.ROOT);
                case "tab" -> words.append(' ');
                case "br", "cr" -> words.append('\n');
                case "blip" -> pictures.add(attribute(xml, "embed"));
                case "imagedata" -> pictures.add(attribute(xml, "id"));
                default -> {}
            }
        }

        private static String attribute(XMLStreamReader xml, String name) {
            for (var at = 0; at < xml.getAttributeCount(); at++) {
                if (xml.getAttributeLocalName(at).equals(name)) {
                    return xml.getAttributeValue(at);
                }
            }
            return "";
        }

        private void keep() {
            for (var line : words.toString().split("\n")) {
                var one = line.replaceAll("^[\\s\\u00A0\\u3000]+|[\\s\\u00A0\\u3000]+$", "");
                if (one.isEmpty()) {
                    continue;
                }
                if (headline.isEmpty() && lines.isEmpty() && style.equals("title")) {
                    headline = one;
                } else {
                    lines.add((style.matches("(?:heading|标题)?\\s*[1-6]") ? "# " : "") + one);
                }
            }
            for (var picture : pictures) {
                var part = relations.get(picture);
                if (part != null) {
                    images.add(new Image(part, ""));
                    lines.add("【图" + images.size() + "】");
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
