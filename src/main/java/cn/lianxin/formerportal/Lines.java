package cn.lianxin.formerportal;

import cn.lianxin.formerportal.FormerArticle.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * What is left of HTML: lines with the few marks of an article. Nothing of the HTML itself comes through, so nothing of it can
 * ever run.
 *
 * @param left names of elements that were left out with all that was in them
 * @param table whether cells became lines
 */
record Lines(List<String> lines, List<Image> images, Set<String> left, boolean table) {

    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "noscript",
            "iframe",
            "frame",
            "object",
            "embed",
            "applet",
            "input",
            "select",
            "textarea",
            "template",
            "audio",
            "video",
            "canvas",
            "annotation",
            "datalist",
            "head",
            "title",
            "link",
            "meta",
            "base");
    /** Of these the words are left, and nothing of what is drawn. */
    private static final Set<String> DRAWN = Set.of("svg", "math");
    /** Here a browser shows what looks like elements as the words that they are. */
    private static final Set<String> AS_IT_STANDS = Set.of("xmp", "plaintext", "listing");
    /** Of these nobody misses anything. */
    private static final Set<String> UNMISSED = Set.of("style", "head", "title", "link", "meta", "base", "noscript");

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "aside",
            "nav",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "li",
            "table",
            "tbody",
            "thead",
            "tfoot",
            "tr",
            "pre",
            "hr",
            "figure",
            "figcaption",
            "center",
            "address",
            "body",
            "blockquote",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "fieldset",
            "details",
            "summary",
            "caption");

    static Lines of(Element root) {
        var walk = new Walk();
        walk.root = root;
        root.traverse(walk);
        walk.end();
        return new Lines(withoutSpacing(walk.lines), List.copyOf(walk.images), walk.left, walk.table);
    }

    String text() {
        return String.join("\n", lines).strip();
    }

    int length() {
        return lines.stream().mapToInt(String::length).sum();
    }

    /** Empty lines between almost all paragraphs part nothing; in verse they do. */
    private static List<String> withoutSpacing(List<String> lines) {
        var empty = lines.stream().filter(String::isEmpty).count();
        var spaced = empty * 3 >= lines.size();
        return lines.stream().filter(line -> !line.isEmpty() || !spaced).toList();
    }

    private static final class Walk implements NodeVisitor {

        private final List<String> lines = new ArrayList<>();
        private final List<Image> images = new ArrayList<>();
        private final Set<String> left = new TreeSet<>();
        private final StringBuilder line = new StringBuilder();
        private Node root = new TextNode("");
        private Node silent = root;
        private boolean quiet;
        private boolean table;
        private int quoted;
        private String mark = "";
        private boolean broken;

        @Override
        public void head(Node node, int depth) {
            if (quiet) {
                return;
            }
            if (node instanceof TextNode text) {
                line.append(text.getWholeText().replaceAll("[\\s\\u00A0]+", " "));
            } else if (node instanceof DataNode words
                    && AS_IT_STANDS.contains(
                            words.parentNode() == null ? "" : words.parentNode().normalName())) {
                line.append(words.getWholeData().replaceAll("[\\s\\u00A0]+", " "));
            } else if (node instanceof Element element) {
                open(element);
            }
        }

        private void open(Element element) {
            var name = element.normalName();
            if (DRAWN.contains(name)) {
                end();
                left.add(name);
            }
            if (SILENT.contains(name) && element != root) {
                if (!UNMISSED.contains(name)) {
                    left.add(name);
                }
                quiet = true;
                silent = element;
            } else if (name.equals("img")) {
                end();
                images.add(new Image(source(element), element.attr("alt")));
                lines.add("【图" + images.size() + "】");
            } else if (name.equals("br")) {
                if (broken && line.toString().isBlank()) {
                    lines.add("");
                }
                end();
                broken = true;
            } else if (name.equals("td") || name.equals("th")) {
                if (!line.toString().isBlank()) {
                    table = true;
                    line.append('　');
                }
            } else if (BLOCKS.contains(name)) {
                end();
                if (name.equals("blockquote")) {
                    quoted++;
                }
                mark = name.matches("h[1-6]") ? "# " : name.equals("li") ? "· " : mark;
            }
        }

        /** Pages that load pictures late name them elsewhere. */
        private static String source(Element image) {
            for (var attribute : List.of("src", "data-original", "data-src", "_src")) {
                if (!image.attr(attribute).isBlank() && !image.attr(attribute).startsWith("data:")) {
                    return image.attr(attribute).strip();
                }
            }
            return image.hasAttr("src") ? "data:" : "";
        }

        @Override
        public void tail(Node node, int depth) {
            if (quiet) {
                quiet = node != silent;
                return;
            }
            if (node instanceof Element drawn && DRAWN.contains(drawn.normalName())) {
                end();
            }
            if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                end();
                mark = "";
                if (element.normalName().equals("blockquote")) {
                    quoted--;
                }
            }
        }

        private void end() {
            var words = line.toString().replaceAll("^[\\s\\u3000]+|[\\s\\u3000]+$", "");
            line.setLength(0);
            broken = false;
            if (!words.isEmpty()) {
                lines.add((quoted > 0 ? "> " : mark) + words);
                mark = "";
            }
        }
    }
}
