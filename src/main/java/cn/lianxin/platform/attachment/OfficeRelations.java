package cn.lianxin.platform.attachment;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which parts of an office document one of them names, and as what. */
record OfficeRelations(List<Relation> all) {

    static final OfficeRelations NONE = new OfficeRelations(List.of());

    private static final String TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static final Set<String> READ = Set.of(
            "officeDocument",
            "styles",
            "settings",
            "numbering",
            "fontTable",
            "theme",
            "footnotes",
            "endnotes",
            "header",
            "footer",
            "comments",
            "chart",
            "diagramData",
            "diagramLayout",
            "diagramQuickStyle",
            "diagramColors",
            "diagramDrawing",
            "worksheet",
            "chartsheet",
            "sharedStrings",
            "drawing",
            "vmlDrawing",
            "table",
            "image",
            "cellImage");

    /**
     * @param type the last word of its address
     * @param target as it is written
     * @param part the full name of what it leads to within the document
     */
    record Relation(String id, String type, String target, boolean outside, String part) {

        boolean isRead() {
            return READ.contains(type);
        }

        boolean isPicture() {
            return type.equals("image");
        }

        /** To a page on the web, which somebody has to press; nothing is fetched by itself. */
        boolean isLink() {
            return type.equals("hyperlink") && target.matches("(?i)https?://.*");
        }
    }

    interface Taking {
        boolean taken(Relation relation) throws IOException, BrokenFile;
    }

    static String placeOf(String part) {
        int slash = part.lastIndexOf('/') + 1;
        return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
    }

    static OfficeRelations read(byte[] xml, String part) throws BrokenFile {
        var all = new ArrayList<Relation>();
        for (var element : OfficeText.elements(xml)) {
            var type = element.getOrDefault("Type", "");
            var target = element.getOrDefault("Target", "");
            if (!type.isEmpty()) {
                boolean outside = element.getOrDefault("TargetMode", "").equals("External");
                all.add(new Relation(
                        element.getOrDefault("Id", ""),
                        type.substring(type.lastIndexOf('/') + 1),
                        target,
                        outside,
                        outside ? "" : resolved(part, target)));
            }
        }
        return new OfficeRelations(all);
    }

    private static String resolved(String part, String target) {
        try {
            return URI.create("/" + part.replace(" ", "%20"))
                    .resolve(target.replace(" ", "%20").replace('\\', '/'))
                    .getPath()
                    .substring(1);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NullPointerException noAddress) {
            return "";
        }
    }

    OfficeRelations only(Taking taking) throws IOException, BrokenFile {
        var kept = new ArrayList<Relation>();
        for (var relation : all) {
            if (taking.taken(relation)) {
                kept.add(relation);
            }
        }
        return new OfficeRelations(kept);
    }

    Set<String> ids() {
        return all.stream().map(Relation::id).collect(Collectors.toUnmodifiableSet());
    }

    byte[] written() {
        var lines = all.stream()
                .map(relation -> "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"%s/>"
                        .formatted(
                                escaped(relation.id()),
                                escaped(address(relation.type())),
                                escaped(
                                        relation.outside()
                                                ? relation.target()
                                                : "/" + relation.part().replace(" ", "%20")),
                                relation.outside() ? " TargetMode=\"External\"" : ""))
                .collect(Collectors.joining());
        return document("Relationships", "relationships", lines);
    }

    private static String address(String type) {
        return switch (type) {
            case "diagramDrawing" -> "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing";
            case "cellImage" -> "http://www.wps.cn/officeDocument/2020/cellImage";
            default -> TYPES + type;
        };
    }

    static byte[] contentTypes(Map<String, String> types) {
        var lines = types.entrySet().stream()
                .map(part -> "<Override PartName=\"/%s\" ContentType=\"%s\"/>"
                        .formatted(escaped(part.getKey().replace(" ", "%20")), escaped(part.getValue())))
                .collect(Collectors.joining());
        return document(
                "Types",
                "content-types",
                "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + lines);
    }

    private static byte[] document(String root, String schema, String content) {
        return """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <%1$s xmlns="http://schemas.openxmlformats.org/package/2006/%2$s">%3$s</%1$s>""".formatted(root, schema, content).getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
